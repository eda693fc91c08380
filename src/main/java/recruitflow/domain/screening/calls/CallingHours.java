package recruitflow.domain.screening.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The hours of the day in which candidates may be phoned, every day of the week.
 *
 * <p>Open while {@code start <= local hour < end}, so that 10–18 lets the last call start at
 * 17:59:59. On the nights when the clocks change the local hour still decides: an hour that is
 * skipped opens nothing, an hour that comes twice is open twice.
 *
 * @param start first hour, 0–23
 * @param end first hour that is no longer open, 1–24
 */
public record CallingHours(int start, int end, ZoneId zone) {
  /** A skipped hour closes at most one day; the rest is for zones with odd pasts. */
  private static final int DAYS_AHEAD = 4;

  public CallingHours {
    if (start < 0 || end > 24 || start >= end) {
      throw new IllegalArgumentException("no calling hours: " + start + "–" + end);
    }
  }

  public boolean isOpen(Instant at) {
    var hour = hourOf(at);
    return start <= hour && hour < end;
  }

  /** The local hour of the day, 0–23. */
  public int hourOf(Instant at) {
    return at.atZone(zone).getHour();
  }

  /** {@code at} itself when it is inside the hours, else the moment they open next. */
  public Instant nextOpening(Instant at) {
    return isOpen(at) ? at : nextChange(at, this::isOpen).orElseThrow();
  }

  /**
   * The moment the hours end that {@code at} lies in; {@code at} itself when they are closed, empty
   * when they never end (0–24).
   */
  public Optional<Instant> closesAt(Instant at) {
    return isOpen(at) ? nextChange(at, moment -> !isOpen(moment)) : Optional.of(at);
  }

  /** The hours as people write them: {@code 10:00–18:00}. */
  public String asText() {
    return "%02d:00–%02d:00".formatted(start, end);
  }

  private Optional<Instant> nextChange(Instant at, Predicate<Instant> wanted) {
    var today = at.atZone(zone).toLocalDate();
    return Stream.concat(
            today.minusDays(1).datesUntil(today.plusDays(DAYS_AHEAD)).flatMap(this::boundaries),
            clockChanges(at))
        .filter(moment -> moment.isAfter(at))
        .sorted()
        .filter(wanted)
        .findFirst();
  }

  /** Both readings of a local hour that comes twice. */
  private Stream<Instant> boundaries(LocalDate day) {
    return Stream.of(day.atTime(start, 0), day.plusDays(end / 24).atTime(end % 24, 0))
        .map(local -> local.atZone(zone))
        .flatMap(z -> Stream.of(z.withEarlierOffsetAtOverlap(), z.withLaterOffsetAtOverlap()))
        .map(ZonedDateTime::toInstant);
  }

  private Stream<Instant> clockChanges(Instant from) {
    return Stream.iterate(
            zone.getRules().nextTransition(from),
            change -> change != null,
            change -> zone.getRules().nextTransition(change.getInstant()))
        .map(change -> change.getInstant())
        .limit(2);
  }
}
