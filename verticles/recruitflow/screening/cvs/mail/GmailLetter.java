package recruitflow.screening.cvs.mail;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recruitflow.domain.screening.inbound.MailText;
import recruitflow.domain.screening.inbound.ReceivedMail;

/** Reads a mail as the Gmail API shows it. What is missing or of another type counts as empty. */
record GmailLetter(JsonObject raw) {
  private static final long LARGEST_TEXT = 1024 * 1024;

  /** The mail; {@code content} gives the bytes of a part whose text is not in the answer itself. */
  ReceivedMail mail(Function<JsonObject, Buffer> content) {
    var payload = object(raw, "payload");
    return new ReceivedMail(
        text(raw, "id"),
        text(raw, "threadId"),
        array(raw, "labelIds").stream().map(String::valueOf).toList(),
        MailText.address(readable(header(payload, "From"))),
        MailText.tidy(readable(header(payload, "Subject"))),
        body(content),
        parts().filter(GmailLetter::isFile).map(GmailLetter::file).toList());
  }

  /** The part of that id. */
  Optional<JsonObject> part(String partId) {
    return parts().filter(part -> text(part, "partId").equals(partId)).findFirst();
  }

  private Stream<JsonObject> parts() {
    return all(object(raw, "payload"));
  }

  private static Stream<JsonObject> all(JsonObject part) {
    var inner =
        array(part, "parts").stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
    return Stream.concat(Stream.of(part), inner.flatMap(GmailLetter::all));
  }

  private String body(Function<JsonObject, Buffer> content) {
    var plain = MailText.tidy(texts("text/plain", content));
    return plain.isBlank() ? MailText.ofHtml(texts("text/html", content)) : plain;
  }

  private String texts(String type, Function<JsonObject, Buffer> content) {
    return parts()
        .filter(part -> text(part, "mimeType").equalsIgnoreCase(type) && !isFile(part))
        .filter(part -> size(part) <= LARGEST_TEXT)
        .map(part -> decoded(content.apply(part).getBytes(), header(part, "Content-Type")))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isFile(JsonObject part) {
    var type = text(part, "mimeType").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) return false;
    return !text(part, "filename").isBlank()
        || (size(part) > 0 && !type.startsWith("text/") && !type.startsWith("message/"));
  }

  private static ReceivedMail.Part file(JsonObject part) {
    var disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
    return new ReceivedMail.Part(
        text(part, "partId"),
        readable(text(part, "filename")),
        text(part, "mimeType").toLowerCase(Locale.ROOT),
        size(part),
        disposition.startsWith("inline"));
  }

  private static long size(JsonObject part) {
    return object(part, "body").getValue("size") instanceof Number size ? size.longValue() : 0;
  }

  private static String header(JsonObject part, String name) {
    return array(part, "headers").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(header -> text(header, "name").equalsIgnoreCase(name))
        .map(header -> text(header, "value"))
        .findFirst()
        .orElse("");
  }

  /** Words in encoded form are made readable. */
  private static String readable(String header) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(header));
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return header;
    }
  }

  /** UTF-8 where the bytes are that, else what the part says of itself. */
  private static String decoded(byte[] bytes, String contentType) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, charset(contentType));
    }
  }

  private static Charset charset(String contentType) {
    try {
      var name = new ContentType(contentType).getParameter("charset");
      return Charset.forName(MimeUtility.javaCharset(name));
    } catch (ParseException | IllegalArgumentException | NullPointerException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url.strip());
  }

  static JsonObject object(JsonObject json, String name) {
    return json.getValue(name) instanceof JsonObject object ? object : new JsonObject();
  }

  private static List<?> array(JsonObject json, String name) {
    return json.getValue(name) instanceof JsonArray array ? array.stream().toList() : List.of();
  }

  private static String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text ? text : "";
  }
}
