package recruitflow.domain.desk.applications;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import recruitflow.domain.desk.positions.PositionStatus;

/** Why an application cannot be put into the call queue, in words for the recruiter. */
public final class CallRefusal {
  private CallRefusal() {}

  /** What the decision looks at. {@code phoneE164} is null where there is nothing to dial. */
  public record Callee(
      ApplicationStatus status,
      String phoneE164,
      boolean heldAsDuplicate,
      PositionStatus positionStatus,
      List<String> missingPromptFields) {
    public Callee {
      missingPromptFields = List.copyOf(missingPromptFields);
    }
  }

  /** The first reason against queueing it, or nothing when it may be queued. */
  public static Optional<String> ofTrigger(Callee callee) {
    return of(callee, Transition.TRIGGER_CALL.from(), "only pending and failed calls are queued");
  }

  /** The first reason against calling at once, or nothing; the calling hours are not looked at. */
  public static Optional<String> ofCallNow(Callee callee) {
    var from = Transition.CALL_NOW.from();
    from.add(ApplicationStatus.CALL_QUEUED);
    return of(callee, from, "no call can be placed from there");
  }

  private static Optional<String> of(Callee callee, Set<ApplicationStatus> from, String rule) {
    if (!from.contains(callee.status())) {
      return Optional.of("Status is " + callee.status().text() + ": " + rule + ".");
    }
    if (callee.phoneE164() == null) {
      return Optional.of("The candidate has no phone number that can be dialled.");
    }
    if (callee.heldAsDuplicate()) {
      return Optional.of(
          "Held back as a possible duplicate of a candidate with an application to the same"
              + " position.");
    }
    return ofPosition(callee);
  }

  private static Optional<String> ofPosition(Callee callee) {
    if (callee.positionStatus() != PositionStatus.OPEN) {
      return Optional.of("The position is " + callee.positionStatus().text() + ".");
    }
    if (!callee.missingPromptFields().isEmpty()) {
      return Optional.of(
          "The position lacks " + String.join(", ", callee.missingPromptFields()) + ".");
    }
    return Optional.empty();
  }
}
