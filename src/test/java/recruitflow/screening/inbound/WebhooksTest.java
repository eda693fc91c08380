package recruitflow.screening.inbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.inbound.ElevenLabsSignature;
import recruitflow.sandbox.SandboxKeys;

/** Who is believed, and what is taken. */
class WebhooksTest extends Delivering {

  @ParameterizedTest
  @ValueSource(strings = {WHAPI, WHAPI + "/"})
  void the_secret_is_taken_from_either_header_and_with_or_without_a_slash(String path) {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    assertThat(post(path, TEXT.formatted(1), "X-Webhook-Secret", secret)).isEqualTo(200);
    assertThat(post(path, TEXT.formatted(2), "Authorization", "Bearer " + secret)).isEqualTo(200);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void a_missing_wrong_or_doubled_secret_is_refused_and_leaves_no_trace() {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    var body = TEXT.formatted(1);
    assertThat(post(WHAPI, body)).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", "")).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret + "x")).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret.substring(1))).isEqualTo(401);
    assertThat(post(WHAPI, body, "Authorization", secret)).isEqualTo(401);
    assertThat(post(WHAPI, body, "Authorization", "Basic " + secret)).isEqualTo(401);
    var doubled = MultiMap.caseInsensitiveMultiMap();
    doubled.add("X-Webhook-Secret", secret).add("X-Webhook-Secret", "guess");
    assertThat(post(WHAPI, Buffer.buffer(body), doubled)).isEqualTo(401);
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {VOICE, VOICE + "/"})
  void a_signed_event_is_stored_with_its_task(String path) {
    assertThat(signed(path, event("conv_1", 1), Instant.now())).isEqualTo(200);
    assertThat(stored()).isEqualTo(1);
    assertThat(tasks("calls.receive")).isEqualTo(1);
  }

  @Test
  void a_forged_altered_stale_or_early_event_is_refused_and_leaves_no_trace() {
    var now = Instant.now();
    var body = event("conv_1", 1);
    var genuine =
        ElevenLabsSignature.sign(SandboxKeys.ELEVENLABS_WEBHOOK_SECRET, body.getBytes(), now);
    var altered = Buffer.buffer(body.toString().replace("conv_1", "conv_2"));
    assertThat(signed(VOICE, body, now.minus(Duration.ofMinutes(31)))).isEqualTo(401);
    assertThat(signed(VOICE, body, now.plus(Duration.ofMinutes(6)))).isEqualTo(401);
    assertThat(post(VOICE, body, "ElevenLabs-Signature", genuine.replace("v0=", "v0=0")))
        .isEqualTo(401);
    assertThat(post(VOICE, altered, "ElevenLabs-Signature", genuine)).isEqualTo(401);
    assertThat(post(VOICE, body, "X-Webhook-Secret", SandboxKeys.ELEVENLABS_WEBHOOK_SECRET))
        .isEqualTo(401);
    assertThat(post(VOICE, body.toString())).isEqualTo(401);
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "7", "{\"messages\":[", "{} {}", "\u0000"})
  void what_is_no_json_object_is_refused(String body) {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret)).isEqualTo(400);
    assertThat(signed(VOICE, Buffer.buffer(body), Instant.now())).isEqualTo(400);
    assertThat(stored()).isZero();
  }

  @Test
  void ten_deliveries_of_each_event_in_any_order_are_one_event_and_one_task() {
    var deliveries = new ArrayList<Buffer>();
    for (var copy = 0; copy < 10; copy++) {
      IntStream.range(0, 20).forEach(call -> deliveries.add(event("conv_" + call, call)));
    }
    java.util.Collections.shuffle(deliveries, new java.util.Random(7));
    var answers = deliveries.stream().map(body -> signing(VOICE, body, Instant.now())).toList();
    Future.all(answers).timeout(20, SECONDS).await();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.result()).isEqualTo(200));
    assertThat(stored()).isEqualTo(20);
    assertThat(tasks("calls.receive")).isEqualTo(20);
  }

  @Test
  void an_unknown_type_is_taken_and_a_recording_is_noted_without_its_bytes() {
    var unknown = Buffer.buffer("{\"type\":\"news\",\"event_timestamp\":1,\"data\":{}}");
    var audio =
        Buffer.buffer(
            "{\"type\":\"post_call_audio\",\"event_timestamp\":1,"
                + "\"data\":{\"conversation_id\":\"c\",\"full_audio\":\"AAAA\"}}");
    assertThat(signed(VOICE, unknown, Instant.now())).isEqualTo(200);
    assertThat(signed(VOICE, audio, Instant.now())).isEqualTo(200);
    assertThat(tasks("calls.receive")).isEqualTo(1);
    var kept =
        server
            .sql()
            .one(
                "select length(body) as n from inbound_events where note = 'recordings are not"
                    + " kept'",
                row -> row.getInteger("n"));
    assertThat(kept).isZero();
  }

  @Test
  void a_nul_in_a_text_harms_nobody() {
    var body = TEXT.formatted("nul").replace("hello", "he\\u0000llo");
    assertThat(post(WHAPI, body, "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
    server.until("the reply is there", () -> replies() == 1);
  }

  @Test
  void other_addresses_and_methods_are_not_pages() {
    assertThat(server.get("/webhooks/whapi").statusCode()).isEqualTo(404);
    assertThat(post("/webhooks/nobody", "{}")).isEqualTo(404);
  }

  private static Buffer event(String conversation, int time) {
    return Buffer.buffer(
        "{\"type\":\"post_call_transcription\",\"event_timestamp\":%d,\"data\":{\"agent_id\":\"a\",\"conversation_id\":\"%s\"}}"
            .formatted(time, conversation));
  }

  private static int signed(String path, Buffer body, Instant at) {
    return signing(path, body, at).timeout(20, SECONDS).await();
  }

  private static Future<Integer> signing(String path, Buffer body, Instant at) {
    var secret = SandboxKeys.ELEVENLABS_WEBHOOK_SECRET;
    return server
        .client()
        .post(path)
        .putHeader("ElevenLabs-Signature", ElevenLabsSignature.sign(secret, body.getBytes(), at))
        .sendBuffer(body)
        .map(answer -> answer.statusCode());
  }

  private static long replies() {
    return count("select count(*) as n from candidate_replies");
  }

  private static long tasks(String kind) {
    return server
        .sql()
        .one("select count(*) as n from tasks where kind = $1", r -> r.getLong("n"), kind);
  }
}
