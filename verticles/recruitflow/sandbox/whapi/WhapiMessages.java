package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.people.CvFiles;

/** Messages as Whapi shows them: one content under the name of its type. */
final class WhapiMessages {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final String ownNumber;
  private final Serial serial = new Serial();

  /**
   * @param ownNumber digits of the channel's phone
   */
  WhapiMessages(String ownNumber) {
    this.ownNumber = ownNumber;
  }

  /** A text of ours. */
  JsonObject sent(String chatId, String body, Instant at) {
    return content(ours(chatId, at), body, true);
  }

  /** A file of ours; the caption is null for none. */
  JsonObject sent(String chatId, String type, CvFiles.CvFile file, String caption, Instant at) {
    return media(ours(chatId, at), type, file, caption, null, at);
  }

  private JsonObject ours(String chatId, Instant at) {
    var message = head("wA4S", chatId, at, true).put("source", "api").put("from", ownNumber);
    return message.put("from_name", "Sandbox").put("status", "pending");
  }

  /** A text of somebody; one that holds a link becomes a preview of it. */
  JsonObject text(String digits, String name, String body, Instant at) {
    return content(received(digits, name, at), body, LINK.matcher(body).find());
  }

  private static JsonObject content(JsonObject message, String body, boolean preview) {
    var link = LINK.matcher(body);
    if (!preview || !link.find())
      return message.put("type", "text").put("text", new JsonObject().put("body", body));
    var content = new JsonObject().put("body", body).put("url", link.group());
    content.put("id", message.getString("id")).put("title", "Link");
    return message.put("type", "link_preview").put("link_preview", content);
  }

  /**
   * A file of somebody.
   *
   * @param type document, image, audio and so on
   * @param caption null for none
   * @param link where it can be fetched without a token, null when it must be asked for
   */
  JsonObject media(
      String digits,
      String name,
      String type,
      CvFiles.CvFile file,
      String caption,
      String link,
      Instant at) {
    return media(received(digits, name, at), type, file, caption, link, at);
  }

  private JsonObject media(
      JsonObject message,
      String type,
      CvFiles.CvFile file,
      String caption,
      String link,
      Instant at) {
    var content = new JsonObject().put("id", mediaId(file));
    if (link != null) content.put("link", link + content.getString("id"));
    content
        .put("mime_type", file.contentType())
        .put("file_size", file.bytes().length)
        .put("sha256", Base64.getEncoder().encodeToString(sha256(file.bytes())))
        .put("timestamp", at.getEpochSecond());
    if (type.equals("document"))
      content.put("file_name", file.fileName()).put("filename", file.fileName());
    if (caption != null) content.put("caption", caption);
    return message.put("type", type).put(type, content);
  }

  private JsonObject received(String digits, String name, Instant at) {
    var message = head("gEEA", digits + "@s.whatsapp.net", at, false);
    message.put("source", "mobile").put("from", digits);
    return name == null ? message : message.put("from_name", name);
  }

  private JsonObject head(String direction, String chatId, Instant at, boolean fromMe) {
    return new JsonObject()
        .put("id", "PsQ%d-%s".formatted(serial.next(), direction))
        .put("from_me", fromMe)
        .put("type", "text")
        .put("chat_id", chatId)
        .put("timestamp", at.getEpochSecond());
  }

  /** Ids begin with the kind of file. */
  private String mediaId(CvFiles.CvFile file) {
    var dot = file.fileName().lastIndexOf('.');
    var kind = dot < 0 ? "file" : file.fileName().substring(dot + 1).replaceAll("[^A-Za-z0-9]", "");
    return "%s-%012x".formatted(kind.isEmpty() ? "file" : kind, serial.next());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
