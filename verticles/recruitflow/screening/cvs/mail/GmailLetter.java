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
import recruitflow.domain.screening.cvs.CvLike.Place;
import recruitflow.domain.screening.inbound.MailText;
import recruitflow.domain.screening.inbound.ReceivedMail;

/** Reads a mail as the Gmail API shows it. What is missing or of another type counts as empty. */
record GmailLetter(JsonObject raw) {
  private static final long LARGEST_TEXT = 1024 * 1024;

  /** The mail; {@code content} gives the bytes of a part whose text is not in the answer itself. */
  ReceivedMail mail(Function<JsonObject, Buffer> content) {
    var payload = object(raw, "payload");
    var from = MailText.address(readable(header(payload, "From")));
    return new ReceivedMail(
        text(raw, "id"),
        text(raw, "threadId"),
        array(raw, "labelIds").stream().map(String::valueOf).toList(),
        from,
        replyTo(payload, from),
        MailText.tidy(readable(header(payload, "Subject"))),
        body(content),
        files(content));
  }

  private static String replyTo(JsonObject payload, String from) {
    var address = MailText.address(readable(header(payload, "Reply-To")));
    return address.isEmpty() || address.equals(from) ? null : address;
  }

  /** The part of that id. */
  Optional<JsonObject> part(String partId) {
    return parts().filter(part -> text(part, "partId").equals(partId)).findFirst();
  }

  private Stream<JsonObject> parts() {
    return all(object(raw, "payload"));
  }

  private static Stream<JsonObject> all(JsonObject part) {
    return Stream.concat(Stream.of(part), children(part).flatMap(GmailLetter::all));
  }

  /** Without the parts of letters that are attached: their words are another's. */
  private static Stream<JsonObject> own(JsonObject part) {
    var inner = isLetter(part) ? Stream.<JsonObject>empty() : children(part);
    return Stream.concat(Stream.of(part), inner.flatMap(GmailLetter::own));
  }

  private static Stream<JsonObject> children(JsonObject part) {
    return array(part, "parts").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  private static boolean isLetter(JsonObject part) {
    return text(part, "mimeType").equalsIgnoreCase("message/rfc822");
  }

  private String body(Function<JsonObject, Buffer> content) {
    var plain = MailText.tidy(texts("text/plain", content));
    return plain.isBlank() ? MailText.ofHtml(texts("text/html", content)) : plain;
  }

  private String texts(String type, Function<JsonObject, Buffer> content) {
    return own(object(raw, "payload"))
        .filter(part -> text(part, "mimeType").equalsIgnoreCase(type) && !isFile(part))
        .filter(part -> size(part) <= LARGEST_TEXT)
        .map(part -> decoded(content.apply(part).getBytes(), header(part, "Content-Type")))
        .collect(Collectors.joining("\n"));
  }

  private List<ReceivedMail.Part> files(Function<JsonObject, Buffer> content) {
    var embedded = parts().anyMatch(part -> isFile(part) && !contentId(part).isEmpty());
    var html = embedded ? texts("text/html", content) : "";
    var related =
        parts()
            .filter(part -> text(part, "mimeType").equalsIgnoreCase("multipart/related"))
            .flatMap(GmailLetter::children)
            .map(part -> text(part, "partId"))
            .collect(Collectors.toSet());
    return parts()
        .filter(GmailLetter::isFile)
        .map(part -> file(part, place(part, related.contains(text(part, "partId")), html)))
        .toList();
  }

  private static Place place(JsonObject part, boolean related, String html) {
    var disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
    var id = contentId(part);
    var shown = !id.isEmpty() && html.contains("cid:" + id);
    if (shown || related && !disposition.startsWith("attachment")) return Place.EMBEDDED;
    return disposition.startsWith("inline") ? Place.SHOWN : Place.ATTACHED;
  }

  private static String contentId(JsonObject part) {
    return header(part, "Content-ID").replaceAll("[<>\\s]", "");
  }

  private static boolean isFile(JsonObject part) {
    var type = text(part, "mimeType").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) return false;
    if (isLetter(part)) return all(part).skip(1).noneMatch(GmailLetter::isFile);
    return !text(part, "filename").isBlank()
        || (size(part) > 0 && !type.startsWith("text/") && !type.startsWith("message/"));
  }

  private static ReceivedMail.Part file(JsonObject part, Place place) {
    return new ReceivedMail.Part(
        text(part, "partId"),
        readable(text(part, "filename")),
        text(part, "mimeType").toLowerCase(Locale.ROOT),
        size(part),
        place);
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
