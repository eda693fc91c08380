package recruitflow.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a run of requests came to.
 *
 * @param micros of each request, in order of length
 * @param failed answers that were not 200
 */
record Figures(long[] micros, int failed, Duration took) {

  static Figures of(long[] unsorted, int failed, Duration took) {
    Arrays.sort(unsorted);
    return new Figures(unsorted, failed, took);
  }

  double perSecond() {
    return micros.length * 1e9 / took.toNanos();
  }

  /** In milliseconds. */
  double percentile(double share) {
    if (micros.length == 0) return 0;
    return micros[(int) Math.min(micros.length - 1, Math.floor(micros.length * share))] / 1000.0;
  }

  @Override
  public String toString() {
    return "%,8.0f/s   p50 %6.1f ms   p99 %6.1f ms   max %7.1f ms%s"
        .formatted(
            perSecond(),
            percentile(0.5),
            percentile(0.99),
            percentile(1),
            failed == 0 ? "" : "   " + failed + " FAILED");
  }
}
