package recruitflow.cvs;

import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Marks a mail that has been dealt with as done and read. Repeating it does no harm. */
final class MarkMail {
  static final String KIND = "cvs.markMail";

  private final House house;
  private final Mailbox mailbox;
  private final Ledger ledger = new Ledger();

  MarkMail(House house, Mailbox mailbox) {
    this.house = house;
    this.mailbox = mailbox;
  }

  TaskResult run(TaskRun run) {
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
