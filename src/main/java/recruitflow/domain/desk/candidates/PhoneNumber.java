package recruitflow.domain.desk.candidates;

import java.util.Optional;

/** A phone number that can be dialled, such as {@code +40722123456}. */
public record PhoneNumber(String e164) {
  private static final int LONGEST = 40;

  public PhoneNumber {
    if (!e164.matches("\\+[1-9][0-9]{5,14}")) {
      throw new IllegalArgumentException("not E.164: " + e164);
    }
  }

  /** Only digits and a leading plus are left, whatever surrounds them; the prefix p: goes. */
  public static String clean(String raw) {
    var text = new StringBuilder();
    raw.codePoints()
        .limit(LONGEST * 5L)
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              if (digit >= 0) {
                text.append(digit);
              } else if ((c == '+' || c == '＋') && text.isEmpty()) {
                text.append('+');
              }
            });
    var cleaned = text.substring(0, Math.min(text.length(), LONGEST));
    return cleaned.equals("+") ? "" : cleaned;
  }

  /**
   * The number that any spelling means, see {@link PhoneReading}.
   *
   * @return nothing when it must not be dialled
   */
  public static Optional<PhoneNumber> parse(String raw, String region) {
    return PhoneReading.of(raw, region).dialable();
  }
}
