package recruitflow.domain.desk.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A status that a recruiter sets by hand. It starts nothing by itself, at once or later: what would
 * start in that status is chosen with it, or the application rests.
 *
 * @param askForCv the candidate is asked for the CV and reminded of it; null is no
 * @param startCall the candidate is phoned as soon as the position's hours allow; null is no
 * @param callbackAt when to call back; null where that is not the status
 */
public record StatusByHand(
    ApplicationStatus status, Boolean askForCv, Boolean startCall, Instant callbackAt) {

  private static final Duration FURTHEST = Duration.ofDays(365);

  /** What would begin by itself. */
  private enum Begins {
    NOTHING,
    CALL,
    CALLBACK,
    CV_REQUEST,
    REMINDERS,
    STEPS
  }

  private Begins begins() {
    return switch (status) {
      case CALL_QUEUED -> Begins.CALL;
      case CALLBACK_SCHEDULED -> Begins.CALLBACK;
      case QUALIFIED, NOT_QUALIFIED, AWAITING_CV, AWAITING_CV_REJECTED -> Begins.CV_REQUEST;
      case CV_FOLLOWUP_1, CV_FOLLOWUP_2 -> Begins.REMINDERS;
      case CALL_IN_PROGRESS, CALL_COMPLETED, SCORING -> Begins.STEPS;
      case PENDING_CALL,
          NEEDS_HUMAN,
          CALL_FAILED,
          CV_OVERDUE,
          CV_RECEIVED,
          CV_RECEIVED_REJECTED,
          CLOSED ->
          Begins.NOTHING;
    };
  }

  /** What is wrong with it by field; empty when it can be done. */
  public Map<String, String> mistakes(Instant now) {
    var mistakes = new HashMap<String, String>();
    if (yes(askForCv) && begins() != Begins.CV_REQUEST && begins() != Begins.REMINDERS) {
      mistakes.put("askForCv", "is for statuses in which a CV is asked for or awaited");
    }
    if (yes(startCall) && begins() != Begins.CALL) {
      mistakes.put("startCall", "is for call_queued");
    }
    if (begins() == Begins.CALLBACK) {
      if (callbackAt == null) mistakes.put("callbackAt", "is needed for callback_scheduled");
      else if (!callbackAt.isAfter(now)) mistakes.put("callbackAt", "must lie ahead");
      else if (callbackAt.isAfter(now.plus(FURTHEST)))
        mistakes.put("callbackAt", "must lie within a year");
    } else if (callbackAt != null) {
      mistakes.put("callbackAt", "is for callback_scheduled");
    }
    return Map.copyOf(mistakes);
  }

  /** A request for the CV is to be written now. */
  public boolean asksForCv() {
    return yes(askForCv) && begins() == Begins.CV_REQUEST;
  }

  /** The candidate is to be phoned. */
  public boolean phones() {
    return yes(startCall) || begins() == Begins.CALLBACK;
  }

  /** Nothing was chosen where something would begin: it stays as it is until somebody acts. */
  public boolean rests() {
    return switch (begins()) {
      case NOTHING, CALLBACK -> false;
      case CALL -> !yes(startCall);
      case CV_REQUEST, REMINDERS -> !yes(askForCv);
      case STEPS -> true;
    };
  }

  /** What to tell about an application that rests; null where there is nothing to tell. */
  public String notice() {
    if (!rests()) return null;
    return switch (begins()) {
      case CALL -> "Set by hand: nobody is phoned until somebody asks for the call.";
      case CV_REQUEST -> "Set by hand: the candidate is not asked for the CV and not reminded.";
      case REMINDERS -> "Set by hand: the candidate is not reminded of the CV.";
      case NOTHING, CALLBACK, STEPS -> null;
    };
  }

  private static boolean yes(Boolean choice) {
    return Boolean.TRUE.equals(choice);
  }
}
