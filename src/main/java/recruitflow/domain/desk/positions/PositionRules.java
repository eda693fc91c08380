package recruitflow.domain.desk.positions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The limits of a position's fields. */
public record PositionRules(
    String title,
    String description,
    String language,
    int callRetryMax,
    int callRetryIntervalMinutes,
    int callingHourStart,
    int callingHourEnd,
    int followUpIntervalHours,
    int rejectedCvTimeoutDays) {

  private static final Set<String> LANGUAGES =
      new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

  /** What is wrong, by field; empty when all is well. */
  public Map<String, String> violations() {
    var wrong = new LinkedHashMap<String, String>();
    text(wrong, "title", title, 200);
    text(wrong, "description", description, 50_000);
    if (language == null || !LANGUAGES.contains(language)) {
      wrong.put("language", "must be a two-letter language code such as ro or en");
    }
    range(wrong, "callRetryMax", callRetryMax, 1, 10);
    range(wrong, "callRetryIntervalMinutes", callRetryIntervalMinutes, 1, 10_080);
    range(wrong, "callingHourStart", callingHourStart, 0, 23);
    range(wrong, "callingHourEnd", callingHourEnd, 1, 24);
    if (callingHourEnd <= callingHourStart) {
      wrong.putIfAbsent("callingHourEnd", "must be later than the start of the calling hours");
    }
    range(wrong, "followUpIntervalHours", followUpIntervalHours, 1, 720);
    range(wrong, "rejectedCvTimeoutDays", rejectedCvTimeoutDays, 1, 365);
    return wrong;
  }

  private static void text(Map<String, String> wrong, String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      wrong.put(field, "must not be blank");
    } else if (value.length() > longest) {
      wrong.put(field, "must have at most " + longest + " characters");
    }
  }

  private static void range(Map<String, String> wrong, String field, int value, int from, int to) {
    if (value < from || value > to) {
      wrong.put(field, "must be between " + from + " and " + to);
    }
  }
}
