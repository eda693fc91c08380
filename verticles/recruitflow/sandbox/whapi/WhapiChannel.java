package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recruitflow.sandbox.people.CvFiles;

/** One WhatsApp number: its messages, how far they came, and the files people sent. */
final class WhapiChannel {
  static final String ID = "MANTIS-S4NDB";
  static final String OWN_NUMBER = "40312290000";
  private static final Map<String, Integer> CODES =
      Map.of("failed", 0, "pending", 1, "sent", 2, "delivered", 3, "read", 4);

  private final Map<String, JsonObject> messages = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> statuses = new HashMap<>();
  private final Map<String, CvFiles.CvFile> media = new HashMap<>();

  void add(JsonObject message) {
    messages.put(message.getString("id"), message);
  }

  void keep(String mediaId, CvFiles.CvFile file) {
    media.put(mediaId, file);
  }

  /** A file; 404 for one that is unknown or has expired. */
  CvFiles.CvFile media(String id) {
    if (!id.matches("[a-zA-Z0-9]+-[0-9a-fA-F-]+")) throw WhapiFailure.parameters("MediaID");
    return Optional.ofNullable(media.get(id)).orElseThrow(() -> WhapiFailure.notFound("media"));
  }

  JsonObject message(String id) {
    if (!id.matches("[A-Za-z0-9._]{4,30}-[A-Za-z0-9._]{4,14}(-[A-Za-z0-9._]{2,10}){0,2}"))
      throw WhapiFailure.parameters("MessageID");
    return Optional.ofNullable(messages.get(id))
        .orElseThrow(() -> WhapiFailure.notFound("message"));
  }

  /** A message of ours came one step further; what is told about it. */
  JsonObject advance(JsonObject message, String status, Instant at) {
    message.put("status", status);
    var step =
        new JsonObject()
            .put("id", message.getString("id"))
            .put("code", CODES.get(status))
            .put("status", status)
            .put("recipient_id", message.getString("chat_id"))
            .put("timestamp", "" + at.getEpochSecond());
    if (status.equals("failed"))
      step.put(
          "errors",
          new JsonArray().add(new JsonObject().put("code", 500).put("message", "Not delivered")));
    statuses.computeIfAbsent(message.getString("id"), _ -> new ArrayList<>()).add(step);
    return step;
  }

  /** The steps of a message of ours; others' are forbidden. */
  JsonObject statuses(String messageId) {
    if (!message(messageId).getBoolean("from_me"))
      throw new WhapiFailure(403, "View statuses available only for outgoing messages", null);
    return new JsonObject()
        .put("statuses", new JsonArray(statuses.getOrDefault(messageId, List.of())));
  }

  /** Which messages a list asks for; a null chat means all of them. */
  record Selection(
      String chatId,
      int count,
      int offset,
      long from,
      long to,
      Boolean fromMe,
      boolean oldestFirst) {

    private boolean fits(JsonObject message) {
      var at = message.getLong("timestamp");
      return (chatId == null || chatId.equals(message.getString("chat_id")))
          && at >= from
          && at <= to
          && (fromMe == null || fromMe.equals(message.getBoolean("from_me")));
    }
  }

  JsonObject list(Selection wanted) {
    var order =
        Comparator.<JsonObject>comparingLong(message -> message.getLong("timestamp"))
            .thenComparing(message -> message.getString("id"));
    var fitting =
        messages.values().stream()
            .filter(wanted::fits)
            .sorted(wanted.oldestFirst() ? order : order.reversed())
            .toList();
    var page = fitting.stream().skip(wanted.offset()).limit(wanted.count()).toList();
    return new JsonObject()
        .put("messages", new JsonArray(page))
        .put("count", page.size())
        .put("total", fitting.size())
        .put("offset", wanted.offset())
        .put("first", wanted.offset())
        .put("last", wanted.offset() + page.size());
  }
}
