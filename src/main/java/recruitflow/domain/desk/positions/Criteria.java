package recruitflow.domain.desk.positions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import recruitflow.domain.desk.candidates.SearchText;

/** What a candidate must meet, made from the campaign questions: one line, one criterion. */
public final class Criteria {
  private static final int KEY_LENGTH = 60;

  private Criteria() {}

  /** One criterion; its key stays the same as long as its text does. */
  public record Criterion(String key, String text) {}

  /** The criteria of these questions, in their order; blank lines and repetitions fall out. */
  public static List<Criterion> of(String campaignQuestions) {
    var criteria = new ArrayList<Criterion>();
    var texts = new HashSet<String>();
    var keys = new HashSet<String>();
    for (var line : campaignQuestions.split("\\R")) {
      var text = line.strip();
      if (!text.isEmpty() && texts.add(text.toLowerCase(Locale.ROOT))) {
        criteria.add(new Criterion(freeKey(text, keys), text));
      }
    }
    return List.copyOf(criteria);
  }

  private static String freeKey(String text, HashSet<String> taken) {
    var words = SearchText.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
    var key = words.isEmpty() ? "criterion" : words.substring(0, cut(words));
    var free = key;
    for (int n = 2; !taken.add(free); n++) {
      free = key + "_" + n;
    }
    return free;
  }

  private static int cut(String words) {
    return words.offsetByCodePoints(
        0, Math.min(KEY_LENGTH, words.codePointCount(0, words.length())));
  }
}
