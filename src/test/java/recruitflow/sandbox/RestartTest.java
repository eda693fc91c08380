package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.screening.cvs.mail.PollMailbox;
import recruitflow.support.TestServer;

/** A sandbox that was stopped and started again does not begin its names anew. */
class RestartTest {
  @TempDir private Path folder;

  @Test
  void nothing_is_named_as_before() {
    var file = folder.resolve("ledger.jsonl");
    var before = namesOfOneRun(file);
    var after = namesOfOneRun(file);
    assertThat(before).hasSize(30).doesNotHaveDuplicates();
    assertThat(after).hasSize(30).doesNotContainAnyElementsOf(before);
  }

  /** The ids and Message-IDs of mails that came and went, and those of messages. */
  private static List<String> namesOfOneRun(Path ledger) {
    var names = new ArrayList<String>();
    try (var sandbox = RunningSandbox.start(settings -> settings.writingLedgerTo(ledger))) {
      for (var i = 0; i < 10; i++) {
        var mail = sandbox.control(HttpMethod.POST, "/gmail/inbound", mail("ion@example.com"));
        names.add(mail.getString("id"));
        names.add(mail.getString("messageId"));
        var message = JsonObject.of("from", "40722000111", "body", "Bună");
        names.add(
            sandbox
                .control(HttpMethod.POST, "/whapi/inbound", message)
                .getJsonArray("messages")
                .getJsonObject(0)
                .getString("id"));
      }
    }
    return names;
  }

  private static JsonObject mail(String from) {
    var cv = JsonObject.of("fileName", "cv.pdf", "lines", JsonArray.of("CV"));
    return JsonObject.of("from", from, "subject", "CV", "attachments", JsonArray.of(cv));
  }

  @Test
  void the_ledger_goes_on_after_what_it_holds_and_an_unfinished_line_stands_alone()
      throws IOException {
    var file = folder.resolve("ledger.jsonl");
    for (var run = 1; run <= 2; run++) {
      try (var sandbox = RunningSandbox.start(settings -> settings.writingLedgerTo(file))) {
        sandbox.ask(HttpMethod.GET, sandbox.url("whapi") + "/health", Map.of(), null);
      }
      var lines = Files.readAllLines(file);
      assertThat(new JsonObject(lines.getLast()).getLong("seq")).isEqualTo(run);
      Files.writeString(file, Files.readString(file) + "{\"seq\":9");
    }
  }

  @Test
  void a_mail_that_comes_after_a_restart_is_read_like_one_before() {
    try (var server = TestServer.start()) {
      assertThat(unmatchedAfterMailFrom(server, "one@example.com")).isEqualTo(1);
      try (var again = server.startNode()) {
        assertThat(unmatchedAfterMailFrom(again, "two@example.com")).isEqualTo(2);
      }
    }
  }

  private static long unmatchedAfterMailFrom(TestServer server, String sender) {
    server.control(HttpMethod.POST, "/gmail/inbound", mail(sender));
    server.runJob(PollMailbox.NAME);
    server.untilIdle();
    return server.sql().one("select count(*) from unmatched_inbound", row -> row.getLong(0));
  }
}
