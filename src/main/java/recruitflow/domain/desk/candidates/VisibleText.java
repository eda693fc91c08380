package recruitflow.domain.desk.candidates;

import java.util.regex.Pattern;

/**
 * What people wrote, without what nobody sees. Marks that turn the direction of writing around can
 * make a name or an address look like another one; zero-width signs make two equal ones differ.
 */
public final class VisibleText {
  // Zero-width joiners stay inside words: Persian and Indian scripts and emoji are written with
  // them.
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E"
              + "\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0"
              + "\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private VisibleText() {}

  /** Line breaks and spaces stay as they are. */
  public static String of(String text) {
    return INVISIBLE.matcher(text).replaceAll("");
  }

  /** In one line, single spaces between words, none around. */
  public static String line(String text) {
    return SPACES.matcher(of(text)).replaceAll(" ").strip();
  }
}
