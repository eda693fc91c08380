package recruitflow.domain.screening.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/** Decides what follows from an ended attempt. */
public final class CallPlan {
  private static final Duration HOUR = Duration.ofHours(1);

  private CallPlan() {}

  /** What happens next. */
  public sealed interface Next {
    /** Somebody spoke: the conversation is evaluated. */
    record Evaluate() implements Next {}

    /** Back into the queue, not before {@code at}. */
    record Retry(Instant at) implements Next {}

    /** Back into the queue as if nothing had happened: nobody was dialled. */
    record Requeue() implements Next {}

    /** The attempts are used up. */
    record GiveUp() implements Next {}
  }

  /**
   * @param used attempts since a person or a call-back last put the application into the queue, the
   *     ended one included; cancelled ones do not count
   * @param endedAt business time
   * @param now business time; the news of the end may be late
   */
  public static Next after(
      CallOutcome outcome, int used, Instant endedAt, Instant now, CallRules rules) {
    return switch (outcome) {
      case COMPLETED -> new Next.Evaluate();
      case CANCELLED -> new Next.Requeue();
      case NO_ANSWER, BUSY, FAILED ->
          used >= rules.attempts()
              ? new Next.GiveUp()
              : new Next.Retry(endedAt.plus(rules.pause()));
      case VOICEMAIL ->
          used >= rules.attempts()
              ? new Next.GiveUp()
              : new Next.Retry(atAnotherHour(endedAt, now, rules));
    };
  }

  /**
   * Who let the machine answer at ten may be in at eleven: the same hour is no better tomorrow, and
   * another hour is an hour away at least.
   */
  private static Instant atAnotherHour(Instant endedAt, Instant now, CallRules rules) {
    var hours = rules.hours();
    var tried = hours.hourOf(endedAt);
    var at = hours.nextOpening(latest(endedAt.plus(rules.pause()), endedAt.plus(HOUR), now));
    if (hours.hourOf(at) != tried || hours.end() - hours.start() == 1) return at;
    // Zones differ by half hours at most, and a repeated hour may come once more: three steps do.
    for (var step = 0; step < 3 && hours.hourOf(at) == tried; step++) {
      var nextHour = at.atZone(hours.zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      at = hours.nextOpening(nextHour);
    }
    return at;
  }

  private static Instant latest(Instant... moments) {
    return Collections.max(List.of(moments));
  }
}
