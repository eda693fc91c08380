package recruitflow.domain.desk.candidates;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A phone number that can be dialled, such as {@code +40722123456}. */
public record PhoneNumber(String e164) {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
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

  /** Whether a spreadsheet turned the number into something like 4.07E+10 and lost its digits. */
  public static boolean isRounded(String raw) {
    return ROUNDED.matcher(raw.strip()).matches();
  }

  /**
   * Reads any spelling; 0722…, +40722…, 0040722… and 40722… are the same number in region RO.
   *
   * @param region where a number without country code belongs, such as RO
   * @return nothing when it has too few or too many digits to be dialled
   */
  public static Optional<PhoneNumber> parse(String raw, String region) {
    var cleaned = clean(raw);
    var readings =
        cleaned.startsWith("+")
            ? Stream.of(cleaned)
            : Stream.of(cleaned, "+" + cleaned.replaceFirst("^0+", ""));
    var numbers = readings.flatMap(text -> read(text, region).stream()).toList();
    return numbers.stream()
        .filter(LIBRARY::isValidNumber)
        .findFirst()
        .or(() -> numbers.stream().findFirst())
        .map(number -> new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164)));
  }

  private static Optional<Phonenumber.PhoneNumber> read(String text, String region) {
    try {
      var number = LIBRARY.parse(text, region);
      boolean dialable =
          LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
              && LIBRARY.format(number, PhoneNumberFormat.E164).matches("\\+[1-9][0-9]{5,14}");
      return dialable ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
