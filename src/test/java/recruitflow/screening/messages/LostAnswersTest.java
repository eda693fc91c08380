package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.platform.tasks.Task;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/**
 * Both providers act and then lose their answer, again and again: counted at the providers, nobody
 * is written to twice and nobody is forgotten.
 */
class LostAnswersTest {

  private static final List<String> WAYS = List.of("drop", "cut_body", "status", "wrong_body");

  @Test
  void twenty_lost_answers_double_and_lose_nothing() {
    lose(20);
  }

  @Test
  @Tag("proofs")
  void four_hundred_lost_answers_double_and_lose_nothing() {
    lose(400);
  }

  /** Half of them at Gmail, half at Whapi. */
  private static void lose(int answers) {
    try (var server = TestServer.start()) {
      var desk = new Screening(server);
      for (var way : WAYS) {
        desk.fault(fault("gmail", "/gmail/v1/users/me/messages/send", way, answers / 8));
        desk.fault(fault("whapi", "/messages/text", way, answers / 8));
      }
      var position = desk.position("en");
      var asked = new ArrayList<Long>();
      for (int i = 0; i < answers / 2; i++) {
        asked.add(desk.application(desk.candidate("Ana"), position, "qualified"));
        desk.add(
            Task.of("messages.cv_request")
                .payload(new JsonObject().put("applicationId", asked.getLast())));
      }
      server.until(
          "every message is settled",
          () -> {
            desk.hurry();
            return count(server, "status in ('sent', 'delivered')") == asked.size() * 2L;
          });
      assertThat(mailsByAddress(server))
          .hasSize(asked.size())
          .allSatisfy((_, n) -> assertThat(n).isOne());
      assertThat(textsByNumber(desk))
          .hasSize(asked.size())
          .allSatisfy((_, n) -> assertThat(n).isOne());
      assertThat(asked).allSatisfy(id -> assertThat(desk.status(id)).isEqualTo("awaiting_cv"));
    }
  }

  private static JsonObject fault(String provider, String path, String kind, int count) {
    return new JsonObject()
        .put("provider", provider)
        .put("path", path)
        .put("kind", kind)
        .put("acting", true)
        .put("status", 500)
        .put("body", "<html>")
        .put("count", Math.max(1, count));
  }

  private static long count(TestServer server, String condition) {
    return server
        .sql()
        .one("select count(*) as n from messages where " + condition, row -> row.getLong("n"));
  }

  private static Map<String, Long> mailsByAddress(TestServer server) {
    var mails = server.control(HttpMethod.GET, "/gmail/mails", null).bodyAsJsonObject();
    return mails.getJsonArray("items", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .filter(mail -> mail.getJsonArray("labelIds", new JsonArray()).contains("SENT"))
        .collect(Collectors.groupingBy(mail -> mail.getString("to"), Collectors.counting()));
  }

  private static Map<String, Long> textsByNumber(Screening desk) {
    return desk.asked("whapi", "/messages/text").stream()
        .filter(entry -> entry.getBoolean("acted"))
        .map(entry -> entry.getJsonObject("fields").getString("to"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
