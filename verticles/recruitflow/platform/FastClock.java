package recruitflow.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * Business time that runs {@code speed} times as fast as real time, from an anchor. The sandbox
 * uses it, so that a two-day follow-up can be watched.
 */
public record FastClock(Instant realAnchor, Instant businessAnchor, double speed) implements Clock {

  @Override
  public Instant now() {
    var passed = Duration.between(realAnchor, Instant.now());
    return businessAnchor.plusMillis(Math.round(passed.toMillis() * speed));
  }
}
