package recruitflow.domain.desk.applications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an application stands in voice screening. */
public enum ApplicationStatus {
  PENDING_CALL,
  CALL_QUEUED,
  CALL_IN_PROGRESS,
  CALL_COMPLETED,
  SCORING,
  QUALIFIED,
  NOT_QUALIFIED,
  AWAITING_CV,
  CV_FOLLOWUP_1,
  CV_FOLLOWUP_2,
  CV_OVERDUE,
  AWAITING_CV_REJECTED,
  CV_RECEIVED,
  CV_RECEIVED_REJECTED,
  CALLBACK_SCHEDULED,
  NEEDS_HUMAN,
  CALL_FAILED,
  CLOSED;

  /** The name in the database, in JSON and on the wire, such as {@code pending_call}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that name, as {@link #text()} gives it; throws when there is none. */
  public static ApplicationStatus of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("no application status " + text));
  }

  /** The status of that name, or nothing. */
  public static Optional<ApplicationStatus> find(String text) {
    return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
  }

  /** Everything but closed. */
  public boolean isOpen() {
    return this != CLOSED;
  }

  /** A call is under way or its conversation is being scored: the machine moves it on. */
  public boolean isCallUnderWay() {
    return this == CALL_IN_PROGRESS || this == CALL_COMPLETED || this == SCORING;
  }

  /** The column of the dashboard it is counted in. */
  public StatusGroup group() {
    return switch (this) {
      case PENDING_CALL, CALL_QUEUED, CALLBACK_SCHEDULED -> StatusGroup.PENDING_CALLS;
      case CALL_IN_PROGRESS,
          CALL_COMPLETED,
          SCORING,
          QUALIFIED,
          NOT_QUALIFIED,
          NEEDS_HUMAN,
          CALL_FAILED ->
          StatusGroup.IN_PROGRESS;
      case AWAITING_CV, CV_FOLLOWUP_1, CV_FOLLOWUP_2, CV_OVERDUE, AWAITING_CV_REJECTED ->
          StatusGroup.AWAITING_CV;
      case CV_RECEIVED, CV_RECEIVED_REJECTED, CLOSED -> StatusGroup.COMPLETED;
    };
  }
}
