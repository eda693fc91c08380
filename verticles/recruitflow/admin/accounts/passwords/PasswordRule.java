package recruitflow.admin.accounts.passwords;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;

/**
 * What may be a password: twelve characters, and not among the first million that anybody would
 * try, which are those of known leaks, words and names with what people usually do to them.
 */
public final class PasswordRule {

  /** Characters. */
  public static final int SHORTEST = 12;

  /** A million tries. */
  private static final double LEAST_BITS = 20;

  /** What is longer is judged by its beginning: the estimate takes time. */
  private static final int JUDGED = 64;

  private static final int SHORTEST_WORD = 3;
  private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+", Pattern.DOTALL);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Why it is refused. */
  public enum Refusal {
    TOO_SHORT("needs at least 12 characters"),
    KNOWN("is among the first that anybody would try: use a few words that do not belong together");

    private final String words;

    Refusal(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /** For screens in other languages. */
    public String code() {
      return "password_" + name().toLowerCase(Locale.ROOT);
    }
  }

  private PasswordRule() {}

  /**
   * Takes some milliseconds of CPU, the first time more.
   *
   * @param about what strangers know of the account: its address, its name
   */
  public static Optional<Refusal> refusal(String password, String... about) {
    if (password.length() < SHORTEST) return Optional.of(Refusal.TOO_SHORT);
    return bits(password, about) < LEAST_BITS ? Optional.of(Refusal.KNOWN) : Optional.empty();
  }

  private static double bits(String password, String... about) {
    var repeated = REPEATED.matcher(password);
    var unit = repeated.matches() ? repeated.group(1) : password;
    var dictionaries = new java.util.ArrayList<>(Known.DICTIONARIES);
    dictionaries.add(words(about));
    var configuration =
        new ConfigurationBuilder()
            .setDictionaries(dictionaries)
            .setMaxLength(JUDGED)
            .setCombinationAlgorithmTimeout(200L)
            .setLocale(Locale.ENGLISH)
            .createConfiguration();
    return new Nbvcxz(configuration)
        .estimate(unit.substring(0, Math.min(JUDGED, unit.length())))
        .getEntropy();
  }

  private static Dictionary words(String... about) {
    var words =
        new DictionaryBuilder().setDictionaryName("about the account").addWord("recruitflow", 1);
    Arrays.stream(about)
        .flatMap(told -> Stream.concat(Stream.of(told), BETWEEN_WORDS.splitAsStream(told)))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(word -> words.addWord(word.toLowerCase(Locale.ROOT), 2));
    return words.setExclusion(false).createDictionary();
  }

  /** Read when first needed. */
  private static final class Known {
    private static final List<Dictionary> DICTIONARIES =
        List.copyOf(ConfigurationBuilder.getDefaultDictionaries());
  }
}
