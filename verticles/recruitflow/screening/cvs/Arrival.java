package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.inbound.ReceivedMail;
import recruitflow.screening.cvs.files.IncomingFile;

/**
 * A CV with where it came from.
 *
 * @param key message and part it came from; the same when it comes again
 * @param payload all that the provider said of it, kept when nobody is found
 */
public record Arrival(Sender sender, IncomingFile file, String key, JsonObject payload) {

  /**
   * Who sent it.
   *
   * @param address mail address, or digits of a phone number
   * @param hidden the address names nobody: WhatsApp kept the number to itself
   * @param replyTo where answers to a mail go, when that is another address; else null
   * @param threadId the mail thread; null for WhatsApp
   */
  public record Sender(
      Channel channel,
      String address,
      boolean hidden,
      String subject,
      String snippet,
      String replyTo,
      String threadId) {

    /** Someone who wrote by WhatsApp. */
    public static Sender byWhatsApp(String address, boolean hidden, String caption) {
      return new Sender(Channel.WHATSAPP, address, hidden, null, caption, null, null);
    }

    /** Someone who wrote a mail. */
    public static Sender of(ReceivedMail mail) {
      return new Sender(
          Channel.EMAIL,
          mail.from(),
          false,
          mail.subject(),
          mail.snippet(),
          mail.replyTo(),
          mail.threadId());
    }
  }
}
