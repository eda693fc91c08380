package recruitflow.screening.cvs.mail;

import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.cvs.Ledger;
import recruitflow.screening.cvs.Setback;

/** Marks a mail that has been dealt with as done and read. Repeating it does no harm. */
public final class MarkMail {
  public static final String KIND = "cvs.markMail";

  private final House house;
  private final Mailbox mailbox;
  private final Ledger ledger = new Ledger();

  public MarkMail(House house, Mailbox mailbox) {
    this.house = house;
    this.mailbox = mailbox;
  }

  public TaskResult run(TaskRun run) {
    var messageId = ledger.eventId(house.db().sql(), run.payloadId("eventId"));
    try {
      mailbox.markDone(messageId);
      return new TaskResult.Done();
    } catch (ProviderFailure.Refused refused) {
      if (refused.status() == 404) return new TaskResult.Cancel("the mail is gone");
      return setback(refused);
    } catch (RuntimeException e) {
      return setback(e);
    }
  }

  private static TaskResult setback(RuntimeException e) {
    return Setback.of(e).orElseGet(() -> new TaskResult.Retry(String.valueOf(e.getMessage())));
  }
}
