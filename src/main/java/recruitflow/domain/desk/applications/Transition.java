package recruitflow.domain.desk.applications;

import static recruitflow.domain.desk.applications.ApplicationStatus.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of what may happen to an application: each operation with the statuses it starts
 * from and the one it leads to. Whatever is not in the table is refused; only a recruiter's
 * override, which needs a note, stands beside it.
 */
public enum Transition {
  /** A recruiter puts it into the call queue, for the first time or again. */
  TRIGGER_CALL(CALL_QUEUED, PENDING_CALL, CALL_FAILED),
  /** A recruiter asks for a call at once. */
  CALL_NOW(CALL_QUEUED, PENDING_CALL, CALL_FAILED, CALLBACK_SCHEDULED, NEEDS_HUMAN),
  /** The time of a call-back has come. */
  CALLBACK_DUE(CALL_QUEUED, CALLBACK_SCHEDULED),
  /** The provider accepted the call. */
  PLACE_CALL(CALL_IN_PROGRESS, CALL_QUEUED),
  /** The provider refused the call before anything was dialled. */
  SUBMISSION_FAILED(CALL_FAILED, CALL_QUEUED),
  /** The conversation took place. */
  COMPLETE_CALL(CALL_COMPLETED, CALL_IN_PROGRESS),
  /** The conversation came to light after the call had been given up. */
  COMPLETE_LATE(CALL_COMPLETED, CALL_QUEUED, CALL_FAILED, NEEDS_HUMAN),
  /** The attempt reached nobody and another one is allowed. */
  RETRY_CALL(CALL_QUEUED, CALL_IN_PROGRESS),
  /** The provider never dialled it: back into the queue at no cost. */
  RETURN_TO_QUEUE(CALL_QUEUED, CALL_IN_PROGRESS),
  /** The last attempt allowed reached nobody. */
  CALLS_EXHAUSTED(CALL_FAILED, CALL_IN_PROGRESS),
  /** Nobody can say whether the call took place, so a person has to. */
  CALL_UNSETTLED(NEEDS_HUMAN, CALL_IN_PROGRESS),

  /** The conversation is being scored. */
  START_SCORING(SCORING, CALL_COMPLETED),
  /** A recruiter has the conversation scored once more. */
  SCORE_AGAIN(SCORING, NEEDS_HUMAN, CALLBACK_SCHEDULED),
  QUALIFY(QUALIFIED, SCORING),
  DISQUALIFY(NOT_QUALIFIED, SCORING),
  CALLBACK_REQUESTED(CALLBACK_SCHEDULED, SCORING),
  HUMAN_NEEDED(NEEDS_HUMAN, SCORING),
  /** A recruiter sets the time of a call-back, or another one. */
  SCHEDULE_CALLBACK(
      CALLBACK_SCHEDULED, PENDING_CALL, CALL_QUEUED, CALL_FAILED, NEEDS_HUMAN, CALLBACK_SCHEDULED),

  /** The request for the CV went out. */
  REQUEST_CV(AWAITING_CV, QUALIFIED),
  /** The request for the CV, for future positions, went out. */
  REQUEST_CV_REJECTED(AWAITING_CV_REJECTED, NOT_QUALIFIED),
  /** The CV came before the request for it, or while that was still on its way. */
  CV_ALREADY_HERE(CV_RECEIVED, QUALIFIED),
  CV_ALREADY_HERE_REJECTED(CV_RECEIVED_REJECTED, NOT_QUALIFIED),
  FIRST_FOLLOW_UP(CV_FOLLOWUP_1, AWAITING_CV),
  SECOND_FOLLOW_UP(CV_FOLLOWUP_2, CV_FOLLOWUP_1),
  CV_IS_OVERDUE(CV_OVERDUE, CV_FOLLOWUP_2),
  RECEIVE_CV(CV_RECEIVED, AWAITING_CV, CV_FOLLOWUP_1, CV_FOLLOWUP_2, CV_OVERDUE),
  RECEIVE_CV_REJECTED(CV_RECEIVED_REJECTED, AWAITING_CV_REJECTED),

  /** The rejected candidate sent no CV in time. */
  CLOSE_REJECTED(CLOSED, AWAITING_CV_REJECTED),
  /** The overdue CV never came. */
  CLOSE_OVERDUE(CLOSED, CV_OVERDUE),
  /** A recruiter ends it, at any time but during a call and its scoring. */
  CLOSE(
      CLOSED,
      PENDING_CALL,
      CALL_QUEUED,
      QUALIFIED,
      NOT_QUALIFIED,
      AWAITING_CV,
      CV_FOLLOWUP_1,
      CV_FOLLOWUP_2,
      CV_OVERDUE,
      AWAITING_CV_REJECTED,
      CV_RECEIVED,
      CV_RECEIVED_REJECTED,
      CALLBACK_SCHEDULED,
      NEEDS_HUMAN,
      CALL_FAILED);

  private final ApplicationStatus to;
  private final Set<ApplicationStatus> from;

  Transition(ApplicationStatus to, ApplicationStatus first, ApplicationStatus... more) {
    this.to = to;
    this.from = EnumSet.of(first, more);
  }

  /** The status it leads to. */
  public ApplicationStatus to() {
    return to;
  }

  /** The statuses it may start from. */
  public Set<ApplicationStatus> from() {
    return EnumSet.copyOf(from);
  }

  /** The new status, or nothing when this may not happen in the given one. */
  public Optional<ApplicationStatus> apply(ApplicationStatus status) {
    return from.contains(status) ? Optional.of(to) : Optional.empty();
  }

  /** Whether a person or a call-back puts it into the queue, so that attempts are counted anew. */
  public boolean startsNewCallBudget() {
    return this == TRIGGER_CALL || this == CALL_NOW || this == CALLBACK_DUE;
  }

  /**
   * Whether it is taken also with an application that was set by hand and rests: it answers what
   * the candidate sent, or ends it in silence; nothing leaves because of it.
   */
  public boolean isForResting() {
    return to == CV_RECEIVED || to == CV_RECEIVED_REJECTED || to == CLOSED;
  }

  /** Why it ended, when this ends it: as stored in the application. */
  public Optional<String> closedReason(ApplicationStatus status) {
    return switch (this) {
      case CLOSE_REJECTED -> Optional.of("timeout");
      case CLOSE_OVERDUE -> Optional.of("overdue");
      case CLOSE ->
          Optional.of(
              status == CV_RECEIVED || status == CV_RECEIVED_REJECTED ? "cv_received" : "manual");
      default -> Optional.empty();
    };
  }

  /** How a refusal names it, such as {@code trigger_call}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The step that a CV takes in that status, or nothing where it changes none. A scored application
   * moves on although the request may still be on its way: what is settled later changes nothing.
   */
  public static Optional<Transition> onCv(ApplicationStatus status) {
    return Set.of(RECEIVE_CV, RECEIVE_CV_REJECTED, CV_ALREADY_HERE, CV_ALREADY_HERE_REJECTED)
        .stream()
        .filter(step -> step.from.contains(status))
        .findFirst();
  }

  /** The step that the next due follow-up takes in that status, or nothing where none is due. */
  public static Optional<Transition> onFollowUp(ApplicationStatus status) {
    return Set.of(FIRST_FOLLOW_UP, SECOND_FOLLOW_UP).stream()
        .filter(step -> step.from.contains(status))
        .findFirst();
  }
}
