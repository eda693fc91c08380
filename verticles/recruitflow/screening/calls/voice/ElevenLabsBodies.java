package recruitflow.screening.calls.voice;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What ElevenLabs is asked, as JSON. */
final class ElevenLabsBodies {
  private static final int RINGING_SECONDS = 45;

  private final VoiceSettings settings;

  ElevenLabsBodies(VoiceSettings settings) {
    this.settings = settings;
  }

  JsonObject outboundCall(VoiceAgent.Callee callee) {
    return new JsonObject()
        .put("agent_id", settings.agentId())
        .put("agent_phone_number_id", settings.phoneNumberId())
        .put("to_number", callee.number())
        .put("conversation_initiation_client_data", clientData(callee))
        .put("telephony_call_config", telephony());
  }

  JsonObject batch(String key, List<VoiceAgent.Callee> callees) {
    var recipients = new JsonArray();
    callees.forEach(callee -> recipients.add(recipient(callee)));
    return new JsonObject()
        .put("call_name", callName(key, callees.size()))
        .put("agent_id", settings.agentId())
        .put("agent_phone_number_id", settings.phoneNumberId())
        .put("recipients", recipients)
        .put("target_concurrency_limit", settings.maxInFlight())
        .put("telephony_call_config", telephony());
  }

  /** The key stands last, where it is looked for. */
  static String callName(String key, int calls) {
    return "RecruitFlow Batch — " + calls + " call(s) · " + key;
  }

  private static JsonObject recipient(VoiceAgent.Callee callee) {
    return new JsonObject()
        .put("id", callee.recipientId())
        .put("phone_number", callee.number())
        .put("conversation_initiation_client_data", clientData(callee));
  }

  private static JsonObject clientData(VoiceAgent.Callee callee) {
    var agent =
        new JsonObject()
            .put("prompt", new JsonObject().put("prompt", callee.prompt()))
            .put("first_message", callee.firstMessage());
    return new JsonObject()
        .put("user_id", callee.userId())
        .put("conversation_config_override", new JsonObject().put("agent", agent));
  }

  private static JsonObject telephony() {
    return new JsonObject()
        .put("ringing_timeout_secs", RINGING_SECONDS)
        .put("twilio_machine_detection", new JsonObject().put("mode", "enable"));
  }
}
