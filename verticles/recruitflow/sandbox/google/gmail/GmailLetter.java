package recruitflow.sandbox.google.gmail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import recruitflow.sandbox.people.CvFiles;

/**
 * A mail that somebody outside writes, with its attachments.
 *
 * @param name of the sender, null for none
 * @param answers Message-ID of the mail it answers, or null
 * @param messageId its own, with angle brackets
 */
record GmailLetter(
    String from,
    String name,
    String to,
    String subject,
    String text,
    String answers,
    String messageId,
    Instant written,
    List<CvFiles.CvFile> attachments) {

  private static final String BOUNDARY = "=_sandbox_part";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder();

  /** The message as it travels. */
  byte[] raw() {
    var lines = new ArrayList<String>();
    lines.add("From: " + (name == null ? from : word(name) + " <" + from + ">"));
    lines.add("To: " + to);
    lines.add("Subject: " + word(subject));
    lines.add(
        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)));
    lines.add("Message-ID: " + messageId);
    if (answers != null) lines.addAll(List.of("In-Reply-To: " + answers, "References: " + answers));
    lines.add("MIME-Version: 1.0");
    lines.addAll(attachments.isEmpty() ? textPart() : multipart());
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private List<String> textPart() {
    return List.of(
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
        "",
        LINES.encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> multipart() {
    var lines = new ArrayList<String>();
    lines.add("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"");
    lines.addAll(List.of("", "--" + BOUNDARY));
    lines.addAll(textPart());
    for (var file : attachments) {
      var fileName = word(file.fileName());
      lines.add("--" + BOUNDARY);
      lines.add("Content-Type: " + file.contentType() + "; name=\"" + fileName + "\"");
      lines.add("Content-Disposition: attachment; filename=\"" + fileName + "\"");
      lines.addAll(List.of("Content-Transfer-Encoding: base64", ""));
      lines.add(LINES.encodeToString(file.bytes()));
    }
    lines.add("--" + BOUNDARY + "--");
    return lines;
  }

  private static String word(String text) {
    try {
      return MimeUtility.encodeText(text.replaceAll("[\\r\\n]+", " "), "UTF-8", "B");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }
}
