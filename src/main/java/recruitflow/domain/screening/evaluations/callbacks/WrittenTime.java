package recruitflow.domain.screening.evaluations.callbacks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as models write it: ISO 8601 in all its spellings, a day alone, a time alone, a length
 * of time, and the few words that mean a day. Words, and what is left out, are read as of the call
 * in which the wish was spoken and not as of its evaluation, which may be a day later.
 */
sealed interface WrittenTime {

  /**
   * A moment.
   *
   * @param doubt what had to be guessed, or null
   */
  record Moment(Instant at, String doubt) implements WrittenTime {}

  /** A day of which no time was named. */
  record Day(LocalDate day) implements WrittenTime {}

  /** Longer texts are no times. */
  int LONGEST = 80;

  Pattern WHOLE =
      Pattern.compile(
          "(?<day>"
              + WrittenDay.PATTERN
              + ")?(?:[t,\\s]|\\bat\\b)*"
              + "(?<time>(?<h>\\d{1,2})(?::?(?<m>\\d\\d)(?::?(?<s>\\d\\d)(?:[.,]\\d{1,9})?)?)?"
              + "\\s?(?<half>[ap]\\.?m\\.?)?)?"
              + "\\s*(?<offset>z|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d\\d){0,2}|utc|gmt)?"
              + "\\s*\\[?(?<zone>[a-z]+/[a-z_]+(?:/[a-z_]+)?)?]?");

  Pattern LENGTH =
      Pattern.compile("(?:in )?(an?|one|another|\\d{1,4}) (minute|hour|day|week)s?(?: later)?");

  /**
   * Reads it; empty when it names neither a day nor a time of day.
   *
   * @param call when the wish was spoken, in the zone of the desk
   */
  static Optional<WrittenTime> read(String written, ZonedDateTime call) {
    if (written == null || written.length() > LONGEST) return Optional.empty();
    var text =
        written
            .replace('\u2212', '-')
            .replaceAll("[\\h\\s]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    try {
      var length = LENGTH.matcher(text);
      if (length.matches())
        return Optional.of(new Moment(call.toInstant().plus(length(length)), null));
      var found = WHOLE.matcher(text);
      return found.matches() ? read(found, call) : Optional.empty();
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenTime> read(Matcher found, ZonedDateTime call) {
    var zone = zone(found, call.getZone());
    var day = Optional.ofNullable(found.group("day")).map(d -> WrittenDay.read(d, call));
    if (found.group("time") == null) return day.map(Day::new);
    if (day.isEmpty() && !found.group("time").matches(".*[:m].*")) return Optional.empty();
    return Optional.of(day.map(d -> on(d, found, zone)).orElseGet(() -> next(found, zone, call)));
  }

  private static WrittenTime on(LocalDate day, Matcher found, ZoneId zone) {
    var isNextMidnight = found.group("time").matches("24(:?00){0,2}");
    var local = isNextMidnight ? day.plusDays(1).atStartOfDay() : day.atTime(time(found));
    var isSkipped = zone.getRules().getValidOffsets(local).isEmpty();
    return new Moment(
        local.atZone(zone).toInstant(), isSkipped ? "names a time that the clocks skip" : null);
  }

  /** A time alone is the first one after the call. */
  private static WrittenTime next(Matcher found, ZoneId zone, ZonedDateTime call) {
    var today = call.withZoneSameInstant(zone).with(time(found));
    var at = today.isAfter(call) ? today : today.plusDays(1);
    return new Moment(at.toInstant(), "names a time without a day");
  }

  private static LocalTime time(Matcher found) {
    if (found.group("time").matches("\\d{3}|\\d{5}")) throw new DateTimeException("torn digits");
    var hour = number(found.group("h"));
    var half = found.group("half");
    if (half != null && (hour < 1 || hour > 12)) throw new DateTimeException("no such hour");
    if (half != null) hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
    return LocalTime.of(hour, number(found.group("m")), number(found.group("s")));
  }

  /** The offset counts before the name of the zone, and the desk's zone when neither is written. */
  private static ZoneId zone(Matcher found, ZoneId usual) {
    var offset = found.group("offset");
    if (offset != null) return offset(offset);
    var name = found.group("zone");
    if (name == null) return usual;
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(ZoneId::of)
        .orElseThrow(() -> new DateTimeException("no such zone"));
  }

  private static ZoneOffset offset(String written) {
    var digits = written.replaceAll("[a-z:]", "");
    if (digits.isEmpty()) return ZoneOffset.UTC;
    var padded = digits.length() % 2 == 0 ? digits.charAt(0) + "0" + digits.substring(1) : digits;
    return ZoneOffset.of(padded);
  }

  private static Duration length(Matcher found) {
    var many = found.group(1).matches("\\d+") ? number(found.group(1)) : 1;
    return switch (found.group(2)) {
      case "minute" -> Duration.ofMinutes(many);
      case "hour" -> Duration.ofHours(many);
      case "day" -> Duration.ofDays(many);
      default -> Duration.ofDays(7L * many);
    };
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
