package recruitflow.domain.desk.applications;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.positions.PositionStatus;

/** What a recruiter can do with an application, and why not. */
public enum Action {
  CALL_NOW,
  CALLBACK,
  FOLLOW_UP,
  CLOSE,
  OVERRIDE,
  ASSIGN,
  REQUEUE,
  SEND_MESSAGE,
  UPLOAD_CV,
  EVALUATE;

  /**
   * What the decision looks at.
   *
   * @param callingHours such as 10:00–18:00; null when it is inside them now
   * @param reachable there is a number or an address to write to
   * @param talked there is a finished conversation
   * @param fileWaits a file came of which nobody has said whether it is the CV
   */
  public record Situation(
      Callee callee, String callingHours, boolean reachable, boolean talked, boolean fileWaits) {
    private ApplicationStatus status() {
      return callee.status();
    }

    private boolean positionClosed() {
      return callee.positionStatus() == PositionStatus.CLOSED;
    }
  }

  /** The name on the wire, such as {@code call_now}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For each action the reason against it, or nothing where it is possible. */
  public static Map<Action, Optional<Refusal>> refusals(Situation situation) {
    var refusals = new EnumMap<Action, Optional<Refusal>>(Action.class);
    for (var action : values()) {
      refusals.put(action, action.refusal(situation));
    }
    return refusals;
  }

  private Optional<Refusal> refusal(Situation s) {
    return switch (this) {
      case CALL_NOW -> CallRefusal.ofCallNow(s.callee()).or(() -> outsideHours(s));
      case CALLBACK -> CallRefusal.ofCallback(s.callee());
      case FOLLOW_UP -> followUp(s);
      case CLOSE -> close(s);
      case REQUEUE -> CallRefusal.ofTrigger(s.callee());
      case SEND_MESSAGE -> message(s);
      case EVALUATE -> unless(s.talked(), "no_conversation", "There is no conversation to score.");
      case OVERRIDE, ASSIGN, UPLOAD_CV -> Optional.empty();
    };
  }

  private static Optional<Refusal> outsideHours(Situation s) {
    return Optional.ofNullable(s.callingHours())
        .map(
            hours ->
                Refusal.of(
                    "outside_hours",
                    "hours",
                    hours,
                    "Calls of this position are placed between " + hours + "."));
  }

  private static Optional<Refusal> followUp(Situation s) {
    if (s.status() == ApplicationStatus.CV_FOLLOWUP_2) {
      return refused("follow_ups_sent", "Both follow-ups were sent.");
    }
    if (Transition.onFollowUp(s.status()).isEmpty()) {
      return refused(
          "no_follow_up", "A follow-up is for qualified candidates whose CV is awaited.");
    }
    if (s.fileWaits()) {
      return refused("file_waits", "A file came that may be the CV: say first what it is.");
    }
    return message(s);
  }

  private static Optional<Refusal> close(Situation s) {
    if (s.status() == ApplicationStatus.CLOSED) {
      return refused("closed", "It is closed already.");
    }
    return unless(
        Transition.CLOSE.apply(s.status()).isPresent(),
        "under_way",
        "A call or its scoring is under way.");
  }

  private static Optional<Refusal> message(Situation s) {
    if (s.positionClosed()) {
      return refused("position_closed", "The position is closed: nothing is sent any more.");
    }
    return unless(
        s.reachable(),
        "unreachable",
        "The candidate has neither a phone number nor an e-mail address.");
  }

  private static Optional<Refusal> unless(boolean possible, String code, String words) {
    return possible ? Optional.empty() : refused(code, words);
  }

  private static Optional<Refusal> refused(String code, String words) {
    return Optional.of(Refusal.of(code, words));
  }
}
