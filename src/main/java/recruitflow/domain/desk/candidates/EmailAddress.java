package recruitflow.domain.desk.candidates;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as they are stored and compared: trimmed, lower case. */
public final class EmailAddress {
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\"\\p{Cntrl}\\p{Cf}\\p{Z}]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

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

  /** Whether a mail could be addressed to it; the cleaned form is asked for. */
  public static boolean isPlausible(String cleaned) {
    return cleaned.length() <= 254 && PLAUSIBLE.matcher(cleaned).matches();
  }
}
