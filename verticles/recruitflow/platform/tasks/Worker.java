package recruitflow.platform.tasks;

import java.time.Duration;
import java.util.List;

/**
 * How tasks of a kind are worked.
 *
 * @param concurrency at once on this node
 * @param pauses real time before attempt 2, 3, …; after the list its last entry; empty means two
 *     seconds doubling up to five minutes
 * @param limit a run that takes longer is given up: its lease ends and costs the attempt
 * @param provider whose pauses hold these tasks back; null for none
 */
public record Worker(
    String kind, int concurrency, List<Duration> pauses, Duration limit, String provider) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  public Worker {
    pauses = List.copyOf(pauses);
  }

  /** Four at once, doubling pauses, ten minutes at most. */
  public static Worker of(String kind) {
    return new Worker(kind, 4, List.of(), Duration.ofMinutes(10), null);
  }

  /** The same with another number at once. */
  public Worker concurrency(int newConcurrency) {
    return new Worker(kind, newConcurrency, pauses, limit, provider);
  }

  /** The same with these pauses between attempts. */
  public Worker backoff(Duration... newPauses) {
    return new Worker(kind, concurrency, List.of(newPauses), limit, provider);
  }

  /** The same with another limit for one run. */
  public Worker limit(Duration newLimit) {
    return new Worker(kind, concurrency, pauses, newLimit, provider);
  }

  /** The same, asking this provider: no task starts while it wants a pause. */
  public Worker asking(String newProvider) {
    return new Worker(kind, concurrency, pauses, limit, newProvider);
  }

  /** The pause after this attempt has failed; attempts count from 1. */
  public Duration pauseAfter(int attempt) {
    if (!pauses.isEmpty()) return pauses.get(Math.min(attempt, pauses.size()) - 1);
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
