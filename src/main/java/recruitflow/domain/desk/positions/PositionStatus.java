package recruitflow.domain.desk.positions;

import java.util.Arrays;
import java.util.Locale;

/** Whether a position takes new people and places calls. */
public enum PositionStatus {
  OPEN,
  /** Takes new people, places no calls. */
  PAUSED,
  /** Takes nobody, calls nobody, writes to nobody. */
  CLOSED;

  /** The name in the database and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that name; throws when there is none. */
  public static PositionStatus of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no position status " + text));
  }

  /** Whether imports and new applications are accepted. */
  public boolean takesApplications() {
    return this != CLOSED;
  }
}
