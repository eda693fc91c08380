package recruitflow.domain.applications;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The four counts of a position on the dashboard; every status is in exactly one. */
public enum StatusGroup {
  PENDING_CALLS,
  IN_PROGRESS,
  AWAITING_CV,
  COMPLETED;

  /** The name in addresses and in JSON, such as {@code pending_calls}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of that name, or nothing. */
  public static Optional<StatusGroup> find(String text) {
    return Arrays.stream(values()).filter(group -> group.text().equals(text)).findFirst();
  }

  /** The statuses counted here, in the order of the table of statuses. */
  public List<ApplicationStatus> statuses() {
    return Arrays.stream(ApplicationStatus.values()).filter(s -> s.group() == this).toList();
  }
}
