package recruitflow.domain.desk.candidates;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as they are stored and compared: trimmed, lower case. */
public final class EmailAddress {
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[^\\s@<>()\\[\\],;:\"\\p{Cntrl}\\p{Cf}\\p{Z}]{1,64}@[\\p{L}\\p{N}.-]+\\.[\\p{L}\\p{N}-]{2,}");

  private EmailAddress() {}

  /** Trimmed and in lower case. */
  public static String clean(String raw) {
    return raw.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a mail could be addressed to it; the cleaned form is asked for. */
  public static boolean isPlausible(String cleaned) {
    return cleaned.length() <= 254 && PLAUSIBLE.matcher(cleaned).matches();
  }
}
