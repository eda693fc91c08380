package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.sandbox.SandboxKeys;

class WhatsAppIntakeTest {
  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long sales = world.position("Sales");
  private static int people;

  @AfterEach
  void calm() {
    world.noFaults();
  }

  private record Someone(long id, long application, String digits) {}

  private static Someone someone(String status) {
    var n = ++people;
    var local = "072220%04d".formatted(n);
    var id = world.candidate("Person Number" + n, local, "wa" + n + "@example.com");
    return new Someone(id, world.application(id, sales, status), "4" + local);
  }

  private static JsonObject from(Someone person, JsonObject what) {
    return what.copy().put("from", person.digits()).put("name", "Ana");
  }

  @Test
  void a_document_is_matched_by_the_senders_number_in_any_of_its_spellings() {
    var ana = someone("awaiting_cv");
    world.whatsApp(from(ana, pdf("cv.pdf")));
    assertThat(world.cvs(ana.application())).containsExactly("whatsapp_media exact_phone");
    assertThat(world.status(ana.application())).isEqualTo("cv_received");
  }

  @Test
  void the_whatsapp_number_counts_as_well_as_the_phone() {
    var ana = someone("awaiting_cv_rejected");
    world
        .sql()
        .execute("update candidates set whatsapp_number = '+420777123456' where id = $1", ana.id());
    world.whatsApp(pdf("cv.pdf").put("from", "420777123456"));
    assertThat(world.status(ana.application())).isEqualTo("cv_received_rejected");
  }

  @Test
  void a_caption_is_kept_as_a_reply_beside_the_cv_and_each_message_of_a_delivery_counts() {
    var ana = someone("awaiting_cv");
    world.whatsApp(
        from(ana, pdf("cv.pdf").put("caption", "my CV 📄")),
        from(ana, new JsonObject().put("body", "see https://example.com")),
        from(ana, new JsonObject().put("body", "bye")));
    assertThat(world.cvs(ana.application())).hasSize(1);
    assertThat(replies(ana.id())).containsExactly("my CV 📄", "see https://example.com", "bye");
  }

  @Test
  void a_stranger_a_group_and_a_hidden_number_are_told_apart() {
    var ana = someone("awaiting_cv");
    world.whatsApp(pdf("stranger.pdf").put("from", "40799999999"));
    world.whatsApp(from(ana, pdf("group.pdf").put("chat", "120363000000000001@g.us")));
    world.whatsApp(from(ana, pdf("hidden.pdf").put("chat", "20493847561029@lid")));
    assertThat(unmatchedNames()).contains("stranger.pdf", "hidden.pdf").doesNotContain("group.pdf");
    assertThat(world.cvs(ana.application())).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_fetched_is_put_before_a_person_with_payload_and_error() {
    var ana = someone("awaiting_cv");
    world.whatsApp(from(ana, pdf("gone.pdf").put("gone", true)));
    assertThat(world.status(ana.application())).isEqualTo("awaiting_cv");
    var item = unmatched("gone.pdf");
    assertThat(item.getBoolean("hasFile")).isFalse();
    assertThat(item.getString("note")).contains("could not be fetched").contains("404");
    var payload =
        world
            .sql()
            .one(
                "select raw_payload from unmatched_inbound where id = $1",
                row -> row.getJsonObject(0),
                item.getLong("id"));
    assertThat(payload.encode()).contains("gone.pdf").contains(ana.digits());
    var path = "/api/inbound/unmatched/" + item.getLong("id") + "/assign";
    var body = new JsonObject().put("applicationId", ana.application());
    var assigned = world.server().post(path, body).bodyAsJsonObject();
    assertThat(assigned.getValue("cvId")).isNull();
    assertThat(assigned.getString("status")).isEqualTo("awaiting_cv");
    assertThat(unmatchedNames()).as("it still has to be seen to").contains("gone.pdf");
  }

  @Test
  void a_provider_that_stumbles_is_asked_again() {
    var ana = someone("awaiting_cv");
    world.fault(
        new JsonObject()
            .put("provider", "whapi")
            .put("kind", "status")
            .put("status", 503)
            .put("path", "/media")
            .put("count", 1));
    world.whatsAppWithoutWaiting(from(ana, pdf("cv.pdf")));
    world.server().until("the first attempt failed", () -> failedOnce());
    world.sql().execute("update tasks set not_before = now() where kind = 'cvs.media'");
    world.server().until("it is filed", () -> world.cvs(ana.application()).size() == 1);
  }

  @Test
  void ten_deliveries_of_each_message_in_any_order_and_company_have_one_effect() {
    var ana = someone("awaiting_cv");
    var messages = new ArrayList<JsonObject>();
    for (var i = 0; i < 5; i++) messages.add(text(ana, i));
    var deliveries = new ArrayList<JsonObject>();
    var random = new Random(3);
    for (var copy = 0; copy < 10; copy++) {
      Collections.shuffle(messages, random);
      deliveries.add(delivery(messages.subList(0, 2)));
      deliveries.add(delivery(messages.subList(2, 5)));
    }
    var answers = deliveries.stream().map(WhatsAppIntakeTest::post).toList();
    Future.all(answers).timeout(20, TimeUnit.SECONDS).await();
    assertThat(answers).allMatch(answer -> answer.result() == 200);
    world.server().untilIdle();
    assertThat(replies(ana.id()))
        .containsExactlyInAnyOrder("text 0", "text 1", "text 2", "text 3", "text 4");
  }

  @Test
  void a_document_delivered_ten_times_in_other_company_is_one_cv() {
    var ana = someone("awaiting_cv");
    var arrived = world.whatsApp(from(ana, pdf("cv.pdf").put("caption", "mine")));
    var deliveries = new ArrayList<JsonObject>();
    for (var copy = 0; copy < 10; copy++) {
      deliveries.add(delivery(List.of(text(ana, 100 + copy), arrived.getFirst())));
    }
    var answers = deliveries.stream().map(WhatsAppIntakeTest::post).toList();
    Future.all(answers).timeout(20, TimeUnit.SECONDS).await();
    world.server().untilIdle();
    assertThat(world.cvs(ana.application())).hasSize(1);
    assertThat(replies(ana.id())).hasSize(11).containsOnlyOnce("mine");
  }

  private static JsonObject text(Someone person, int n) {
    return new JsonObject()
        .put("id", "again-" + n)
        .put("type", "text")
        .put("from_me", false)
        .put("timestamp", 1763700200)
        .put("chat_id", person.digits() + "@s.whatsapp.net")
        .put("from", person.digits())
        .put("text", new JsonObject().put("body", "text " + n));
  }

  private static JsonObject delivery(List<JsonObject> messages) {
    return new JsonObject().put("messages", new JsonArray(List.copyOf(messages)));
  }

  private static Future<Integer> post(JsonObject delivery) {
    return world
        .server()
        .client()
        .post("/webhooks/whapi")
        .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
        .sendBuffer(Buffer.buffer(delivery.encode()))
        .map(answer -> answer.statusCode());
  }

  private static boolean failedOnce() {
    return world
        .sql()
        .first(
            "select 1 from tasks where kind = 'cvs.media' and state = 'ready' and attempt = 1",
            row -> true)
        .isPresent();
  }

  private static List<String> replies(long candidateId) {
    return world
        .sql()
        .list(
            "select body from candidate_replies where candidate_id = $1 order by id",
            row -> row.getString(0),
            candidateId);
  }

  private static List<String> unmatchedNames() {
    return world.unmatched().stream()
        .map(item -> ((JsonObject) item).getString("attachmentName"))
        .toList();
  }

  private static JsonObject unmatched(String name) {
    return world.unmatched().stream()
        .map(JsonObject.class::cast)
        .filter(item -> name.equals(item.getString("attachmentName")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + unmatchedNames()));
  }
}
