package recruitflow.domain.screening.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import recruitflow.domain.screening.inbound.WhapiEvent.Ignored;
import recruitflow.domain.screening.inbound.WhapiEvent.Media;
import recruitflow.domain.screening.inbound.WhapiEvent.Medium;
import recruitflow.domain.screening.inbound.WhapiEvent.Sender;
import recruitflow.domain.screening.inbound.WhapiEvent.Text;
import recruitflow.domain.screening.inbound.WhapiEvent.Trace;

/** Reads one message of a delivery: up to two events, since a file may come with words. */
final class WhapiMessage {
  private static final Set<String> MEDIA =
      Set.of("document", "documentWithCaption", "image", "video", "gif", "short", "audio", "voice");

  private WhapiMessage() {}

  static List<WhapiEvent> read(JsonNode message) {
    var id = Texts.of(message.path("id"));
    var type = Texts.of(message.path("type"));
    var refusal = refusal(message, id);
    if (refusal.isPresent()) return List.of(new Ignored(type + " " + id, refusal.get()));
    var from = sender(message);
    if (MEDIA.contains(type)) return media(id, type, from, content(message, type));
    var words = words(message, type);
    if (!words.isBlank()) return List.of(new Text(id, from, words));
    return isNotice(message, type)
        ? List.of(new Ignored(type + " " + id, "holds no words and no file"))
        : List.of(trace(id, from, type, message));
  }

  private static Trace trace(String id, Sender from, String type, JsonNode message) {
    var kind = type.matches("[a-zA-Z_]{1,30}") ? type : "unknown";
    return new Trace(id, from, kind, WordlessMessage.line(kind, message));
  }

  /** Told by WhatsApp itself, or a change of something else; a reaction is an answer. */
  private static boolean isNotice(JsonNode message, String type) {
    var reaction = Texts.of(message.path("action").path("type")).equals("reaction");
    return type.equals("system")
        || type.equals("text")
        || type.equals("pin")
        || type.equals("action") && !reaction;
  }

  private static Optional<String> refusal(JsonNode message, String id) {
    var chat = Texts.of(message.path("chat_id"));
    if (id.isEmpty()) return Optional.of("no message id");
    if (id.length() > WhapiDelivery.LONGEST_ID)
      return Optional.of("a message id beyond all measure");
    if (message.path("from_me").asBoolean(false)) return Optional.of("our own message");
    if (chat.endsWith("@g.us")) return Optional.of("a group");
    if (chat.endsWith("@newsletter")) return Optional.of("a newsletter");
    if (chat.endsWith("@broadcast")) return Optional.of("a broadcast");
    return sender(message).address().isEmpty() ? Optional.of("no sender") : Optional.empty();
  }

  /** In a person's chat the chat id and the sender are the same; a hidden number has only an id. */
  private static Sender sender(JsonNode message) {
    var chat = Texts.of(message.path("chat_id"));
    var from = Texts.of(message.path("from"));
    var name = Texts.of(message.path("from_name"));
    if (chat.endsWith("@lid") || from.endsWith("@lid")) {
      return new Sender(chat.endsWith("@lid") ? chat : from, true, name);
    }
    var digits = digits(from);
    return new Sender(digits.isEmpty() ? digits(chat) : digits, false, name);
  }

  /** The phone digits before the at sign, empty when there is anything but digits and a plus. */
  static String digits(String address) {
    var at = address.indexOf('@');
    var number = (at < 0 ? address : address.substring(0, at)).strip();
    var bare = number.startsWith("+") ? number.substring(1) : number;
    return bare.matches("[0-9]{5,20}") ? bare : "";
  }

  private static List<WhapiEvent> media(String id, String type, Sender from, JsonNode content) {
    var events = new ArrayList<WhapiEvent>();
    var caption = caption(content);
    caption.ifPresent(words -> events.add(new Text(id, from, words)));
    var mediaId = Texts.of(content.path("id"));
    events.add(
        mediaId.isEmpty()
            ? new Trace(Media.traceId(id), from, type, Media.line(type, fileName(content)))
            : new Media(id, from, type, medium(mediaId, content)));
    return events;
  }

  private static Medium medium(String id, JsonNode content) {
    return new Medium(
        id,
        fileName(content),
        Texts.of(content.path("mime_type")).toLowerCase(Locale.ROOT),
        Math.max(0, content.path("file_size").asLong(0)));
  }

  private static String fileName(JsonNode content) {
    var name = Texts.of(content.path("file_name"));
    return name.isEmpty() ? Texts.of(content.path("filename")) : name;
  }

  /** Some phones repeat the file's name as its caption: that is nothing the candidate said. */
  private static Optional<String> caption(JsonNode content) {
    return Optional.of(Texts.of(content.path("caption")))
        .filter(words -> !words.isBlank() && !words.equals(fileName(content)));
  }

  private static JsonNode content(JsonNode message, String type) {
    var own = message.path(type);
    return own.isObject() ? own : message.path("document");
  }

  private static String words(JsonNode message, String type) {
    return switch (type) {
      case "text", "link_preview" -> Texts.of(message.path(type).path("body"));
      case "reply" -> pressed(message.path("reply"));
      case "action" -> Texts.of(message.path("action").path("edited_content").path("body"));
      default -> "";
    };
  }

  private static String pressed(JsonNode reply) {
    var button = Texts.of(reply.path("buttons_reply").path("title"));
    return button.isEmpty() ? Texts.of(reply.path("list_reply").path("title")) : button;
  }
}
