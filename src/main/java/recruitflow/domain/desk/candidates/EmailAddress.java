package recruitflow.domain.desk.candidates;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail addresses as they are stored and compared: trimmed, lower case. */
public final class EmailAddress {
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\"\\p{Cntrl}\\p{Cf}\\p{Z}]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

  private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
  private static final Pattern JOINERS = Pattern.compile("[\\u200C\\u200D]");
  private static final Pattern WRAPPING =
      Pattern.compile("^[<'\"\\s]*(?:mailto:|e:)?[<'\"\\s]*|[>'\"\\s;,.]+$");

  private EmailAddress() {}

  /**
   * In lower case, without what nobody sees and without the mailto: of a link. Spaces inside stay,
   * so that two addresses do not become one.
   */
  public static String clean(String raw) {
    var text = JOINERS.matcher(VisibleText.line(raw)).replaceAll("").toLowerCase(Locale.ROOT);
    return WRAPPING.matcher(text).replaceAll("").strip();
  }

  /**
   * The local part of the mailbox that a cleaned address of Google's is delivered to: neither dots
   * nor what follows a plus count. Empty for other addresses.
   */
  public static Optional<String> googleMailbox(String cleaned) {
    var at = cleaned.lastIndexOf('@');
    if (at < 0 || !GOOGLE.contains(cleaned.substring(at + 1))) return Optional.empty();
    var plus = cleaned.indexOf('+');
    var local = cleaned.substring(0, plus < 0 || plus > at ? at : plus).replace(".", "");
    return Optional.of(local).filter(name -> !name.isEmpty());
  }

  /** What two spellings of one mailbox have in common; the cleaned form is asked for. */
  public static String key(String cleaned) {
    return googleMailbox(cleaned).map(local -> local + "@gmail.com").orElse(cleaned);
  }

  /** Whether a mail could be addressed to it; the cleaned form is asked for. */
  public static boolean isPlausible(String cleaned) {
    return cleaned.length() <= 254 && PLAUSIBLE.matcher(cleaned).matches();
  }
}
