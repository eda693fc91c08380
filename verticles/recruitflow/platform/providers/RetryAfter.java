package recruitflow.platform.providers;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long a provider wants us to wait: {@code retry-after-ms}, or {@code Retry-After} in seconds
 * or as an HTTP date (RFC 9110, 10.2.3).
 */
public final class RetryAfter {

  /** However absurd the answer, we look again within the hour. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** Empty when nothing was asked for, or nothing readable. */
  public static Optional<Duration> read(MultiMap headers, Instant now) {
    var millis = number(headers.get("retry-after-ms"));
    if (millis.isPresent()) return millis.map(m -> bounded(m));
    var header = headers.get("Retry-After");
    return number(header).map(s -> bounded(s * 1000)).or(() -> date(header, now));
  }

  private static Optional<Double> number(String text) {
    if (text == null) return Optional.empty();
    try {
      var value = Double.parseDouble(text.strip());
      return value >= 0 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String text, Instant now) {
    if (text == null) return Optional.empty();
    try {
      var at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Math.max(0, Duration.between(now, at).toMillis())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(double millis) {
    return Duration.ofMillis((long) Math.min(millis, LONGEST.toMillis()));
  }
}
