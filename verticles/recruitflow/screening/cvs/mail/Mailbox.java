package recruitflow.screening.cvs.mail;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import recruitflow.domain.screening.inbound.ReceivedMail;

/**
 * The mailbox in which CVs and answers arrive. Every call awaits the provider and fails as {@link
 * recruitflow.platform.providers.ProviderFailure} or {@link
 * recruitflow.platform.providers.GoogleAccess.Revoked}.
 */
interface Mailbox {

  /** A mail and the thread it stands in. */
  record MailId(String messageId, String threadId) {}

  /** A mail with all that the mailbox tells of it. */
  record Letter(ReceivedMail mail, JsonObject raw) {}

  /** What is marked for us and not yet done. */
  List<MailId> waiting();

  /** What came lately, wherever it lies: answers to our mails may carry no mark. */
  List<MailId> recent();

  /** One mail, its files left where they are. */
  Letter read(String messageId);

  /** The bytes of one file of a mail that has been read. */
  Buffer attachment(Letter letter, String partId);

  /** Marks it as done and as read; doing so again changes nothing. */
  void markDone(String messageId);
}
