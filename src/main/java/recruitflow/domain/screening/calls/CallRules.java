package recruitflow.domain.screening.calls;

import java.time.Duration;

/**
 * What a position says about phoning.
 *
 * @param attempts calls in total, the first one included
 * @param pause from the end of an attempt to the next
 */
public record CallRules(int attempts, Duration pause, CallingHours hours) {
  public CallRules {
    if (attempts < 1) throw new IllegalArgumentException("no attempts: " + attempts);
    if (pause.isNegative()) throw new IllegalArgumentException("negative pause: " + pause);
  }
}
