package recruitflow.domain.desk.candidates;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a number is kept as it was typed and not dialled. */
public enum PhoneDoubt {
  TOO_SHORT("It has too few digits to be dialled."),
  TOO_LONG(
      "It has too many digits; a number of another country begins with + and its country code."),
  UNASSIGNED("No numbering plan has such a number."),
  COUNTRY_UNCLEAR("Its country is not clear; write it with + and its country code."),
  SEVERAL("There are several numbers; keep one of them."),
  NOT_DIGITS("Letters or signs stand inside the number."),
  ROUNDED("A spreadsheet has rounded the number, its last digits are lost."),
  PREMIUM("It is a premium rate number."),
  SHARED_COST("It is a shared cost number."),
  SATELLITE("It is a satellite number or one of no country."),
  SERVICE("It is a service number and not a person's.");

  private final String words;

  PhoneDoubt(String words) {
    this.words = words;
  }

  /** The name on the wire and in the database, such as {@code too_long}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The doubt of that name; throws when there is none. */
  public static PhoneDoubt of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** One sentence for the recruiter. */
  public String words() {
    return words;
  }
}
