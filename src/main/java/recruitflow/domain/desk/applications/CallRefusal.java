package recruitflow.domain.desk.applications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recruitflow.domain.desk.candidates.PhoneDoubt;
import recruitflow.domain.desk.positions.PositionStatus;

/** Why somebody is not phoned, in words for the recruiter. */
public final class CallRefusal {
  private CallRefusal() {}

  /** Who is to be phoned: null as {@code phoneE164} where there is nothing to dial. */
  public record Phone(String e164, String shown, PhoneDoubt doubt) {
    /** A number that can be dialled. */
    public static Phone of(String e164) {
      return new Phone(e164, e164, null);
    }

    /** No number at all. */
    public static Phone none() {
      return new Phone(null, "", null);
    }
  }

  /** What the decision looks at. */
  public record Callee(
      ApplicationStatus status,
      Phone phone,
      boolean heldAsDuplicate,
      PositionStatus positionStatus,
      List<String> missingPromptFields) {
    public Callee {
      missingPromptFields = List.copyOf(missingPromptFields);
    }
  }

  /** The first reason against queueing it, or nothing when it may be queued. */
  public static Optional<Refusal> ofTrigger(Callee callee) {
    return ofStatus(
            callee,
            Transition.TRIGGER_CALL.from(),
            "not_queued",
            "only pending and failed calls are queued")
        .or(() -> ofPerson(callee))
        .or(() -> ofPosition(callee));
  }

  /** The first reason against calling at once, or nothing; the calling hours are not looked at. */
  public static Optional<Refusal> ofCallNow(Callee callee) {
    var from = Transition.CALL_NOW.from();
    from.add(ApplicationStatus.CALL_QUEUED);
    return ofStatus(callee, from, "no_call", "no call can be placed from there")
        .or(() -> ofPerson(callee))
        .or(() -> ofPosition(callee));
  }

  /**
   * The first reason against calling back at a time, or nothing; a position may open until then.
   */
  public static Optional<Refusal> ofCallback(Callee callee) {
    var status = callee.status().text();
    return Transition.SCHEDULE_CALLBACK.apply(callee.status()).isPresent()
        ? ofPerson(callee)
        : Optional.of(
            Refusal.of(
                "no_callback",
                "status",
                status,
                "No call-back can be set in status " + status + "."));
  }

  private static Optional<Refusal> ofStatus(
      Callee callee, Set<ApplicationStatus> from, String code, String rule) {
    var status = callee.status().text();
    return from.contains(callee.status())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(code, "status", status, "Status is " + status + ": " + rule + "."));
  }

  /**
   * Why this person is phoned for no position: the number, or a twin who may be the same person.
   */
  public static Optional<Refusal> ofPerson(Callee callee) {
    if (callee.phone().e164() == null) {
      return Optional.of(ofPhone(callee.phone()));
    }
    return callee.heldAsDuplicate()
        ? Optional.of(
            Refusal.of(
                "held_duplicate",
                "Held back as a possible duplicate of a candidate with an application to the same"
                    + " position."))
        : Optional.empty();
  }

  private static Refusal ofPhone(Phone phone) {
    return phone.doubt() == null
        ? Refusal.of("no_phone", "The candidate has no phone number that can be dialled.")
        : new Refusal(
            "phone_doubtful",
            Map.of("doubt", phone.doubt().text(), "phone", phone.shown()),
            "The phone number " + phone.shown() + " is not dialled. " + phone.doubt().words());
  }

  private static Optional<Refusal> ofPosition(Callee callee) {
    if (callee.positionStatus() != PositionStatus.OPEN) {
      var status = callee.positionStatus().text();
      return Optional.of(
          Refusal.of("position_not_open", "status", status, "The position is " + status + "."));
    }
    if (!callee.missingPromptFields().isEmpty()) {
      var fields = String.join(", ", callee.missingPromptFields());
      return Optional.of(
          Refusal.of("position_lacks", "fields", fields, "The position lacks " + fields + "."));
    }
    return Optional.empty();
  }
}
