package recruitflow.domain.screening.evaluations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import recruitflow.domain.screening.calls.CallingHours;

/**
 * When to call back.
 *
 * @param attention why a person should look at the time, or null when it is what was asked for
 */
public record CallbackTime(Instant at, String attention) {

  private static final Duration LATER = Duration.ofHours(24);
  private static final Duration FURTHEST = Duration.ofDays(365);

  /**
   * Takes the model's time when it lies ahead, else 24 hours after the call; either is moved into
   * the calling hours.
   *
   * @param written ISO 8601, with an offset or in local time, or null
   * @param callEnded when the call ended
   */
  public static CallbackTime resolve(
      String written, Instant callEnded, Instant now, CallingHours hours) {
    var asked = read(written, hours.zone());
    if (asked.isEmpty()) {
      var why =
          written == null || written.isBlank()
              ? "names no time"
              : "names a time that cannot be read";
      return fallback(callEnded, now, hours, why);
    }
    if (!asked.get().isAfter(now)) {
      return fallback(callEnded, now, hours, "names a time that has passed");
    }
    if (asked.get().isAfter(now.plus(FURTHEST))) {
      return fallback(callEnded, now, hours, "names a time more than a year away");
    }
    var at = hours.nextOpening(asked.get());
    return new CallbackTime(
        at,
        at.equals(asked.get())
            ? null
            : "The call-back was asked for outside the calling hours and moved to their"
                + " beginning.");
  }

  private static CallbackTime fallback(
      Instant callEnded, Instant now, CallingHours hours, String why) {
    var next = callEnded.plus(LATER);
    var at = hours.nextOpening(next.isAfter(now) ? next : now);
    return new CallbackTime(
        at, "The wish for a call-back " + why + "; it was set to a day after the call.");
  }

  private static Optional<Instant> read(String written, ZoneId zone) {
    if (written == null || written.length() > 60) {
      return Optional.empty();
    }
    var text = written.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    return withOffset(text).or(() -> local(text, zone)).filter(CallbackTime::isSensible);
  }

  private static Optional<Instant> withOffset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.replaceFirst("\\[.*]$", "")).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Years that no database and no calendar would take are not times. */
  private static boolean isSensible(Instant at) {
    return at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
  }
}
