package recruitflow.screening.dashboard;

import java.util.Arrays;
import java.util.Locale;

/** What is needed, in the order in which it is shown. */
public enum AttentionGroup {
  /** Qualified, and the CV is here: for the recruiter to go on with. */
  READY,
  /** Somebody asked for a person, or only a person can decide. */
  PEOPLE,
  /** Two records that may be one person. */
  DUPLICATES,
  /** Files that belong to nobody yet, or to somebody perhaps. */
  CVS,
  /** Messages that could not be sent. */
  MESSAGES,
  /** Calls that failed, and call-backs of today. */
  CALLS,
  /** CVs that never came. */
  OVERDUE,
  /** Providers that refuse us, and who waits for them. */
  PROVIDER,
  /** Set by hand; nothing happens until somebody acts. */
  RESTING;

  /** The name on the wire. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names in their order. */
  static String[] texts() {
    return Arrays.stream(values()).map(AttentionGroup::text).toArray(String[]::new);
  }

  static AttentionGroup of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
