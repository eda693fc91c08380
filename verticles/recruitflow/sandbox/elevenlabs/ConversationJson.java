package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.people.Persona.CallResult;

/** A conversation as ElevenLabs tells it: in full, and as a line of the list. */
final class ConversationJson {
  static final String AGENT_NUMBER = "+40310000000";
  private static final String AGENT_NAME = "Screening";

  private ConversationJson() {}

  /**
   * The conversation object, also the data of its webhook. Oddities of the call may blank the
   * analysis, the transcript, the person's words or the user id.
   */
  static JsonObject full(PhoneCall call) {
    var spoken = spoken(call);
    var muted = call.oddities.contains("null_messages");
    var empty = !call.over() || call.oddities.contains("no_transcript");
    var noUser = call.oddities.contains("no_user_id");
    var heard = spoken != null && !empty;
    return new JsonObject()
        .put("agent_id", SandboxKeys.ELEVENLABS_AGENT_ID)
        .put("agent_name", AGENT_NAME)
        .put("status", call.state.wire)
        .put("user_id", noUser ? null : call.userId())
        .put("branch_id", null)
        .put("version_id", "agtvrsn_sandbox")
        .put("conversation_id", call.conversationId)
        .put("has_audio", spoken != null)
        .put("has_user_audio", spoken != null)
        .put("has_response_audio", spoken != null)
        .put("has_auxiliary_audio", false)
        .put("environment", "production")
        .put("tag_ids", new JsonArray())
        .put("transcript", heard ? spoken.toJson(agentEnds(call), muted) : new JsonArray())
        .put("metadata", metadata(call, spoken))
        .put("analysis", analysis(call))
        .put("conversation_initiation_client_data", echo(call, noUser));
  }

  static JsonObject summary(PhoneCall call) {
    var spoken = spoken(call);
    return new JsonObject()
        .put("agent_id", SandboxKeys.ELEVENLABS_AGENT_ID)
        .put("agent_name", AGENT_NAME)
        .put("branch_id", null)
        .put("version_id", "agtvrsn_sandbox")
        .put("conversation_id", call.conversationId)
        .put("start_time_unix_secs", call.startedAt.getEpochSecond())
        .put("call_duration_secs", call.over() && spoken != null ? spoken.seconds() : 0)
        .put("message_count", spoken == null ? 0 : spoken.lines().size())
        .put("status", call.state.wire)
        .put("termination_reason", call.over() ? termination(call) : null)
        .put("call_successful", successful(call))
        .put("call_success_score", null)
        .put("transcript_summary", call.over() ? call.script.summary() : null)
        .put("call_summary_title", call.over() ? call.script.title() : null)
        .put("main_language", null)
        .put("conversation_initiation_source", "twilio")
        .put("tool_names", new JsonArray())
        .put("direction", "outbound");
  }

  /** Success, failure, or unknown while it runs. */
  static String successful(PhoneCall call) {
    if (!call.over()) return "unknown";
    return call.result == CallResult.ANSWERED ? "success" : "failure";
  }

  static Transcript spoken(PhoneCall call) {
    var answered = call.result == CallResult.ANSWERED || call.result == CallResult.VOICEMAIL;
    return answered ? Transcript.of(call.script, call.firstMessage()) : null;
  }

  private static boolean agentEnds(PhoneCall call) {
    return "agent".equals(call.script.endedBy());
  }

  private static String termination(PhoneCall call) {
    if (call.error != null) return call.error;
    return switch (call.result) {
      case ANSWERED -> agentEnds(call) ? "end_call tool was called." : "Call ended by remote party";
      case VOICEMAIL -> "voicemail_detection tool was called.";
      case BUSY, NO_ANSWER, FAILED -> "Call was not connected";
    };
  }

  private static JsonObject metadata(PhoneCall call, Transcript spoken) {
    var accepted = call.acceptedAt;
    var metadata =
        new JsonObject()
            .put("start_time_unix_secs", call.startedAt.getEpochSecond())
            .put("accepted_time_unix_secs", accepted == null ? null : accepted.getEpochSecond())
            .put("call_duration_secs", call.over() && spoken != null ? spoken.seconds() : 0)
            .put("cost", spoken == null ? 0 : spoken.seconds() * 4)
            .put("authorization_method", "authorization_header")
            .put("charging", new JsonObject().put("dev_discount", false))
            .put("feedback", new JsonObject().put("likes", 0).put("dislikes", 0))
            .put("termination_reason", call.over() ? termination(call) : null)
            .put("error", error(call))
            .put("warnings", new JsonArray())
            .put("main_language", null)
            .put("text_only", false)
            .put("initiator_id", null)
            .put("conversation_initiation_source", "twilio")
            .put("timezone", null)
            .put("phone_call", phoneCall(call));
    if (call.order.batchId() != null)
      metadata.put(
          "batch_call",
          new JsonObject()
              .put("batch_call_id", call.order.batchId())
              .put("batch_call_recipient_id", call.order.recipientId()));
    return metadata;
  }

  private static JsonObject error(PhoneCall call) {
    return call.error == null ? null : new JsonObject().put("code", 1008).put("reason", call.error);
  }

  private static JsonObject phoneCall(PhoneCall call) {
    return new JsonObject()
        .put("type", "twilio")
        .put("direction", "outbound")
        .put("phone_number_id", call.order.agentPhoneNumberId())
        .put("agent_number", AGENT_NUMBER)
        .put("external_number", call.order.to())
        .put("call_result", call.over() ? call.resultWord() : null)
        .put("stream_sid", "MZ" + call.callSid.substring(2))
        .put("call_sid", call.callSid);
  }

  private static JsonObject analysis(PhoneCall call) {
    if (call.state != PhoneCall.State.DONE) return null;
    if (call.oddities.contains("analysis_null")) return null;
    return new JsonObject()
        .put("evaluation_criteria_results", new JsonObject())
        .put("data_collection_results", new JsonObject())
        .put("evaluation_criteria_results_list", new JsonArray())
        .put("data_collection_results_list", new JsonArray())
        .put("call_successful", successful(call))
        .put("transcript_summary", call.script.summary())
        .put("call_summary_title", call.script.title());
  }

  /** What was sent comes back, with the variables the provider adds itself. */
  private static JsonObject echo(PhoneCall call, boolean noUser) {
    var echo = call.order.clientData().copy();
    var sent = echo.getJsonObject("dynamic_variables");
    var variables = sent == null ? new JsonObject() : sent;
    variables
        .put("system__conversation_id", call.conversationId)
        .put("system__call_sid", call.callSid)
        .put("system__called_number", call.order.to());
    echo.put("dynamic_variables", variables);
    if (noUser || call.userId() == null) echo.put("user_id", null);
    return echo;
  }
}
