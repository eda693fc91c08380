package recruitflow.desk.candidates;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.screening.leads.MatchedOn;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** What can be asked about records that may be one person. */
public final class DuplicateOperations {
  private DuplicateOperations() {}

  public static final Operation<ListDuplicates, DuplicateList> LIST =
      Operation.named("duplicates.list")
          .get("/api/duplicates")
          .roles(Role.RECRUITER)
          .takes(ListDuplicates.class)
          .gives(DuplicateList.class)
          .says("Lists pairs of candidates that may be one person and wait for a decision.");

  public static final Operation<Merge, CandidateOperations.Candidate> MERGE =
      Operation.named("duplicates.merge")
          .post("/api/duplicates/{id}/merge")
          .roles(Role.RECRUITER)
          .takes(Merge.class)
          .gives(CandidateOperations.Candidate.class)
          .says("Makes one candidate of the two; everything moves to the one that is kept.");

  public static final Operation<ById, Nothing> DISMISS =
      Operation.named("duplicates.dismiss")
          .post("/api/duplicates/{id}/dismiss")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Nothing.class)
          .says("Says that the two are different people, so that both may be called.");

  /** Which page. */
  public record ListDuplicates(
      @Min(1) @Max(1_000_000) Integer page, @Min(1) @Max(200) Integer pageSize) {}

  /** One of a pair. */
  public record Twin(long id, String name, String phone, String email, Instant createdAt) {}

  /** A pair: the newer candidate and the one that was there before. */
  public record Duplicate(
      long id, Twin candidate, Twin other, MatchedOn matchedOn, Instant createdAt) {}

  /** A page of pairs. */
  public record DuplicateList(List<Duplicate> items, long total, @Nullable String next) {}

  /** Which of the two is kept; left out, the one that was there before. */
  public record Merge(@Min(1) long id, Long keepCandidateId) {}
}
