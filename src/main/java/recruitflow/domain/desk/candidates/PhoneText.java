package recruitflow.domain.desk.candidates;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell or field with a phone number, taken apart: labels, invisible signs and what spreadsheets
 * add are gone.
 *
 * @param shown what a person sees of it, in one line
 * @param number digits with a leading plus where one was typed; empty when there is none
 * @param extension digits to be asked for once somebody answers; empty for none
 * @param doubt why nothing may be made of it whatever the region, or null
 */
record PhoneText(String shown, String number, String extension, PhoneDoubt doubt) {
  private static final int LONGEST = 100;
  private static final int FEWEST_OF_A_NUMBER = 6;
  private static final int FEWEST_IN_FULL = 9;

  private static final Pattern WRAPPING = Pattern.compile("^[=\"'`´‘’\\s]+|[\"'`´‘’\\s]+$");
  private static final Pattern LABEL =
      Pattern.compile("^(?:p:|[\\p{L}.-]+(?: ?[\\p{L}.-]+)*\\d?\\s*[:.)]\\s*|[\\p{L}]{2,}\\s*)");
  private static final Pattern DECIMAL = Pattern.compile("(\\+?\\d{6,15})[.,]0+");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("(\\d+)(?:[.,](\\d+))?\\s*[eE]\\+?(\\d{1,2})");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(.*\\d\\)?)(?:\\s*[,;(]*\\s*(?:#|;?ext\\.?\\s*=?|[xX])|\\s*[,;(]+\\s*\\p{L}[\\p{L}. ]*"
              + "|\\s+\\p{L}[\\p{L}. ]*)\\s*[.:=]?\\s*(\\d{1,7})\\s*\\)?\\s*",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern REMARK = Pattern.compile("(.*\\d\\)?)(?:\\s+|\\s*\\()[^\\d+]*");
  private static final Pattern SEPARATED = Pattern.compile("\\s*(?:[,;/|&]|\\s\\p{L}+\\s|\\s\\+)");
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d\\s()./\\\\,·_'’\\p{Pd}]*");

  static PhoneText of(String raw) {
    var shown = WRAPPING.matcher(VisibleText.line(raw)).replaceAll("");
    shown = shown.regionMatches(true, 0, "p:", 0, 2) ? shown.substring(2).strip() : shown;
    if (shown.length() > LONGEST) {
      return new PhoneText(shown.substring(0, LONGEST), "", "", PhoneDoubt.TOO_LONG);
    }
    var text = plainDigits(shown);
    var scientific = SCIENTIFIC.matcher(text);
    if (scientific.matches()) {
      return scientific(shown, scientific);
    }
    var decimal = DECIMAL.matcher(text);
    return decimal.matches()
        ? new PhoneText(decimal.group(1), decimal.group(1), "", null)
        : taken(shown, LABEL.matcher(text).replaceFirst(""));
  }

  // Digits of any script, and the wide plus, as the ones everybody knows.
  private static String plainDigits(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              plain.appendCodePoint(digit >= 0 ? '0' + digit : c == '＋' ? '+' : c);
            });
    return plain.toString();
  }

  /** All digits are there only when as many were written as the exponent asks for. */
  private static PhoneText scientific(String shown, Matcher written) {
    var decimals = written.group(2) == null ? "" : written.group(2);
    int exponent = Integer.parseInt(written.group(3));
    if (exponent > 20 || decimals.length() < exponent) {
      return new PhoneText(shown, "", "", PhoneDoubt.ROUNDED);
    }
    var value = new BigDecimal(written.group(1) + "." + decimals).movePointRight(exponent);
    return value.stripTrailingZeros().scale() > 0
        ? new PhoneText(shown, "", "", PhoneDoubt.NOT_DIGITS)
        : new PhoneText(shown, value.toBigInteger().toString(), "", null);
  }

  private static PhoneText taken(String shown, String text) {
    if (severalNumbers(text)) {
      return new PhoneText(shown, "", "", PhoneDoubt.SEVERAL);
    }
    var extension = EXTENSION.matcher(text);
    if (extension.matches() && digits(extension.group(1)).length() >= FEWEST_OF_A_NUMBER) {
      return written(shown, extension.group(1), extension.group(2));
    }
    var remark = REMARK.matcher(text);
    return written(shown, remark.matches() ? remark.group(1) : text, "");
  }

  private static PhoneText written(String shown, String text, String extension) {
    var number = text.strip().replaceFirst("^\\(?\\s*\\+", "+");
    if (!WRITTEN.matcher(number).matches()) {
      return new PhoneText(shown, "", "", PhoneDoubt.NOT_DIGITS);
    }
    var digits = digits(number);
    var plus = number.startsWith("+") && !digits.isEmpty() ? "+" : "";
    return new PhoneText(shown, plus + digits, extension, null);
  }

  private static boolean severalNumbers(String text) {
    return parts(SEPARATED, text, FEWEST_OF_A_NUMBER) > 1 || parts(SPACE, text, FEWEST_IN_FULL) > 1;
  }

  private static long parts(Pattern between, String text, int fewest) {
    return between.splitAsStream(text).filter(part -> digits(part).length() >= fewest).count();
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
