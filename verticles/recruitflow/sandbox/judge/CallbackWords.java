package recruitflow.sandbox.judge;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when somebody wants to be called: "tomorrow after two", "luni la zece", "in an hour". */
final class CallbackWords {
  private static final Map<String, Integer> DAYS =
      Map.ofEntries(
          Map.entry("day after tomorrow", 2),
          Map.entry("poimâine", 2),
          Map.entry("poimaine", 2),
          Map.entry("pozítří", 2),
          Map.entry("übermorgen", 2),
          Map.entry("tomorrow", 1),
          Map.entry("mâine", 1),
          Map.entry("maine", 1),
          Map.entry("zítra", 1),
          Map.entry("zitra", 1),
          Map.entry("morgen", 1),
          Map.entry("today", 0),
          Map.entry("azi", 0),
          Map.entry("dnes", 0),
          Map.entry("heute", 0));

  private static final List<List<String>> WEEKDAYS =
      List.of(
          List.of("monday", "luni", "pondělí", "montag"),
          List.of("tuesday", "marți", "úterý", "dienstag"),
          List.of("wednesday", "miercuri", "středu", "mittwoch"),
          List.of("thursday", "joi", "čtvrtek", "donnerstag"),
          List.of("friday", "vineri", "pátek", "freitag"),
          List.of("saturday", "sâmbătă", "sobotu", "samstag"),
          List.of("sunday", "duminică", "neděli", "sonntag"));

  private static final List<List<String>> HOURS =
      List.of(
          List.of("one", "unu", "jedné", "eins"),
          List.of("two", "două", "doua", "druhé", "zwei"),
          List.of("three", "trei", "třetí", "drei"),
          List.of("four", "patru", "čtvrté", "vier"),
          List.of("five", "cinci", "páté", "fünf"),
          List.of("six", "șase", "šesté", "sechs"),
          List.of("seven", "șapte", "sedmé", "sieben"),
          List.of("eight", "opt", "osmé", "acht"),
          List.of("nine", "nouă", "noua", "deváté", "neun"),
          List.of("ten", "zece", "desáté", "zehn"),
          List.of("eleven", "unsprezece", "jedenácté", "elf"),
          List.of("twelve", "noon", "doisprezece", "poledne", "zwölf"));

  private static final Pattern CLOCK =
      Pattern.compile("\\b(\\d{1,2})(?:[:.](\\d\\d))?\\s*(am|pm|uhr|hodin)?\\b");
  private static final Pattern IN_HOURS =
      Pattern.compile("(?:in|peste|za)\\s+(an|one|o|\\d{1,2})\\s*(?:hours?|or[ăae]|hodin\\w*)");

  private CallbackWords() {}

  /** The moment meant, seen from now; empty when the words name none. */
  static Optional<ZonedDateTime> resolve(String words, ZonedDateTime now) {
    var text = words.toLowerCase(Locale.ROOT);
    var soon = IN_HOURS.matcher(text);
    if (soon.find()) return Optional.of(now.plus(Duration.ofHours(count(soon.group(1)))));
    var day = day(text, now);
    var time = time(text);
    if (day.isEmpty() && time.isEmpty()) return Optional.empty();
    var at = day.orElse(now).with(time.orElse(LocalTime.of(10, 0)));
    return Optional.of(at.isAfter(now) ? at : at.plusDays(1));
  }

  private static int count(String words) {
    return words.matches("\\d+") ? Integer.parseInt(words) : 1;
  }

  private static Optional<ZonedDateTime> day(String text, ZonedDateTime now) {
    var named =
        DAYS.entrySet().stream()
            .filter(day -> says(text, day.getKey()))
            .max(Map.Entry.comparingByValue());
    if (named.isPresent()) return Optional.of(now.plusDays(named.get().getValue()));
    for (var day : DayOfWeek.values())
      if (WEEKDAYS.get(day.ordinal()).stream().anyMatch(name -> says(text, name)))
        return Optional.of(now.with(TemporalAdjusters.next(day)));
    return Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    var clock = CLOCK.matcher(text);
    if (clock.find()) return clock(clock);
    for (var i = 0; i < HOURS.size(); i++)
      if (HOURS.get(i).stream().anyMatch(name -> says(text, name)))
        return Optional.of(LocalTime.of(afternoon(i + 1), 0));
    return Optional.empty();
  }

  private static Optional<LocalTime> clock(Matcher clock) {
    var hour = Integer.parseInt(clock.group(1));
    var minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
    if (hour > 23 || minute > 59) return Optional.empty();
    var exact =
        clock.group(2) != null || "am".equals(clock.group(3)) || "uhr".equals(clock.group(3));
    if ("pm".equals(clock.group(3)) && hour < 12) hour += 12;
    return Optional.of(LocalTime.of(exact ? hour : afternoon(hour), minute));
  }

  /** People who say "two" mean the afternoon. */
  private static int afternoon(int hour) {
    return hour < 8 ? hour + 12 : hour;
  }

  private static boolean says(String text, String word) {
    return Pattern.compile("(?<!\\p{L})" + word + "(?!\\p{L})").matcher(text).find();
  }
}
