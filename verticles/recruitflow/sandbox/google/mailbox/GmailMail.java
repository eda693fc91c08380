package recruitflow.sandbox.google.mailbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message in the mailbox. Its labels and its history id change, nothing else does. */
public final class GmailMail {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
  private static final Pattern REPLY_PREFIX =
      Pattern.compile("^\\s*(?:(?:re|fwd?|aw|odp)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

  public final String id;
  public final String threadId;
  final Instant received;
  public final byte[] raw;
  public final GmailPart payload;
  public final Set<String> labels = new LinkedHashSet<>();
  public long historyId;

  GmailMail(String id, String threadId, Instant received, byte[] raw, GmailPart payload) {
    this.id = id;
    this.threadId = threadId;
    this.received = received;
    this.raw = raw;
    this.payload = payload;
  }

  /** The Message-ID with its angle brackets, or an empty text. */
  public static String messageId(GmailPart payload) {
    var found = MESSAGE_ID.matcher(payload.header("Message-ID"));
    return found.find() ? found.group() : "";
  }

  /** The Message-IDs this one says it answers. */
  static Set<String> answered(GmailPart payload) {
    return Stream.of("In-Reply-To", "References")
        .flatMap(name -> MESSAGE_ID.matcher(payload.header(name)).results())
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  /** The subject without Re: and its like, which must agree within a thread. */
  static String topic(GmailPart payload) {
    return REPLY_PREFIX
        .matcher(payload.header("Subject"))
        .replaceFirst("")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  public String header(String name) {
    return payload.header(name);
  }

  boolean hasAttachment() {
    return payload.all().anyMatch(part -> !part.filename().isEmpty());
  }

  /** Everything readable: headers of interest and the text parts. */
  String text() {
    var texts =
        payload
            .all()
            .filter(part -> part.mimeType().startsWith("text/") && part.filename().isEmpty())
            .map(part -> new String(part.content(), StandardCharsets.UTF_8));
    return Stream.concat(Stream.of(header("Subject"), header("From"), header("To")), texts)
        .collect(Collectors.joining("\n"));
  }

  private String snippet() {
    var plain =
        payload
            .all()
            .filter(part -> part.mimeType().equals("text/plain") && part.filename().isEmpty())
            .map(part -> new String(part.content(), StandardCharsets.UTF_8))
            .findFirst()
            .orElse("");
    var line = plain.replaceAll("\\s+", " ").strip();
    var cut = line.substring(0, Math.min(line.length(), 160));
    return cut.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  public JsonObject reference() {
    return new JsonObject().put("id", id).put("threadId", threadId);
  }

  public JsonObject labelled() {
    return reference().put("labelIds", new JsonArray(List.copyOf(labels)));
  }

  /** The message without its content. */
  public JsonObject minimal() {
    return labelled()
        .put("snippet", snippet())
        .put("sizeEstimate", raw.length)
        .put("historyId", "" + historyId)
        .put("internalDate", "" + received.toEpochMilli());
  }
}
