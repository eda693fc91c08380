package recruitflow.domain.screening.cvs;

import java.util.Locale;

/** What told us whose CV it is. All but the last are tried in this order. */
public enum MatchMethod {
  EXACT_EMAIL,
  EXACT_PHONE,
  THREAD,
  SUBJECT_ID,
  MANUAL;

  /** The word the database and the screens use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
