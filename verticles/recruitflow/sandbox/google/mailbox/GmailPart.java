package recruitflow.sandbox.google.mailbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a mail as Gmail shows it.
 *
 * @param partId empty for the whole message, then "0", "1", "1.0" and so on
 * @param filename empty when the part has none
 * @param content decoded bytes, empty for a multipart
 */
public record GmailPart(
    String partId,
    String mimeType,
    String filename,
    List<NamedValue> headers,
    byte[] content,
    List<GmailPart> parts) {

  /** Longer bodies are fetched on their own. */
  private static final int INLINE_LIMIT = 32 * 1024;

  /** A header in the sender's casing, unfolded and decoded. */
  record NamedValue(String name, String value) {}

  /** Reads a message; what cannot be read as MIME is refused as Gmail refuses it. */
  public static GmailPart read(byte[] raw) {
    try {
      return read(new MimeMessage(null, new ByteArrayInputStream(raw)), "");
    } catch (MessagingException | IOException e) {
      throw GmailFailure.invalid("Message could not be parsed.");
    }
  }

  private static GmailPart read(MimePart part, String partId)
      throws MessagingException, IOException {
    var headers =
        Collections.list(part.getAllHeaders()).stream()
            .map(each -> new NamedValue(each.getName(), unfolded(each)))
            .toList();
    var type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!part.isMimeType("multipart/*")) {
      var content = part.getInputStream().readAllBytes();
      return new GmailPart(partId, type, filename(part), headers, content, List.of());
    }
    var inner = new MimeMultipart(part.getDataHandler().getDataSource());
    var parts = new ArrayList<GmailPart>();
    for (var i = 0; i < inner.getCount(); i++) {
      var id = partId.isEmpty() ? "" + i : partId + "." + i;
      parts.add(read((MimePart) inner.getBodyPart(i), id));
    }
    return new GmailPart(partId, type, filename(part), headers, new byte[0], parts);
  }

  private static String filename(MimePart part) throws MessagingException {
    var name = part.getFileName();
    return name == null ? "" : decoded(name);
  }

  private static String unfolded(Header header) {
    return decoded(MimeUtility.unfold(header.getValue()));
  }

  private static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException _) {
      return text;
    }
  }

  /** The first header of that name in any casing, or an empty text. */
  public String header(String name) {
    return headers.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(NamedValue::value)
        .findFirst()
        .orElse("");
  }

  /** This part and all below it. */
  public Stream<GmailPart> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(GmailPart::all));
  }

  public Optional<GmailPart> byId(String id) {
    return all().filter(part -> part.partId.equals(id)).findFirst();
  }

  /** The whole tree; {@code attachmentIds} names a body that is fetched on its own. */
  public JsonObject toJson(Function<GmailPart, String> attachmentIds) {
    var json = head(headers);
    var body = new JsonObject().put("size", content.length);
    if (!filename.isEmpty() || content.length > INLINE_LIMIT) {
      body.put("attachmentId", attachmentIds.apply(this));
    } else if (content.length > 0) {
      body.put("data", base64(content));
    }
    json.put("body", body);
    if (parts.isEmpty()) return json;
    var children = new JsonArray();
    parts.forEach(part -> children.add(part.toJson(attachmentIds)));
    return json.put("parts", children);
  }

  /** Only the headers asked for, or all of them when none is named. */
  public JsonObject headersOnly(List<String> names) {
    var wanted = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    var some =
        headers.stream()
            .filter(
                each -> wanted.isEmpty() || wanted.contains(each.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new JsonObject().put("mimeType", mimeType).put("headers", json(some));
  }

  private JsonObject head(List<NamedValue> shown) {
    return new JsonObject()
        .put("partId", partId)
        .put("mimeType", mimeType)
        .put("filename", filename)
        .put("headers", json(shown));
  }

  private static JsonArray json(List<NamedValue> headers) {
    var array = new JsonArray();
    headers.forEach(
        each -> array.add(new JsonObject().put("name", each.name()).put("value", each.value())));
    return array;
  }

  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
