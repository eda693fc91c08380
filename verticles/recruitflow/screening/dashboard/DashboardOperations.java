package recruitflow.screening.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Words;

/** What a recruiter sees first. */
public final class DashboardOperations {
  private DashboardOperations() {}

  public static final Operation<Nothing, Screening> SCREENING =
      Operation.named("dashboard.screening")
          .get("/api/dashboard/screening")
          .roles(Role.RECRUITER)
          .takes(Nothing.class)
          .gives(Screening.class)
          .says("Counts by position, what happened today, what needs attention, what came last.");

  /** How many applications are in each group of statuses. */
  public record Groups(long pendingCalls, long inProgress, long awaitingCv, long completed) {}

  /** The card of one position; {@code attention} counts its applications that need a person. */
  public record PositionCard(
      long id, String title, PositionStatus status, Groups groups, long attention) {}

  /** Of the business day in the configured zone. */
  public record Today(long calls, long cvsReceived, long followUps, LocalDate businessDate) {}

  /**
   * Something a person has to look at. {@code kind} is call_failed, cv_overdue, needs_human,
   * callback_today, unmatched, cv_review, message_failed or provider; the application is null for
   * what could not be matched.
   */
  public record AttentionItem(
      @Words({
            "call_failed",
            "cv_overdue",
            "needs_human",
            "callback_today",
            "unmatched",
            "cv_review",
            "message_failed",
            "provider"
          })
          String kind,
      Long applicationId,
      @Nullable String candidateName,
      @Nullable String positionTitle,
      @Nullable String reason,
      Instant at) {}

  /** A change of status. */
  public record Change(@Nullable String from, @Nullable String to) {}

  /** Something that happened lately. */
  public record RecentItem(
      Instant at,
      @Words({"status", "call", "message", "reply", "cv", "note", "evaluation"}) String kind,
      long applicationId,
      @Nullable String candidateName,
      @Nullable Change text) {}

  /** The whole dashboard; of the attention list at most 100 are given. */
  public record Screening(
      List<PositionCard> positions,
      Today today,
      List<AttentionItem> attention,
      long attentionTotal,
      List<RecentItem> recent) {}
}
