package recruitflow.domain.screening.leads;

import java.util.regex.Pattern;
import recruitflow.domain.desk.candidates.SearchText;

/** What makes a row the same lead when it comes again. */
final class LeadId {
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
  private static final int EXACT_DIGITS = 15;

  private LeadId() {}

  /**
   * A spreadsheet keeps fifteen digits of a number and writes zeros for the rest, so that people
   * share an id who share nothing else.
   */
  static boolean isRounded(String id) {
    if (SCIENTIFIC.matcher(id).matches()) {
      return true;
    }
    return id.length() > EXACT_DIGITS
        && id.matches("[0-9]+")
        && id.substring(EXACT_DIGITS).matches("0+");
  }

  /** Who it is, where there is no id that says so. */
  static String ofPerson(String id, String name, String phoneKey, String email) {
    var contact = phoneKey.isEmpty() ? email : phoneKey;
    return (id.isEmpty() ? "contact" : id) + "~" + contact + "~" + SearchText.fold(name);
  }
}
