package recruitflow.domain.screening.evaluations.callbacks;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day as models write it: by its date, or as seen from the call. Lower case. */
final class WrittenDay {
  private static final Map<String, Integer> WORDS =
      Map.of(
          "today", 0,
          "tonight", 0,
          "azi", 0,
          "tomorrow", 1,
          "m\u00e2ine", 1,
          "maine", 1,
          "day after tomorrow", 2,
          "the day after tomorrow", 2,
          "poim\u00e2ine", 2,
          "poimaine", 2);

  private static final String WEEKDAY = names(DayOfWeek.values());
  private static final String MONTH = names(Month.values());

  private static final String BY_NUMBERS =
      "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{8}(?!\\d)|\\d{1,2}\\. ?\\d{1,2}\\."
          + " ?\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4}";
  private static final String BY_NAMES =
      "(?:(?:%s),? )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:%s),? \\d{4}|(?:%s) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})"
          .formatted(WEEKDAY, MONTH, MONTH);

  /** Everything that {@link #read} reads. Without groups of its own. */
  static final String PATTERN =
      "(?:%s|%s|(?:(?:next|on) )?(?:%s)|%s)"
          .formatted(BY_NUMBERS, BY_NAMES, WEEKDAY, longestFirst());

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? (%s),? (\\d{4})$".formatted(MONTH));
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(%s) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$".formatted(MONTH));

  private WrittenDay() {}

  /**
   * The day; a weekday is the next one after the call.
   *
   * @throws DateTimeException when the calendar has no such day
   */
  static LocalDate read(String written, ZonedDateTime call) {
    var today = call.toLocalDate();
    var ahead = WORDS.get(written);
    if (ahead != null) return today.plusDays(ahead);
    var numbers = written.split("\\D+");
    if (written.matches("\\d{8}")) {
      return date(written.substring(0, 4), written.substring(4, 6), written.substring(6));
    }
    if (written.matches("\\d{4}\\D.*")) return date(numbers[0], numbers[1], numbers[2]);
    if (written.matches("\\d{1,2}\\..*")) return date(numbers[2], numbers[1], numbers[0]);
    if (written.matches("\\d{1,2}/.*")) return slashed(numbers);
    return named(written, today);
  }

  /** Day or month first, whichever the calendar has; nothing is made of what could be both. */
  private static LocalDate slashed(String[] numbers) {
    int first = Integer.parseInt(numbers[0]);
    int second = Integer.parseInt(numbers[1]);
    if (first != second && first <= 12 && second <= 12)
      throw new DateTimeException("two days could be meant");
    return first > 12
        ? date(numbers[2], numbers[1], numbers[0])
        : date(numbers[2], numbers[0], numbers[1]);
  }

  /** Whether it only says in brackets which day of the week that is. */
  static boolean isWeekday(String written) {
    return written.strip().matches("\\((?:%s)\\)".formatted(WEEKDAY));
  }

  private static LocalDate named(String written, LocalDate today) {
    var dayFirst = DAY_FIRST.matcher(written);
    if (dayFirst.find())
      return date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    var monthFirst = MONTH_FIRST.matcher(written);
    if (monthFirst.find())
      return date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    var weekday = written.substring(written.lastIndexOf(' ') + 1);
    return today.with(TemporalAdjusters.next(named(DayOfWeek.values(), weekday)));
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static String month(String name) {
    return String.valueOf(named(Month.values(), name).getValue());
  }

  private static String longestFirst() {
    return WORDS.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .collect(Collectors.joining("|"));
  }

  /** Whole names and their first three letters: november|nov.?. */
  private static String names(Enum<?>... all) {
    return Stream.of(all)
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .map(name -> name + "|" + name.substring(0, 3) + "\\.?")
        .collect(Collectors.joining("|"));
  }

  private static <T extends Enum<T>> T named(T[] all, String name) {
    var start = name.substring(0, 3).toUpperCase(Locale.ROOT);
    return Stream.of(all).filter(each -> each.name().startsWith(start)).findFirst().orElseThrow();
  }
}
