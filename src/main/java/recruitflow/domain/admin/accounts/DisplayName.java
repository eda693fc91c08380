package recruitflow.domain.admin.accounts;

import java.util.regex.Pattern;

/**
 * The name that others see beside what an account did. Nothing in it may be invisible or turn the
 * text around, so that no account can pass for another one or forge the line it stands in.
 */
public final class DisplayName {

  /** Joiners stand inside words of several scripts, and nowhere else. */
  private static final Pattern JOINERS_IN_WORDS =
      Pattern.compile("(?<=[\\p{L}\\p{M}])[\\u200C\\u200D](?=[\\p{L}\\p{M}])");

  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}"
              + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0"
              + "\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

  private static final Pattern PILED_UP = Pattern.compile("\\p{M}{4}");
  private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}]");

  private DisplayName() {}

  /** Trimmed, with single plain spaces. */
  public static String clean(String raw) {
    return SPACES.matcher(raw.strip()).replaceAll(" ").strip();
  }

  /** True when everything in the cleaned name can be seen, and something can be read. */
  public static boolean isVisible(String cleaned) {
    var rest = JOINERS_IN_WORDS.matcher(cleaned).replaceAll("");
    return !INVISIBLE.matcher(rest).find()
        && !PILED_UP.matcher(rest).find()
        && READABLE.matcher(rest).find();
  }
}
