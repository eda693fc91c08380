package recruitflow.domain.screening.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** What the provider says of the time, believed within reason. */
public final class ToldTime {
  /** Clocks differ by minutes, not by hours. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  private static final long LAST_SECOND = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

  private ToldTime() {}

  /** Unix seconds; null when it is no number or no time of our days. */
  public static Instant of(Object seconds) {
    return seconds instanceof Number number
            && number.doubleValue() > 0
            && number.doubleValue() < LAST_SECOND
        ? Instant.ofEpochSecond(number.longValue())
        : null;
  }

  static Instant read(JsonNode seconds) {
    return of(seconds.numberValue());
  }

  /**
   * When a call ended: the first told time that lies between its beginning and now. A clock that
   * goes a little wrong is moved into that span, anything else is not believed.
   *
   * @param told in order of trust; each may be null
   * @return {@code now} when nothing told can be believed
   */
  public static Instant ended(Instant begun, Instant now, Instant... told) {
    return Stream.of(told)
        .filter(Objects::nonNull)
        .filter(at -> !at.isBefore(begun.minus(SLACK)) && !at.isAfter(now.plus(SLACK)))
        .map(at -> at.isBefore(begun) ? begun : at)
        .map(at -> at.isAfter(now) ? now : at)
        .findFirst()
        .orElse(now);
  }
}
