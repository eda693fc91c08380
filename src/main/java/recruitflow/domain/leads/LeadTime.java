package recruitflow.domain.leads;

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
    try {
      var iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replace(" ", "");
      var zoned = iso.replaceFirst("([+-]\\d{2})(\\d{2})?$", "$1:$2").replaceFirst(":$", ":00");
      var time = OffsetDateTime.parse(endsWithOffset(iso) ? zoned : iso).toInstant();
      return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean endsWithOffset(String iso) {
    return iso.matches(".*T.*[+-]\\d{2}(\\d{2})?");
  }
}
