package recruitflow.domain.screening.inbound;

import java.util.Locale;

/** The ways by which candidates write to us. */
public enum Channel {
  EMAIL,
  WHATSAPP;

  /** The word the database and the screens use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
