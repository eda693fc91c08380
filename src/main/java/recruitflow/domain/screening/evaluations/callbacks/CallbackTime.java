package recruitflow.domain.screening.evaluations.callbacks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import recruitflow.domain.screening.calls.CallingHours;

/**
 * When to call back.
 *
 * @param attention why a person should look at the time, or null when it is what was asked for
 */
public record CallbackTime(Instant at, String attention) {

  private static final Duration LATER = Duration.ofHours(24);
  private static final Duration SOONEST = Duration.ofHours(1);
  private static final Duration FURTHEST = Duration.ofDays(365);
  private static final int MORNING = 10;

  /**
   * Takes the model's time when it lies ahead, else 24 hours after the call; either is moved into
   * the calling hours. Whatever had to be guessed is marked.
   *
   * @param written as the model wrote it, see {@link WrittenTime}, or null
   * @param callEnded when the call ended: what "tomorrow" is seen from
   */
  public static CallbackTime resolve(
      String written, Instant callEnded, Instant now, CallingHours hours) {
    var asked = WrittenTime.read(written, callEnded.atZone(hours.zone()));
    if (asked.isEmpty()) {
      var isNone = written == null || written.isBlank();
      return fallback(
          callEnded, now, hours, isNone ? "names no time" : "names a time that cannot be read");
    }
    return switch (asked.get()) {
      case WrittenTime.Moment(var at, var doubt) -> at(at, doubt, callEnded, now, hours);
      case WrittenTime.Day(var day, var doubt) -> on(day, doubt, callEnded, now, hours);
    };
  }

  private static CallbackTime at(
      Instant asked, String doubt, Instant callEnded, Instant now, CallingHours hours) {
    if (!asked.isAfter(now)) return fallback(callEnded, now, hours, "names a time that has passed");
    if (asked.isAfter(now.plus(FURTHEST))) return tooFar(callEnded, now, hours);
    var at = hours.nextOpening(asked);
    if (!at.equals(asked)) {
      return new CallbackTime(
          at,
          "The call-back was asked for outside the calling hours and moved to their beginning.");
    }
    return new CallbackTime(at, doubt == null ? null : "The wish for a call-back " + doubt + ".");
  }

  /** In the morning of that day; if that has passed, an hour from now. */
  private static CallbackTime on(
      LocalDate day, String doubt, Instant callEnded, Instant now, CallingHours hours) {
    var zone = hours.zone();
    if (day.isBefore(now.atZone(zone).toLocalDate())) {
      return fallback(callEnded, now, hours, "names a day that has passed");
    }
    if (day.isAfter(now.plus(FURTHEST).atZone(zone).toLocalDate())) {
      return tooFar(callEnded, now, hours);
    }
    var morning = day.atTime(MORNING, 0).atZone(zone).toInstant();
    var first = hours.isOpen(morning) ? morning : day.atStartOfDay(zone).toInstant();
    var soonest = now.plus(SOONEST);
    return new CallbackTime(
        hours.nextOpening(first.isBefore(soonest) ? soonest : first),
        "The wish for a call-back "
            + doubt
            + "; it was set to the first good moment from then on.");
  }

  private static CallbackTime tooFar(Instant callEnded, Instant now, CallingHours hours) {
    return fallback(callEnded, now, hours, "names a time more than a year away");
  }

  private static CallbackTime fallback(
      Instant callEnded, Instant now, CallingHours hours, String why) {
    var next = callEnded.plus(LATER);
    var at = hours.nextOpening(next.isAfter(now) ? next : now);
    return new CallbackTime(
        at, "The wish for a call-back " + why + "; it was set to a day after the call.");
  }
}
