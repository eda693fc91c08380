package recruitflow.sandbox.elevenlabs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.Webhooks;

/** What ElevenLabs announces about calls, signed as ElevenLabs signs. */
final class CallEvents {
  private static final String ELEVENLABS = "elevenlabs";
  private static final String SILENCE = "SUQzBAAAAAAAAA==";

  private final Sandbox sandbox;
  private List<Duration> pauses = List.of();

  CallEvents(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Real time before each further delivery; empty, as it is until a customer turns it on. */
  void retryAfter(List<Duration> pauses) {
    this.pauses = List.copyOf(pauses);
  }

  /** Announces the end of a call: a transcription, or that it never came about. */
  void ended(PhoneCall call) {
    if (call.state == PhoneCall.State.DONE) {
      send("post_call_transcription", ConversationJson.full(call), pauses);
      if (on("audio")) send("post_call_audio", ids(call).put("full_audio", SILENCE), List.of());
    } else {
      send("call_initiation_failure", failure(call), List.of());
    }
    if (on("unknown_event")) send("answering_machine_detection", ids(call), List.of());
  }

  private boolean on(String name) {
    return sandbox.faults().takeSwitch(ELEVENLABS, name);
  }

  private static JsonObject ids(PhoneCall call) {
    return new JsonObject()
        .put("agent_id", SandboxKeys.ELEVENLABS_AGENT_ID)
        .put("conversation_id", call.conversationId);
  }

  /** Carries neither user id nor variables: who it was is to be found by the conversation. */
  private static JsonObject failure(PhoneCall call) {
    var reason =
        switch (call.result) {
          case BUSY -> "busy";
          case NO_ANSWER -> "no-answer";
          case ANSWERED, VOICEMAIL, FAILED -> "unknown";
        };
    var body =
        new JsonObject()
            .put("AccountSid", "AC00000000000000000000000000000001")
            .put("ApiVersion", "2010-04-01")
            .put("CallDuration", "0")
            .put("CallSid", call.callSid)
            .put("CallStatus", reason.equals("unknown") ? "failed" : reason)
            .put("CallbackSource", "call-progress-events")
            .put("Called", call.order.to())
            .put("Caller", ConversationJson.AGENT_NUMBER)
            .put("Direction", "outbound-api")
            .put("Duration", "0")
            .put("From", ConversationJson.AGENT_NUMBER)
            .put("SequenceNumber", "2")
            .put("SipResponseCode", reason.equals("busy") ? "486" : "487")
            .put("To", call.order.to());
    return ids(call)
        .put("failure_reason", reason)
        .put("metadata", new JsonObject().put("type", "twilio").put("body", body));
  }

  private void send(String type, JsonObject data, List<Duration> pauses) {
    var targets = sandbox.webhooks().targets();
    var event =
        new JsonObject()
            .put("type", type)
            .put("event_timestamp", sandbox.now().getEpochSecond())
            .put("data", data);
    var body = event.toBuffer();
    var age = age();
    var forged = on("bad_signature");
    var secret = forged ? "wsec_of_somebody_else" : targets.elevenLabsSecret();
    sandbox
        .webhooks()
        .send(
            new Webhooks.Webhook(
                ELEVENLABS,
                type,
                targets.elevenLabsUrl(),
                body,
                () ->
                    Map.of(
                        "ElevenLabs-Signature", signature(secret, body, Instant.now().minus(age))),
                pauses,
                new JsonObject()
                    .put("conversation_id", data.getString("conversation_id"))
                    .put("user_id", data.getString("user_id"))));
  }

  private Duration age() {
    if (on("old_signature")) return Duration.ofMinutes(31);
    return on("future_signature") ? Duration.ofMinutes(-10) : Duration.ZERO;
  }

  /** {@code t=<unix seconds>,v0=<hex>}, where hex is HMAC-SHA256 of "t.body" under the secret. */
  static String signature(String secret, Buffer body, Instant at) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "t=%d,v0=%s"
          .formatted(at.getEpochSecond(), HexFormat.of().formatHex(mac.doFinal(body.getBytes())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
