package recruitflow.desk.applications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.StatusGroup;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;

/** What can be asked about applications. */
public final class ApplicationOperations {
  private ApplicationOperations() {}

  public static final Operation<ListApplications, ApplicationList> LIST =
      Operation.named("applications.list")
          .get("/api/applications")
          .roles(Role.RECRUITER)
          .takes(ListApplications.class)
          .gives(ApplicationList.class)
          .says("Lists applications, the last active first; next is the cursor of what follows.");

  public static final Operation<ListApplications, ApplicationIds> IDS =
      Operation.named("applications.ids")
          .get("/api/applications/ids")
          .roles(Role.RECRUITER)
          .takes(ListApplications.class)
          .gives(ApplicationIds.class)
          .says("The ids of all applications that the same filters show, at most 10,000.");

  public static final Operation<CreateApplication, ApplicationDetail> CREATE =
      Operation.named("applications.create")
          .post("/api/applications")
          .roles(Role.RECRUITER)
          .takes(CreateApplication.class)
          .gives(ApplicationDetail.class)
          .says("Puts a candidate into screening for a position; once for each position.");

  public static final Operation<ById, ApplicationDetail> GET =
      Operation.named("applications.get")
          .get("/api/applications/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(ApplicationDetail.class)
          .says("Reads one application with everything that happened and what can be done now.");

  public static final Operation<TriggerCalls, Triggered> TRIGGER_CALLS =
      Operation.named("applications.triggerCalls")
          .post("/api/applications/trigger-calls")
          .roles(Role.RECRUITER)
          .takes(TriggerCalls.class)
          .gives(Triggered.class)
          .says("Puts applications into the call queue; the refused come back with the reason.");

  public static final Operation<SetStatus, ApplicationDetail> SET_STATUS =
      Operation.named("applications.setStatus")
          .post("/api/applications/{id}/status")
          .roles(Role.RECRUITER)
          .takes(SetStatus.class)
          .gives(ApplicationDetail.class)
          .says(
              "Sets any status by hand, with a note; nothing is sent or called because of it unless"
                  + " that is chosen.");

  public static final Operation<AddNote, ApplicationDetail> ADD_NOTE =
      Operation.named("applications.addNote")
          .post("/api/applications/{id}/notes")
          .roles(Role.RECRUITER)
          .takes(AddNote.class)
          .gives(ApplicationDetail.class)
          .says("Adds a note to an application.");

  public static final Operation<Assign, ApplicationDetail> ASSIGN =
      Operation.named("applications.assign")
          .post("/api/applications/{id}/assign")
          .roles(Role.RECRUITER)
          .takes(Assign.class)
          .gives(ApplicationDetail.class)
          .says("Gives an application to a recruiter, or with no user to nobody.");

  public static final Operation<Close, ApplicationDetail> CLOSE =
      Operation.named("applications.close")
          .post("/api/applications/{id}/close")
          .roles(Role.RECRUITER)
          .takes(Close.class)
          .gives(ApplicationDetail.class)
          .says("Closes an application; refused while a call or its scoring is under way.");

  public static final Operation<UndoClose, ApplicationDetail> UNDO_CLOSE =
      Operation.named("applications.undoClose")
          .post("/api/applications/{id}/undo-close")
          .roles(Role.RECRUITER)
          .takes(UndoClose.class)
          .gives(ApplicationDetail.class)
          .says("Takes a closing back within thirty days: status, reason, call-back as they were.");

  /**
   * All filters are optional and narrow together. Times are instants or days such as 2026-05-01 of
   * the configured zone, of the last activity; {@code to} as a day is included. {@code after} is
   * the cursor of the page before; or {@code page}, its number.
   */
  public record ListApplications(
      Long positionId,
      List<ApplicationStatus> status,
      @Pattern(regexp = "true|false|none") String qualified,
      @Size(max = 40) String from,
      @Size(max = 40) String to,
      @Size(max = 200) String q,
      Long assignedTo,
      StatusGroup group,
      @Size(max = 80) String after,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /**
   * One line of the list. {@code resting}: set by hand without a choice of what starts, so that no
   * call or message leaves until somebody acts.
   */
  public record ApplicationRow(
      long id,
      String reference,
      long candidateId,
      String candidateName,
      String phone,
      String email,
      long positionId,
      String positionTitle,
      ApplicationStatus status,
      Integer score,
      Boolean qualified,
      @Nullable Instant callbackAt,
      @Nullable Instant nextCallAt,
      @Nullable String attention,
      @Nullable String needsHumanReason,
      boolean heldAsDuplicate,
      boolean resting,
      Instant lastActivityAt,
      Instant statusSince) {}

  /** A page of applications. */
  public record ApplicationList(List<ApplicationRow> items, long total, @Nullable String next) {}

  /** Ids in the order of the list. */
  public record ApplicationIds(List<Long> ids) {}

  /** Who for what. */
  public record CreateApplication(@Min(1) long candidateId, @Min(1) long positionId) {}

  /** Whom to call. */
  public record TriggerCalls(@NotEmpty @Size(max = 10_000) List<Long> applicationIds) {}

  /**
   * Why one application is not called, and of whom: what is wrong with a candidate is put right by
   * changing that candidate. {@code code} and {@code params} are the reason for a translation.
   */
  public record TriggerRefusal(
      long id,
      @Nullable Long candidateId,
      @Nullable String candidateName,
      String reason,
      String code,
      Map<String, String> params) {}

  /** What became of a trigger. */
  public record Triggered(List<Long> queued, List<TriggerRefusal> refused) {}

  /**
   * A status set by hand. {@code askForCv} asks for the CV now and reminds of it (qualified,
   * not_qualified, awaiting_cv, awaiting_cv_rejected; for cv_followup_1 and cv_followup_2 the
   * reminders go on); {@code startCall} phones (call_queued); {@code callbackAt} is needed for
   * callback_scheduled. Without its choice the application rests.
   */
  public record SetStatus(
      @Min(1) long id,
      @NotNull ApplicationStatus status,
      @NotBlank @Size(max = 2_000) String note,
      int version,
      Boolean askForCv,
      Boolean startCall,
      Instant callbackAt) {}

  /** Whose closing is taken back; with the version that was seen, if it matters. */
  public record UndoClose(@Min(1) long id, Integer version) {}

  /** A note. */
  public record AddNote(@Min(1) long id, @NotBlank @Size(max = 20_000) String body) {}

  /** To whom; null to nobody. */
  public record Assign(@Min(1) long id, Long userId) {}

  /** The end, with a word why if there is one to say. */
  public record Close(@Min(1) long id, @Size(max = 2_000) String note) {}
}
