package recruitflow.sandbox.elevenlabs;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElevenLabsWebhooksTest {
  private static final String ION = "+40700000901";
  private final VoiceSandbox sandbox = VoiceSandbox.quick();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private String place() {
    sandbox.person(ION, "qualified_ro");
    return sandbox
        .elevenLabs(POST, "/twilio/outbound-call", ElevenLabsCallsTest.call(ION))
        .bodyAsJsonObject()
        .getString("conversation_id");
  }

  private void turnOn(String name) {
    sandbox.fault(
        new JsonObject()
            .put("provider", "elevenlabs")
            .put("kind", "switch")
            .put("name", name)
            .put("count", 1));
  }

  private static Instant signedAt(String signature) {
    return Instant.ofEpochSecond(Long.parseLong(signature.substring(2, signature.indexOf(','))));
  }

  private static boolean genuine(VoiceSandbox.Received received) {
    var at = signedAt(received.signature());
    return received.signature().equals(CallEvents.signature("wsec_sandbox", received.body(), at));
  }

  @Test
  void the_signature_is_that_of_the_published_vectors() throws IOException {
    try (var in = getClass().getResourceAsStream("/provider-samples/signature-vectors.json")) {
      var vectors =
          new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getJsonObject("elevenlabs");
      var signed =
          CallEvents.signature(
              vectors.getString("secret"),
              Buffer.buffer(vectors.getString("body_utf8")),
              Instant.ofEpochSecond(vectors.getLong("t")));
      assertThat(signed)
          .isEqualTo(vectors.getJsonArray("cases").getJsonObject(0).getString("header"));
    }
  }

  @Test
  void webhooks_are_signed_over_the_very_bytes_with_real_time() {
    place();
    var received = sandbox.nextWebhook();
    assertThat(genuine(received)).isTrue();
    assertThat(signedAt(received.signature()))
        .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(5));
  }

  @Test
  void signatures_go_wrong_when_asked_to() {
    turnOn("bad_signature");
    place();
    assertThat(genuine(sandbox.nextWebhook())).isFalse();
    turnOn("old_signature");
    place();
    var old = sandbox.nextWebhook();
    assertThat(genuine(old)).isTrue();
    assertThat(signedAt(old.signature())).isBefore(Instant.now().minusSeconds(1800));
    turnOn("future_signature");
    place();
    assertThat(signedAt(sandbox.nextWebhook().signature())).isAfter(Instant.now().plusSeconds(300));
  }

  @Test
  void contents_go_missing_when_asked_to() {
    turnOn("analysis_null");
    place();
    assertThat(sandbox.nextWebhook().data().getValue("analysis")).isNull();
    turnOn("no_transcript");
    place();
    assertThat(sandbox.nextWebhook().data().getJsonArray("transcript")).isEmpty();
    turnOn("no_user_id");
    place();
    assertThat(sandbox.nextWebhook().data().getString("user_id")).isNull();
    turnOn("null_messages");
    place();
    var turns = sandbox.nextWebhook().data().getJsonArray("transcript");
    assertThat(turns.getJsonObject(1).getString("role")).isEqualTo("user");
    assertThat(turns.getJsonObject(1).getString("message")).isNull();
  }

  @Test
  void other_types_of_event_come_when_asked_for() {
    turnOn("audio");
    turnOn("unknown_event");
    place();
    var types = new java.util.TreeSet<String>();
    for (var i = 0; i < 3; i++) types.add(sandbox.nextWebhook().json().getString("type"));
    assertThat(types)
        .containsExactly(
            "answering_machine_detection", "post_call_audio", "post_call_transcription");
  }

  @Test
  void a_refused_delivery_is_repeated_with_the_same_bytes_as_often_as_agreed() throws Exception {
    sandbox.control(
        "/elevenlabs/settings", new JsonObject().put("retryPauses", new JsonArray("[0.02,0.02]")));
    sandbox.webhookStatus.set(503);
    place();
    var first = sandbox.nextWebhook();
    assertThat(sandbox.nextWebhook().body()).isEqualTo(first.body());
    assertThat(sandbox.nextWebhook().body()).isEqualTo(first.body());
    assertThat(sandbox.webhooks.poll(200, TimeUnit.MILLISECONDS)).isNull();
    sandbox.webhookStatus.set(400);
    place();
    sandbox.nextWebhook();
    assertThat(sandbox.webhooks.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void webhooks_are_lost_doubled_and_reordered_when_asked_to() throws Exception {
    sandbox.fault(
        new JsonObject("{\"provider\":\"elevenlabs\",\"kind\":\"webhook_lose\",\"count\":1}"));
    var lost = place();
    assertThat(sandbox.webhooks.poll(300, TimeUnit.MILLISECONDS)).isNull();
    var read = sandbox.elevenLabs(GET, "/conversations/" + lost, null).bodyAsJsonObject();
    assertThat(read.getString("status")).isEqualTo("done");

    sandbox.fault(
        new JsonObject(
            "{\"provider\":\"elevenlabs\",\"kind\":\"webhook_duplicate\",\"times\":3,\"count\":1}"));
    place();
    var one = sandbox.nextWebhook();
    assertThat(sandbox.nextWebhook().body()).isEqualTo(one.body());
    assertThat(sandbox.nextWebhook().body()).isEqualTo(one.body());

    sandbox.fault(
        new JsonObject("{\"provider\":\"elevenlabs\",\"kind\":\"webhook_hold\",\"count\":2}"));
    var first = place();
    assertThat(sandbox.webhooks.poll(300, TimeUnit.MILLISECONDS)).isNull();
    var second = place();
    assertThat(sandbox.nextWebhook().data().getString("conversation_id")).isEqualTo(second);
    assertThat(sandbox.nextWebhook().data().getString("conversation_id")).isEqualTo(first);
  }

  @Test
  void targets_can_be_changed_and_turned_off() throws Exception {
    sandbox.control("/webhooks", new JsonObject().put("elevenLabsSecret", "wsec_new"));
    place();
    var received = sandbox.nextWebhook();
    assertThat(received.signature())
        .isEqualTo(
            CallEvents.signature("wsec_new", received.body(), signedAt(received.signature())));
    sandbox.control("/webhooks", new JsonObject().put("elevenLabsUrl", null));
    place();
    assertThat(sandbox.webhooks.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }
}
