package recruitflow.screening.messages;

import recruitflow.domain.screening.messages.FollowUp;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.screening.messages.MessageOperations.Written;

/** Sends the next reminder because a recruiter wants it now. */
final class FollowUpByHand {

  private final House house;
  private final WriteMessages write;

  FollowUpByHand(House house, WriteMessages write) {
    this.house = house;
    this.write = write;
  }

  Written run(Caller caller, ById input) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var recipient =
                  Recipients.lock(sql, input.id())
                      .orElseThrow(() -> Failure.notFound("application"));
              if (recipient.isPositionClosed()) {
                throw Failure.conflict("The position is closed: nothing is sent any more.");
              }
              if (recipient.fileWaits()) {
                throw Failure.conflict("A file came that may be the CV: say first what it is.");
              }
              return switch (FollowUp.byHand(recipient.status())) {
                case FollowUp.Send(var type) -> {
                  var written = write.automatic(sql, recipient, type, caller.userId());
                  if (written.isEmpty()) {
                    throw Failure.conflict(nothingWritten(sql, recipient, type));
                  }
                  yield new Written(written);
                }
                case FollowUp.Overdue() -> throw Failure.conflict("Both reminders have been sent.");
                case FollowUp.NotYet _, FollowUp.FileWaits(), FollowUp.None() ->
                    throw Failure.conflict(
                        "No reminder is due while the application is "
                            + recipient.status().text()
                            + ".");
              };
            });
  }

  private String nothingWritten(Sql sql, Recipient recipient, MessageType type) {
    return write.hasHope(sql, recipient, type)
        ? "This reminder went out or is on its way already."
        : "This reminder was refused on every channel: correct the address first.";
  }
}
