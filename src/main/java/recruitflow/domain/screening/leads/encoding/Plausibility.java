package recruitflow.domain.screening.leads.encoding;

import java.util.List;
import java.util.Locale;

/** How likely it is that people wrote these words: as a number to compare encodings by. */
final class Plausibility {
  private static final String PUNCTUATION = "–—‑„“”‘’‚…«»€°§·•¿¡\u00A0";
  private static final double ONE_TONGUE = 0.5;

  private Plausibility() {}

  /** The mean of all words, those of one language counting more; the higher the likelier. */
  static double of(List<String> words) {
    if (words.isEmpty()) {
      return 0;
    }
    var byTongue = new double[Tongue.values().length];
    double best = 0;
    double signs = 0;
    for (var word : words) {
      signs += signs(word);
      var lower = word.toLowerCase(Locale.ROOT);
      double mostAtHome = -1;
      for (var tongue : Tongue.values()) {
        double athome = tongue.athome(lower);
        byTongue[tongue.ordinal()] += athome;
        mostAtHome = Math.max(mostAtHome, athome);
      }
      best += mostAtHome;
    }
    double oneTongue = Double.NEGATIVE_INFINITY;
    for (double sum : byTongue) {
      oneTongue = Math.max(oneTongue, sum);
    }
    return (best + ONE_TONGUE * oneTongue + signs) / words.size();
  }

  /** What is against a word whatever the language: signs in it, capitals where none stand. */
  private static double signs(String word) {
    double sum = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 0x80) {
        sum += Character.isLetter(c) ? capital(word, i) : sign(word, i);
      }
    }
    return sum;
  }

  private static double capital(String word, int i) {
    boolean upper = Character.isUpperCase(word.charAt(i));
    boolean lowerBefore = i > 0 && Character.isLowerCase(word.charAt(i - 1));
    boolean upperBeside =
        i + 1 < word.length() && Character.isUpperCase(word.charAt(i + 1))
            || i > 0 && Character.isUpperCase(word.charAt(i - 1)) && i > 1;
    if (upper ? lowerBefore : upperBeside) {
      return -1;
    }
    return !upper && i == 0 && word.length() > 1 ? -0.25 : 0;
  }

  private static double sign(String word, int i) {
    char c = word.charAt(i);
    if (Character.isISOControl(c) || c == '\uFFFD') {
      return -3;
    }
    boolean inside =
        i > 0
            && Character.isLetter(word.charAt(i - 1))
            && i + 1 < word.length()
            && Character.isLetter(word.charAt(i + 1));
    if (PUNCTUATION.indexOf(c) >= 0) {
      return inside && c != '’' && c != '–' ? -1 : 0.3;
    }
    return word.length() > 1 ? -1.5 : -0.5;
  }
}
