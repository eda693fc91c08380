package recruitflow.domain.screening.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;

/** What a webhook of the voice provider says. */
public sealed interface VoiceEvent {

  /**
   * A conversation and how it stands.
   *
   * @param at when it was said; null when that is not told
   */
  record Reported(Conversation conversation, Instant at) implements VoiceEvent {}

  /**
   * The phone was dialled and no conversation came of it. Fields may be null.
   *
   * @param reason busy, no-answer, unknown
   */
  record NotConnected(
      String agentId,
      String conversationId,
      String reason,
      String detail,
      String calledNumber,
      String callSid,
      Instant at)
      implements VoiceEvent {}

  /** Nothing for us: another type of event, or not what was promised. */
  record Ignored(String why) implements VoiceEvent {}

  ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a body, flat or in the envelope {@code {type, event_timestamp, data}}. Answers for any
   * bytes; never throws.
   */
  static VoiceEvent read(byte[] body) {
    try {
      var root = JSON.readTree(body);
      return root == null || !root.isObject() ? new Ignored("not a JSON object") : read(root);
    } catch (IOException e) {
      return new Ignored("not JSON");
    }
  }

  private static VoiceEvent read(JsonNode root) {
    var data = root.path("data").isObject() ? root.path("data") : root;
    var type = root.path("type").asText("");
    var at = ToldTime.read(root.path("event_timestamp"));
    return switch (type) {
      case "post_call_transcription" -> reported(data, at);
      case "call_initiation_failure" -> notConnected(data, at);
      case "" -> data.has("failure_reason") ? notConnected(data, at) : reported(data, at);
      default ->
          new Ignored("event type " + Text.clean(type.substring(0, Math.min(60, type.length()))));
    };
  }

  private static VoiceEvent reported(JsonNode data, Instant at) {
    var conversation = Conversation.read(data);
    return conversation.id() == null
        ? new Ignored("no conversation_id")
        : new Reported(conversation, at);
  }

  private static VoiceEvent notConnected(JsonNode data, Instant at) {
    var line = data.path("metadata").path("body");
    var event =
        new NotConnected(
            Conversation.word(data.path("agent_id")),
            Conversation.word(data.path("conversation_id")),
            Conversation.word(data.path("failure_reason")),
            firstWord(line, "error_reason", "CallStatus"),
            firstWord(line, "To", "Called", "to_number"),
            firstWord(line, "CallSid", "call_sid"),
            at);
    return event.conversationId() == null && event.callSid() == null
        ? new Ignored("no conversation_id")
        : event;
  }

  private static String firstWord(JsonNode node, String... names) {
    return Stream.of(names)
        .map(name -> Conversation.word(node.path(name)))
        .filter(word -> word != null)
        .findFirst()
        .orElse(null);
  }
}
