package recruitflow.domain.desk.candidates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as it is searched: lower case, without diacritics, one space between words. */
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;:/|]+");
  private static final Pattern AROUND_WORDS =
      Pattern.compile("^[\"'(\\[<«„“”‘’]+|[\"')\\]>».!?“”‘’]+$");

  private SearchText() {}

  /** Ștefan, STEFAN and stefan are the same. */
  public static String fold(String text) {
    var decomposed = Normalizer.normalize(VisibleText.of(text), Normalizer.Form.NFKD);
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

  /** All that finds a person; a number is found by its digits however it was typed. */
  public static String ofPerson(
      String name, String phone, String e164, String whatsapp, String email) {
    var digits = PhoneNumber.clean(phone == null ? "" : phone);
    return of(name, phone, digits.equals(phone) ? "" : digits, e164, whatsapp, email);
  }

  /** The words of a search, without the signs that only stand between them: RADU, ANA. */
  public static List<String> words(String typed) {
    return Arrays.stream(BETWEEN_WORDS.split(fold(VisibleText.of(typed))))
        .map(word -> AROUND_WORDS.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
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
