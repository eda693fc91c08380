package recruitflow.screening.cvs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.domain.screening.cvs.MatchMethod;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Words;

/** What recruiters do with CVs that came in. */
public final class CvOperations {
  private CvOperations() {}

  /** Which page of items; the first 50 when nothing is said. */
  public record UnmatchedQuery(
      Boolean resolved, @Min(1) Integer page, @Min(1) @Max(200) Integer pageSize) {}

  /**
   * Something with a file that waits for a person. {@code hasFile} is false without bytes; the
   * application is there when it is known whose it is, and {@code doubt} says why it was not filed
   * as a CV: photo, sound, film, text, envelope, too_large, empty, not_fetched, other. {@code
   * resolution} is assigned or dismissed.
   */
  public record UnmatchedItem(
      long id,
      @Nullable Long applicationId,
      @Nullable String reference,
      @Nullable Long candidateId,
      @Nullable String candidateName,
      @Nullable String positionTitle,
      @Nullable @Words(of = Doubt.class) String doubt,
      @Nullable Long size,
      @Nullable @Words({"assigned", "dismissed"}) String resolution,
      @Words(of = Channel.class) String channel,
      String sender,
      @Nullable String subject,
      @Nullable String bodySnippet,
      @Nullable String attachmentName,
      @Nullable String contentType,
      boolean hasFile,
      @Nullable String note,
      Instant receivedAt,
      boolean resolved,
      @Nullable Long resolvedByApplicationId,
      @Nullable Instant resolvedAt) {}

  /** A page; {@code next} is the number of the next one, or null. */
  public record UnmatchedPage(List<UnmatchedItem> items, long total, @Nullable String next) {}

  /** Which item goes to which application. */
  public record AssignUnmatched(@Min(1) long id, @Min(1) long applicationId) {}

  /**
   * {@code cvId} is null and {@code resolved} false when the item came without bytes: it then
   * stands with the application until the file is uploaded or the item dismissed.
   */
  public record Assigned(
      long id, long applicationId, @Nullable Long cvId, String status, boolean resolved) {}

  /** Which page; the first 50 when nothing is said. */
  public record ReviewQuery(@Min(1) Integer page, @Min(1) @Max(200) Integer pageSize) {}

  /** A CV that was filed with a doubt. */
  public record ReviewItem(
      long id,
      Instant receivedAt,
      String fileName,
      long candidateId,
      String candidateName,
      @Nullable @Words(of = MatchMethod.class) String matchMethod,
      @Nullable String confidenceNote,
      long applicationId,
      String reference,
      String positionTitle) {}

  /** A page; {@code next} is the number of the next one, or null. */
  public record ReviewPage(List<ReviewItem> items, long total, @Nullable String next) {}

  public static final Operation<UnmatchedQuery, UnmatchedPage> UNMATCHED =
      Operation.named("cvs.unmatched")
          .get("/api/inbound/unmatched")
          .roles(Role.RECRUITER)
          .takes(UnmatchedQuery.class)
          .gives(UnmatchedPage.class)
          .says("Lists what came in with a file and waits for a person, the newest first.");

  public static final Operation<AssignUnmatched, Assigned> ASSIGN =
      Operation.named("cvs.assignUnmatched")
          .post("/api/inbound/unmatched/{id}/assign")
          .roles(Role.RECRUITER)
          .takes(AssignUnmatched.class)
          .gives(Assigned.class)
          .says("Files an unmatched item with an application, which moves on if it awaits a CV.");

  public static final Operation<ById, Assigned> ACCEPT =
      Operation.named("cvs.acceptUnmatched")
          .post("/api/inbound/unmatched/{id}/accept")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Assigned.class)
          .says("Files a doubtful file as the CV of the application that it stands with.");

  public static final Operation<ById, UnmatchedItem> DISMISS =
      Operation.named("cvs.dismissUnmatched")
          .post("/api/inbound/unmatched/{id}/dismiss")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(UnmatchedItem.class)
          .says("Says that an item is no CV; reminders that waited for the answer go on.");

  public static final Operation<ById, UnmatchedItem> REOPEN =
      Operation.named("cvs.reopenUnmatched")
          .post("/api/inbound/unmatched/{id}/reopen")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(UnmatchedItem.class)
          .says("Puts a dismissed item before a person again.");

  public static final Operation<ReviewQuery, ReviewPage> REVIEW =
      Operation.named("cvs.review")
          .get("/api/cvs/review")
          .roles(Role.RECRUITER)
          .takes(ReviewQuery.class)
          .gives(ReviewPage.class)
          .says("Lists the CVs that were filed with a doubt, the newest first.");

  public static final Operation<ById, ReviewItem> CONFIRM =
      Operation.named("cvs.confirm")
          .post("/api/cvs/{id}/confirm")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(ReviewItem.class)
          .says("Takes the doubt from a CV: it lies where it belongs.");
}
