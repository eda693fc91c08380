package recruitflow.domain.screening.inbound;

import java.util.List;
import recruitflow.domain.screening.cvs.CvLike.Place;

/**
 * A mail as it came, headers decoded.
 *
 * @param messageId the mailbox's id of the mail, the same at every look
 * @param from the sender's bare address in lower case
 * @param replyTo where answers go in lower case, when that is another address; else null
 * @param body what was written, as plain text
 */
public record ReceivedMail(
    String messageId,
    String threadId,
    List<String> labelIds,
    String from,
    String replyTo,
    String subject,
    String body,
    List<Part> attachments) {

  private static final int SNIPPET = 500;

  public ReceivedMail {
    labelIds = List.copyOf(labelIds);
    attachments = List.copyOf(attachments);
  }

  /**
   * A file of the mail, still in the mailbox.
   *
   * @param partId stays the same; the ids under which the mailbox hands it out do not
   * @param mimeType as declared
   * @param place how it stands in the mail
   */
  public record Part(String partId, String fileName, String mimeType, long size, Place place) {}

  /**
   * Something we sent, a draft, or what the user or the mailbox has thrown away. What the user sent
   * to himself is for us: it lies in the inbox too.
   */
  public boolean isNotForUs() {
    var sentAway = labelIds.contains("SENT") && !labelIds.contains("INBOX");
    return sentAway
        || labelIds.stream().anyMatch(List.of("DRAFT", "TRASH", "SPAM", "CHAT")::contains);
  }

  /** The beginning of the text. */
  public String snippet() {
    if (body.length() <= SNIPPET) return body;
    var end = Character.isHighSurrogate(body.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET;
    return body.substring(0, end);
  }
}
