package recruitflow.domain.screening.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * The outside of a voice webhook: enough to tell one event from another without building the whole
 * of it in memory. Empty strings stand for what is not said; a flat body has no type and no time.
 */
public record ElevenLabsEnvelope(String type, String conversationId, String eventTimestamp) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Reads the raw bytes to their end; nothing when they are not one JSON object. */
  public static Optional<ElevenLabsEnvelope> read(byte[] body) {
    try (var in = JSON.createParser(body)) {
      if (in.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
      var found = object(in, true);
      return in.nextToken() == null ? Optional.of(found) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Recordings are sent as events too; they are fetched when wanted and not kept here. */
  public boolean isAudio() {
    return type.equals("post_call_audio") || type.equals("unredacted_audio");
  }

  /** The same for every delivery of one event; nothing when the body does not say enough. */
  public Optional<String> eventId() {
    return type.isEmpty() || conversationId.isEmpty() || eventTimestamp.isEmpty()
        ? Optional.empty()
        : Optional.of(type + ":" + conversationId + ":" + eventTimestamp);
  }

  private static ElevenLabsEnvelope object(JsonParser in, boolean outermost) throws IOException {
    var type = "";
    var conversation = "";
    var time = "";
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      var name = in.currentName();
      var value = in.nextToken();
      if (outermost && name.equals("data") && value == JsonToken.START_OBJECT) {
        conversation = object(in, false).conversationId();
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        in.skipChildren();
      } else {
        switch (name) {
          case "type" -> type = text(in);
          case "conversation_id" -> conversation = text(in);
          case "event_timestamp" -> time = text(in);
          default -> {}
        }
      }
    }
    return new ElevenLabsEnvelope(type, conversation, time);
  }

  private static String text(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) return "";
    var text = in.getText();
    return Texts.storable(text.substring(0, Math.min(text.length(), 200)));
  }
}
