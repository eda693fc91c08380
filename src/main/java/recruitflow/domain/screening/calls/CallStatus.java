package recruitflow.domain.screening.calls;

import java.util.Locale;

/** Where one attempt to phone a candidate stands. */
public enum CallStatus {
  /** Committed here, not yet accepted by the provider. */
  SUBMITTING,
  /** Accepted by the provider. */
  INITIATED,
  IN_PROGRESS,
  /** The request left and its answer was lost: nobody knows yet whether the phone rings. */
  UNKNOWN,
  COMPLETED,
  NO_ANSWER,
  BUSY,
  VOICEMAIL,
  FAILED,
  /** Taken back before it was dialled: no attempt. */
  CANCELLED;

  /** The phone may still ring because of this call. */
  public boolean isOpen() {
    return switch (this) {
      case SUBMITTING, INITIATED, IN_PROGRESS, UNKNOWN -> true;
      case COMPLETED, NO_ANSWER, BUSY, VOICEMAIL, FAILED, CANCELLED -> false;
    };
  }

  /** The word kept in the database and shown in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CallStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
