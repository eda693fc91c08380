package recruitflow.domain.desk.candidates;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbering plans of all countries. A number is another country's only where that country was
 * written: with a plus or an international prefix.
 */
final class NumberingPlan {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final Set<PhoneNumberType> OF_PEOPLE =
      EnumSet.of(
          PhoneNumberType.MOBILE,
          PhoneNumberType.FIXED_LINE,
          PhoneNumberType.FIXED_LINE_OR_MOBILE,
          PhoneNumberType.VOIP);
  // A plus, or a prefix that no place of the world dials within the country.
  private static final Pattern COUNTRY_WRITTEN = Pattern.compile("\\+|00|011|810");
  private static final int LONGEST = "+123456789012345".length();
  private static final String NO_COUNTRY = "001";

  private NumberingPlan() {}

  /**
   * The one number that these digits are.
   *
   * @param digits with a leading plus where one was typed
   * @param region where a number without country code belongs, such as RO
   * @return nothing when the plans have no such number, or when it could be a second one
   */
  static Optional<Phonenumber.PhoneNumber> find(String digits, String region) {
    var written = digits.replaceFirst("^\\+00+", "+");
    var own = valid(written, region).filter(number -> belongs(number, written, region));
    if (written.startsWith("00") && own.isEmpty()) {
      return valid("+" + written.substring(2), region);
    }
    return written.startsWith(ownCode(region)) ? withOrWithoutCode(written, own, region) : own;
  }

  /**
   * The region's country code may stand there without its plus, 4917… in Germany, or belong to the
   * number itself. Plans of fixed lines are wide: what only they admit is not taken.
   */
  private static Optional<Phonenumber.PhoneNumber> withOrWithoutCode(
      String digits, Optional<Phonenumber.PhoneNumber> own, String region) {
    var withCode = valid("+" + digits, region);
    if (withCode.isEmpty() || !withCode.equals(own)) {
      var mobile =
          Stream.of(own, withCode).flatMap(Optional::stream).filter(NumberingPlan::mobile).toList();
      return mobile.size() == 1 ? Optional.of(mobile.getFirst()) : Optional.empty();
    }
    return own;
  }

  private static String ownCode(String region) {
    return String.valueOf(LIBRARY.getCountryCodeForRegion(region));
  }

  private static boolean mobile(Phonenumber.PhoneNumber number) {
    return LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
  }

  private static Optional<Phonenumber.PhoneNumber> valid(String digits, String region) {
    return parse(digits, region)
        .filter(LIBRARY::isValidNumber)
        .filter(number -> e164(number).length() <= LONGEST);
  }

  private static boolean belongs(Phonenumber.PhoneNumber number, String digits, String region) {
    return number.getCountryCode() == LIBRARY.getCountryCodeForRegion(region)
        || COUNTRY_WRITTEN.matcher(digits).lookingAt();
  }

  /** What the digits would be with a plus before them: to be offered, never to be dialled. */
  static Optional<String> suggestion(String digits) {
    return digits.matches("[1-9][0-9]{9,14}")
        ? valid("+" + digits, NO_COUNTRY).filter(NumberingPlan::mobile).map(NumberingPlan::e164)
        : Optional.empty();
  }

  /** Why digits that are no number of any plan are none. */
  static PhoneDoubt absence(String digits, String region) {
    if (valid(digits, region).isPresent()) {
      return PhoneDoubt.COUNTRY_UNCLEAR;
    }
    var number = parse(digits, region);
    if (number.isEmpty()) {
      return digits.length() < 6 ? PhoneDoubt.TOO_SHORT : PhoneDoubt.UNASSIGNED;
    }
    return switch (LIBRARY.isPossibleNumberWithReason(number.get())) {
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> PhoneDoubt.TOO_SHORT;
      case TOO_LONG -> PhoneDoubt.TOO_LONG;
      case IS_POSSIBLE, INVALID_COUNTRY_CODE, INVALID_LENGTH -> PhoneDoubt.UNASSIGNED;
    };
  }

  /** Why a number of that kind is not dialled; nothing when a person may answer it. */
  static Optional<PhoneDoubt> kindDoubt(Phonenumber.PhoneNumber number) {
    if (NO_COUNTRY.equals(LIBRARY.getRegionCodeForNumber(number))) {
      return Optional.of(PhoneDoubt.SATELLITE);
    }
    var type = LIBRARY.getNumberType(number);
    if (OF_PEOPLE.contains(type)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case PREMIUM_RATE -> PhoneDoubt.PREMIUM;
          case SHARED_COST -> PhoneDoubt.SHARED_COST;
          default -> PhoneDoubt.SERVICE;
        });
  }

  static String e164(Phonenumber.PhoneNumber number) {
    return LIBRARY.format(number, PhoneNumberFormat.E164);
  }

  private static Optional<Phonenumber.PhoneNumber> parse(String digits, String region) {
    try {
      return Optional.of(LIBRARY.parse(digits, region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
