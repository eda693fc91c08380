package recruitflow.screening.calls;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;

/** What can be asked about calls. */
public final class CallsOperations {
  private CallsOperations() {}

  public static final Operation<ById, CallNowAnswer> CALL_NOW =
      Operation.named("calls.callNow")
          .post("/api/applications/{id}/call-now")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(CallNowAnswer.class)
          .says("Phones one candidate at once, inside the position's calling hours.");

  public static final Operation<ScheduleCallback, CallbackScheduled> SCHEDULE_CALLBACK =
      Operation.named("calls.scheduleCallback")
          .post("/api/applications/{id}/callback")
          .roles(Role.RECRUITER)
          .takes(ScheduleCallback.class)
          .gives(CallbackScheduled.class)
          .says("Sets when a candidate is to be called back; the time must lie ahead.");

  public static final Operation<ListCalls, CallList> LIST =
      Operation.named("calls.list")
          .get("/api/calls")
          .roles(Role.RECRUITER)
          .takes(ListCalls.class)
          .gives(CallList.class)
          .says("All attempts to phone candidates, newest first, by status and time.");

  public static final Operation<ById, CallDetail> GET =
      Operation.named("calls.get")
          .get("/api/calls/{id}")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(CallDetail.class)
          .says("One attempt with what was said.");

  /** The call that is being placed. */
  public record CallNowAnswer(long callId) {}

  /** When to call back. */
  public record ScheduleCallback(@Min(1) long id, @NotNull Instant at) {}

  /** The call-back as stored. */
  public record CallbackScheduled(long applicationId, Instant callbackAt) {}

  /**
   * Filters; what is null does not narrow the list.
   *
   * @param from first moment of the start of the call, {@code to} the first one no longer wanted
   * @param after the {@code next} of the page before; or {@code page}, its number
   */
  public record ListCalls(
      List<CallStatus> status,
      Instant from,
      Instant to,
      @Size(max = 30) String after,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /** {@code next} is null after the last page. */
  public record CallList(List<CallRow> items, long total, @Nullable String next) {}

  /** One line of the call log. */
  public record CallRow(
      long id,
      long applicationId,
      String candidateName,
      long positionId,
      String positionTitle,
      int attemptNumber,
      CallStatus status,
      Integer durationSeconds,
      Instant initiatedAt,
      @Nullable Instant endedAt,
      @Nullable String conversationId,
      @Nullable String batchId,
      @Nullable String errorDetail) {}

  /** The line and what was said. */
  public record CallDetail(
      CallRow call,
      @Nullable String summary,
      @Nullable String summaryTitle,
      @Nullable String recordingUrl,
      List<Turn> turns) {}
}
