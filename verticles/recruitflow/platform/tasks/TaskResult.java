package recruitflow.platform.tasks;

import java.time.Duration;
import java.util.Optional;

/** What a worker answers. A throw counts as {@link Retry}. */
public sealed interface TaskResult {

  /** The work is done. */
  record Done() implements TaskResult {}

  /**
   * It did not work; try again later, or rest as dead after the last attempt.
   *
   * @param pause at least so long in real time; empty means the worker's back-off
   */
  record Retry(String why, Optional<Duration> pause) implements TaskResult {
    public Retry(String why) {
      this(why, Optional.empty());
    }

    public Retry(String why, Duration pause) {
      this(why, Optional.of(pause));
    }
  }

  /** Not now: wait in real time. Costs no attempt. */
  record Snooze(Duration pause, String why) implements TaskResult {}

  /** It need not be done any more. */
  record Cancel(String why) implements TaskResult {}
}
