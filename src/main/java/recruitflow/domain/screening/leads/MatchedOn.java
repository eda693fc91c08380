package recruitflow.domain.screening.leads;

import java.util.Locale;

/** What two records have in common, from the weakest to the surest sign of one person. */
public enum MatchedOn {
  EMAIL,
  PHONE,
  BOTH;

  /** The name in the database and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name; throws when there is none. */
  public static MatchedOn of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
