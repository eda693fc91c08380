package recruitflow.domain.screening.messages;

import java.time.Duration;
import java.time.Instant;
import recruitflow.domain.desk.applications.ApplicationStatus;

/** What is due for an application that waits for a CV. */
public sealed interface FollowUp {

  /** Ask once more. */
  record Send(MessageType type) implements FollowUp {}

  /** Both reminders went out in vain. */
  record Overdue() implements FollowUp {}

  /** The interval has not passed yet. */
  record NotYet(Instant at) implements FollowUp {}

  /** A file came that may be the CV: a person must look at it first. */
  record FileWaits() implements FollowUp {}

  /** No reminder belongs here. */
  record None() implements FollowUp {}

  /**
   * Decides by the time since the last message that reached its provider.
   *
   * @param lastSent business time; null counts as long ago
   * @param fileWaits a file of the candidate's was not looked at yet
   */
  static FollowUp decide(
      ApplicationStatus status,
      Instant lastSent,
      Duration interval,
      Instant now,
      boolean fileWaits) {
    var due = byHand(status);
    if (fileWaits && !(due instanceof None)) return new FileWaits();
    if (due instanceof None || lastSent == null || !lastSent.plus(interval).isAfter(now)) {
      return due;
    }
    return new NotYet(lastSent.plus(interval));
  }

  /** What comes next when nobody waits for the interval. */
  static FollowUp byHand(ApplicationStatus status) {
    return switch (status) {
      case AWAITING_CV -> new Send(MessageType.CV_FOLLOWUP_1);
      case CV_FOLLOWUP_1 -> new Send(MessageType.CV_FOLLOWUP_2);
      case CV_FOLLOWUP_2 -> new Overdue();
      default -> new None();
    };
  }
}
