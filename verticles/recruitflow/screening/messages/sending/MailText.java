package recruitflow.screening.messages.sending;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Properties;

/** A message as RFC 2822 text under our own Message-ID. */
final class MailText {

  private static final Session SESSION = Session.getInstance(new Properties());

  private MailText() {}

  /**
   * The bytes to send; the sender is left to the mailbox.
   *
   * @throws MessagingException when the address cannot be written into a header
   */
  static byte[] of(Outgoing message) throws MessagingException {
    var mail = new WithOwnId(message.messageId());
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
    mail.setSubject(message.subject(), "UTF-8");
    mail.setSentDate(new Date());
    if (!message.references().isEmpty()) {
      mail.setHeader("In-Reply-To", message.references().getLast());
      mail.setHeader("References", String.join("\r\n ", message.references()));
    }
    mail.setText(message.body(), "UTF-8");
    mail.saveChanges();
    return bytes(mail);
  }

  private static byte[] bytes(MimeMessage mail) throws MessagingException {
    try (var out = new ByteArrayOutputStream()) {
      mail.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class WithOwnId extends MimeMessage {
    private final String id;

    WithOwnId(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
