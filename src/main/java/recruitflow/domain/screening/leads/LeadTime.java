package recruitflow.domain.screening.leads;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The submission time of a lead: ISO 8601 with zone, in the spellings that occur. */
final class LeadTime {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private LeadTime() {}

  static Optional<Instant> read(String text) {
    return parse(text)
        .or(() -> parse(iso(text)))
        .map(OffsetDateTime::toInstant)
        .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
  }

  private static Optional<OffsetDateTime> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A blank for the T, and an offset without colon, are written as they should be. */
  private static String iso(String text) {
    var iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replace(" ", "");
    var zoned = iso.replaceFirst("([+-]\\d{2})(\\d{2})?$", "$1:$2").replaceFirst(":$", ":00");
    return endsWithOffset(iso) ? zoned : iso;
  }

  private static boolean endsWithOffset(String iso) {
    return iso.matches(".*T.*[+-]\\d{2}(\\d{2})?");
  }
}
