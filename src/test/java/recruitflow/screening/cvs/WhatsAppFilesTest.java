package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.file;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.sandbox.SandboxKeys;

/** Files and other things without words that people send by WhatsApp: none of them vanishes. */
class WhatsAppFilesTest {
  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long sales = world.position("Sales");
  private static int people;

  private record Someone(long id, long application, String digits) {}

  private static Someone someone(String status) {
    var n = ++people;
    var digits = "4072230%04d".formatted(n);
    var id = world.candidate("Person Number" + n, "+" + digits, "waf" + n + "@example.com");
    return new Someone(id, world.application(id, sales, status), digits);
  }

  @ParameterizedTest
  @CsvSource({
    "0, IMG_0001.HEIC, photo",
    "2, cv.txt,        text",
    "3, voice.ogg,     sound",
    "4, image.jpg,     photo"
  })
  void a_file_that_may_be_the_cv_is_seen_on_the_application_and_holds_the_reminders(
      int index, String name, String doubt) {
    var ana = someone("awaiting_cv");
    world.whatsApp(resource("files").getJsonObject(index).put("from", ana.digits()));
    var item = world.onlyFile(ana.application());
    assertThat(item.getString("fileName")).isEqualTo(name);
    assertThat(item.getString("doubt")).isEqualTo(doubt);
    var bytes = world.server().get("/api/inbound/unmatched/" + item.getLong("id") + "/file");
    assertThat(bytes.body().length()).isPositive();
    assertThat(lines(ana)).singleElement().asString().startsWith("[");
    world.server().clock.advance(Duration.ofHours(48));
    world.server().runJob("check_cv_followups");
    assertThat(world.messages(ana.application())).isZero();
    assertThat(world.status(ana.application())).isEqualTo("awaiting_cv");
    var byHand = "/api/applications/" + ana.application() + "/follow-up";
    assertThat(world.server().post(byHand, null).statusCode()).isEqualTo(409);
  }

  @Test
  void a_document_in_an_archive_is_filed() {
    var ana = someone("awaiting_cv");
    world.whatsApp(resource("files").getJsonObject(1).put("from", ana.digits()));
    assertThat(world.cvs(ana.application())).containsExactly("whatsapp_media exact_phone");
    assertThat(world.status(ana.application())).isEqualTo("cv_received");
    assertThat(lines(ana)).isEmpty();
  }

  @Test
  void the_same_file_of_someone_who_is_not_awaited_leaves_a_line_only() {
    var ana = someone("pending_call");
    var voice = file("voice.ogg", "audio/ogg", "OggS".getBytes()).put("type", "voice");
    world.whatsApp(voice.copy().put("from", ana.digits()), voice.put("from", "40799990000"));
    assertThat(world.detail(ana.application()).getJsonArray("files")).isEmpty();
    assertThat(lines(ana)).containsExactly("[voice]");
    assertThat(world.unmatched().encode()).doesNotContain("40799990000");
  }

  @Test
  void two_people_with_one_number_are_both_left_alone_until_a_person_has_looked() {
    var ana = someone("awaiting_cv");
    var bob = someone("awaiting_cv");
    world
        .sql()
        .execute(
            "update candidates set whatsapp_number = $2 where id = $1",
            bob.id(),
            "+" + ana.digits());
    world.whatsApp(resource("files").getJsonObject(0).put("from", ana.digits()));
    assertThat(world.remindersWait(ana.application())).isTrue();
    assertThat(world.remindersWait(bob.application())).isTrue();
  }

  @Test
  void a_message_without_words_leaves_a_line_of_its_kind() {
    var ana = someone("awaiting_cv");
    var body = text("messages-without-text").replace("FILL IN", ana.digits());
    var answer =
        world
            .server()
            .client()
            .post("/webhooks/whapi")
            .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
            .sendBuffer(Buffer.buffer(body))
            .timeout(10, TimeUnit.SECONDS)
            .await();
    assertThat(answer.statusCode()).isEqualTo(200);
    world.server().until("the lines are there", () -> lines(ana).size() == 3);
    assertThat(lines(ana))
        .containsExactly(
            "[contact] Dan, +40722000000", "[location] Strada X (44.4, 26.1)", "[unknown]");
    var replies = world.detail(ana.application()).getJsonArray("replies");
    assertThat(replies.stream().map(reply -> ((JsonObject) reply).getString("kind")))
        .containsExactly("contact", "location", "unknown");
  }

  private static List<String> lines(Someone person) {
    return world
        .sql()
        .list(
            "select body from candidate_replies where candidate_id = $1 order by id",
            row -> row.getString(0),
            person.id());
  }

  private static JsonArray resource(String name) {
    return new JsonArray(text(name));
  }

  private static String text(String name) {
    try (var in = WhatsAppFilesTest.class.getResourceAsStream("/files/" + name + ".json")) {
      return new String(in.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
