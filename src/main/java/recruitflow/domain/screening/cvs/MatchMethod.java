package recruitflow.domain.screening.cvs;

import java.util.Locale;

/** What told us whose CV it is. The first three are tried in this order. */
public enum MatchMethod {
  EXACT_EMAIL,
  EXACT_PHONE,
  SUBJECT_ID,
  MANUAL;

  /** The word the database and the screens use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
