package recruitflow.domain.desk.candidates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as it is searched: lower case, without diacritics, one space between words. */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private SearchText() {}

  /** Ștefan, STEFAN and stefan are the same. */
  public static String fold(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var bare = MARKS.matcher(decomposed).replaceAll("");
    return SPACES.matcher(letters(bare.toLowerCase(Locale.ROOT))).replaceAll(" ").strip();
  }

  /** The folded parts in one line; blank ones are left out. */
  public static String of(String... parts) {
    return Arrays.stream(parts)
        .filter(part -> part != null && !part.isBlank())
        .map(SearchText::fold)
        .collect(Collectors.joining(" "));
  }

  // Letters whose stroke is part of the letter, which decomposition leaves alone.
  private static String letters(String text) {
    return text.replace("ł", "l")
        .replace("đ", "d")
        .replace("ø", "o")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ı", "i");
  }
}
