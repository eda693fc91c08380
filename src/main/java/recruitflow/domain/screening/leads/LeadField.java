package recruitflow.domain.screening.leads;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a lead file can be, besides a question. */
public enum LeadField {
  ID,
  CREATED_TIME,
  CAMPAIGN_NAME,
  PLATFORM,
  EMAIL,
  FULL_NAME,
  FIRST_NAME,
  LAST_NAME,
  PHONE_NUMBER,
  /** An answer to a question of the form. */
  QUESTION,
  /** Kept in the log of the import only. */
  IGNORED;

  /** The name on the wire and in the files of Meta's forms, such as {@code phone_number}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that name, or nothing. */
  public static Optional<LeadField> find(String text) {
    return Arrays.stream(values()).filter(field -> field.text().equals(text)).findFirst();
  }

  /** All names, for a choice on the screen. */
  public static List<String> names() {
    return Arrays.stream(values()).map(LeadField::text).toList();
  }

  boolean isOfThePerson() {
    return compareTo(QUESTION) < 0;
  }
}
