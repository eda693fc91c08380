package recruitflow.desk.candidates;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.candidates.PhoneDoubt;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Words;

/** What can be asked about candidates. */
public final class CandidateOperations {
  private CandidateOperations() {}

  public static final Operation<ListCandidates, CandidateList> LIST =
      Operation.named("candidates.list")
          .get("/api/candidates")
          .roles(Role.RECRUITER)
          .takes(ListCandidates.class)
          .gives(CandidateList.class)
          .says("Lists candidates, newest first; q searches name, phone and e-mail address.");

  public static final Operation<CreateCandidate, Candidate> CREATE =
      Operation.named("candidates.create")
          .post("/api/candidates")
          .roles(Role.RECRUITER)
          .takes(CreateCandidate.class)
          .gives(Candidate.class)
          .says("Makes a candidate by hand; a phone number or an e-mail address is needed.");

  public static final Operation<ById, Candidate> GET =
      Operation.named("candidates.get")
          .get("/api/candidates/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Candidate.class)
          .says("Reads one candidate with all applications.");

  public static final Operation<UpdateCandidate, Candidate> UPDATE =
      Operation.named("candidates.update")
          .patch("/api/candidates/{id}")
          .roles(Role.RECRUITER)
          .takes(UpdateCandidate.class)
          .gives(Candidate.class)
          .says("Changes the given fields; a stale version is refused with the current record.");

  /** {@code status} and {@code positionId} are of any of the candidate's applications. */
  public record ListCandidates(
      @Size(max = 200) String q,
      Long positionId,
      List<ApplicationStatus> status,
      @Size(max = 20) String source,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /** One line of the list. */
  public record CandidateRow(
      long id,
      String reference,
      String fullName,
      String phone,
      String email,
      @Words({"meta_form", "manual"}) String source,
      long applications,
      Instant createdAt) {}

  /** A page of candidates. */
  public record CandidateList(List<CandidateRow> items, long total, @Nullable String next) {}

  /** One application of a candidate. */
  public record CandidateApplication(
      long id,
      String reference,
      long positionId,
      String positionTitle,
      ApplicationStatus status,
      Integer score,
      Boolean qualified,
      Instant lastActivityAt) {}

  /**
   * A candidate as stored. {@code phoneE164} is null when the phone is not dialled; then {@code
   * phoneDoubt} is the reason, if a phone is there, and {@code phoneSuggestion} what may have been
   * meant.
   */
  public record Candidate(
      long id,
      String reference,
      String firstName,
      String lastName,
      String fullName,
      String phone,
      @Nullable String phoneE164,
      @Nullable PhoneDoubt phoneDoubt,
      @Nullable String phoneSuggestion,
      String email,
      @Nullable String whatsappNumber,
      @Words({"meta_form", "manual"}) String source,
      @Nullable String metaLeadId,
      @Nullable Instant metaCreatedTime,
      @Nullable String campaignName,
      @Nullable String platform,
      @Nullable Map<String, Object> formAnswers,
      String notes,
      int version,
      Instant createdAt,
      List<CandidateApplication> applications) {}

  /** A full name may be given instead of its two parts. */
  public record CreateCandidate(
      @Size(max = 200) String firstName,
      @Size(max = 200) String lastName,
      @Size(max = 400) String fullName,
      @Size(max = 100) String phone,
      @Size(max = 254) String email,
      @Size(max = 100) String whatsappNumber,
      @Size(max = 20_000) String notes) {}

  /** What is left out stays; an empty text empties. */
  public record UpdateCandidate(
      @Min(1) long id,
      int version,
      @Size(max = 200) String firstName,
      @Size(max = 200) String lastName,
      @Size(max = 100) String phone,
      @Size(max = 254) String email,
      @Size(max = 100) String whatsappNumber,
      @Size(max = 20_000) String notes) {}
}
