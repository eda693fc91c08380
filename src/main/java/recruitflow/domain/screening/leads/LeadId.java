package recruitflow.domain.screening.leads;

import java.util.regex.Pattern;
import recruitflow.domain.desk.candidates.SearchText;

/** What makes a row the same lead when it comes again. */
final class LeadId {
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}([.,'’])[0-9]{3}(?:\\1[0-9]{3})+");
  private static final int EXACT_DIGITS = 15;

  private LeadId() {}

  /**
   * A spreadsheet keeps fifteen digits of a number and writes zeros for the rest, so that people
   * share an id who share nothing else.
   */
  static boolean isRounded(String id) {
    var number = number(id);
    if (SCIENTIFIC.matcher(number).matches()) {
      return true;
    }
    return number.length() > EXACT_DIGITS
        && number.matches("[0-9]+")
        && number.substring(EXACT_DIGITS).matches("0+");
  }

  /** Without what spreadsheets and forms put around a number, between its digits or behind them. */
  private static String number(String id) {
    var bare = id.replaceAll("^(?:l:|[=\"'`’])+|[\"\\s]+", "");
    return GROUPED.matcher(bare).matches()
        ? bare.replaceAll("[.,'’]", "")
        : bare.replaceFirst("(?<=[0-9])[.,]0+$", "");
  }

  /** Who it is, where there is no id that says so. */
  static String ofPerson(String id, String name, String phoneKey, String email) {
    var contact = phoneKey.isEmpty() ? email : phoneKey;
    return (id.isEmpty() ? "contact" : id) + "~" + contact + "~" + SearchText.fold(name);
  }
}
