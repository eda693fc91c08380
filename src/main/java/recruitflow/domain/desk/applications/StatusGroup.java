package recruitflow.domain.desk.applications;

import java.util.Arrays;
import java.util.List;

/** The four counts of a position on the dashboard; every status is in exactly one. */
public enum StatusGroup {
  PENDING_CALLS,
  IN_PROGRESS,
  AWAITING_CV,
  COMPLETED;

  /** The statuses counted here, in the order of the table of statuses. */
  public List<ApplicationStatus> statuses() {
    return Arrays.stream(ApplicationStatus.values()).filter(s -> s.group() == this).toList();
  }
}
