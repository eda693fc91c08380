package recruitflow.screening.dashboard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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

  public static final Operation<ListAttention, Attention> ATTENTION =
      Operation.named("dashboard.attention")
          .get("/api/dashboard/attention")
          .roles(Role.RECRUITER)
          .takes(ListAttention.class)
          .gives(Attention.class)
          .says("What waits for a person, by what is needed, the longest waiting first; in pages.");

  /** How many applications are in each group of statuses. */
  public record Groups(long pendingCalls, long inProgress, long awaitingCv, long completed) {}

  /** The card of one position; {@code attention} counts its applications that need a person. */
  public record PositionCard(
      long id, String title, PositionStatus status, Groups groups, long attention) {}

  /** Of the business day in the configured zone. */
  public record Today(long calls, long cvsReceived, long followUps, LocalDate businessDate) {}

  /**
   * All groups with the first of each, or one group; {@code after} is the cursor of the page before
   * and needs the group.
   */
  public record ListAttention(
      AttentionGroup group, @Size(max = 120) String after, @Min(1) @Max(200) Integer pageSize) {}

  /**
   * Something a person has to look at. The application is null for what could not be matched and
   * for a provider; the candidate's name is then the sender's or the provider's. The reason of a
   * duplicate is the other record's name.
   */
  public record AttentionItem(
      @Words({
            "cv_received",
            "call_failed",
            "cv_overdue",
            "needs_human",
            "callback_today",
            "unmatched",
            "cv_review",
            "duplicate",
            "message_failed",
            "provider",
            "resting"
          })
          String kind,
      @Nullable Long applicationId,
      @Nullable Long candidateId,
      @Nullable String candidateName,
      @Nullable String positionTitle,
      @Nullable String reason,
      Instant at) {}

  /** One group: how many there are in all, and a page of them. */
  public record AttentionPart(
      AttentionGroup group, long total, List<AttentionItem> items, @Nullable String next) {}

  /** The groups in the order in which they are shown. */
  public record Attention(List<AttentionPart> groups) {}

  /** A change of status. */
  public record Change(@Nullable String from, @Nullable String to) {}

  /** Something that happened lately. */
  public record RecentItem(
      Instant at,
      @Words({"status", "call", "message", "reply", "cv", "note", "evaluation"}) String kind,
      long applicationId,
      @Nullable String candidateName,
      @Nullable Change text) {}

  /**
   * The whole dashboard. Of what needs attention the first 100 are given, in the order of the
   * groups; dashboard.attention gives all, and what is ready.
   */
  public record Screening(
      List<PositionCard> positions,
      Today today,
      List<AttentionItem> attention,
      long attentionTotal,
      List<RecentItem> recent) {}
}
