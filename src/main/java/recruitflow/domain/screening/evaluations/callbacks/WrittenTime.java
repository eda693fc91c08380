package recruitflow.domain.screening.evaluations.callbacks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * A day of which no time is known.
   *
   * @param doubt what is wrong with its time
   */
  record Day(LocalDate day, String doubt) implements WrittenTime {}

  String UNREAD = "names a day and a time that cannot be read";

  /** Longer texts are no times. */
  int LONGEST = 80;

  Pattern WHOLE =
      Pattern.compile(
          "(?<day>"
              + WrittenDay.PATTERN
              + ")?(?:[t,\\s]|\\bat\\b)*"
              + "(?<time>(?<h>\\d{1,2})(?:[:.h]?(?<m>\\d\\d)(?::?(?<s>\\d\\d)(?:[.,]\\d{1,9})?)?)?"
              + "\\s?(?<half>[ap]\\.?m\\.?)?)?"
              + "\\s*(?<offset>z|(?:utc|gmt)?(?:\\+\\d{1,2}|-(?:0?\\d|1[0-4]))(?::?\\d\\d){0,2}|utc|gmt"
              + "|[wce]es?t)?"
              + "\\s*[\\[(]?(?<zone>[a-z]+/[a-z_]+(?:/[a-z_]+)?)?[])]?(?<rest>[\\s/,;(\u2013-].*)?");

  Pattern LENGTH =
      Pattern.compile(
          "(?:in )?(an?|one|another|two|three|four|five|six|\\d{1,4}) (minute|hour|day|week)s?"
              + "(?: later)?");

  Pattern BEFORE = Pattern.compile("^(?:after|around|about|from|at|on) ");
  List<String> NUMBERS = List.of("two", "three", "four", "five", "six");

  /** Summer time is an hour more than the standard time of the same name. */
  Map<String, ZoneOffset> ABBREVIATED =
      Map.of(
          "wet", ZoneOffset.UTC,
          "west", ZoneOffset.ofHours(1),
          "cet", ZoneOffset.ofHours(1),
          "cest", ZoneOffset.ofHours(2),
          "eet", ZoneOffset.ofHours(2),
          "eest", ZoneOffset.ofHours(3));

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
      var found = WHOLE.matcher(BEFORE.matcher(text).replaceFirst(""));
      return found.matches() ? read(found, call) : Optional.empty();
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Optional<WrittenTime> read(Matcher found, ZonedDateTime call) {
    if (found.group("day") == null) return alone(found, call);
    var day = WrittenDay.read(found.group("day"), call);
    var rest = found.group("rest") != null && !WrittenDay.isWeekday(found.group("rest"));
    if (found.group("time") == null)
      return Optional.of(new Day(day, rest ? UNREAD : "names a day without a time"));
    try {
      return Optional.of(on(day, found, zone(found, call.getZone()), rest));
    } catch (DateTimeException _) {
      return Optional.of(new Day(day, UNREAD));
    }
  }

  private static Optional<WrittenTime> alone(Matcher found, ZonedDateTime call) {
    var written = found.group("time");
    return written == null || !written.matches(".*[:m].*") || found.group("rest") != null
        ? Optional.empty()
        : Optional.of(next(found, zone(found, call.getZone()), call));
  }

  private static WrittenTime on(LocalDate day, Matcher found, ZoneId zone, boolean rest) {
    var isNextMidnight = found.group("time").matches("24(:?00){0,2}");
    var local = isNextMidnight ? day.plusDays(1).atStartOfDay() : day.atTime(time(found));
    var isSkipped = zone.getRules().getValidOffsets(local).isEmpty();
    var doubt =
        isSkipped ? "names a time that the clocks skip" : rest ? "says more than one time" : null;
    return new Moment(local.atZone(zone).toInstant(), doubt);
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
    if (ABBREVIATED.containsKey(written)) return ABBREVIATED.get(written);
    var digits = written.replaceAll("[a-z:]", "");
    if (digits.isEmpty()) return ZoneOffset.UTC;
    var padded = digits.length() % 2 == 0 ? digits.charAt(0) + "0" + digits.substring(1) : digits;
    return ZoneOffset.of(padded);
  }

  private static Duration length(Matcher found) {
    var word = NUMBERS.indexOf(found.group(1));
    var many = found.group(1).matches("\\d+") ? number(found.group(1)) : word < 0 ? 1 : word + 2;
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
