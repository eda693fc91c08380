package recruitflow.admin.jobs;

import static recruitflow.platform.operations.Role.ADMIN;

import io.vertx.core.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.documents.Words;

/** Scheduled jobs and background tasks, for administrators. */
public final class JobOperations {

  private JobOperations() {}

  /** A scheduled job with its last and next run; times are business time. */
  public record JobRow(
      String name,
      String sentence,
      int everySeconds,
      @Nullable Instant lastStartedAt,
      @Nullable Instant lastFinishedAt,
      Long lastDurationMs,
      @Nullable @Words({"done", "failed"}) String lastOutcome,
      @Nullable String lastError,
      Map<String, Object> lastCounts,
      @Nullable Instant nextRunAt,
      boolean running) {}

  /** All scheduled jobs. */
  public record Jobs(List<JobRow> items) {}

  /** A scheduled job by its name. */
  public record ByName(@NotBlank @Size(max = 100) String name) {}

  /** A task as it stands. */
  public record TaskRow(
      long id,
      String kind,
      @Nullable String key,
      @Words(of = TaskState.class) String state,
      int attempt,
      int maxAttempts,
      Instant runAt,
      Instant notBefore,
      @Nullable Instant leaseUntil,
      @Nullable String worker,
      @Nullable String lastError,
      JsonObject payload,
      Instant createdAt,
      @Nullable Instant finishedAt) {}

  /** The states of a task. */
  public enum TaskState {
    READY,
    RUNNING,
    DONE,
    DEAD,
    CANCELLED
  }

  /** Which tasks; {@code after} is the id of the last one seen; or a page by number. */
  public record TaskFilter(
      TaskState state,
      @Size(max = 100) String kind,
      @Min(1) Long after,
      @Min(1) @Max(1_000_000) Integer page,
      @Min(1) @Max(200) Integer pageSize) {}

  /** Tasks, newest first; {@code next} continues the list. */
  public record TaskPage(List<TaskRow> items, Long next) {}

  /** How a kind of task stands. */
  public record KindRow(
      String kind,
      long ready,
      long running,
      long dead,
      @Nullable Instant oldestReadyAt,
      boolean paused) {}

  /** Every kind with open or dead tasks, or paused. */
  public record Kinds(List<KindRow> kinds) {}

  /** A kind of task. */
  public record ByKind(@NotBlank @Size(max = 100) String kind) {}

  public static final Operation<Nothing, Jobs> LIST =
      Operation.named("jobs.list")
          .get("/api/jobs")
          .roles(ADMIN)
          .takes(Nothing.class)
          .gives(Jobs.class)
          .says("Lists the scheduled jobs with their last and next run.");

  public static final Operation<ByName, Nothing> RUN =
      Operation.named("jobs.run")
          .post("/api/jobs/{name}/run")
          .roles(ADMIN)
          .takes(ByName.class)
          .gives(Nothing.class)
          .says("Makes a scheduled job due now.");

  public static final Operation<TaskFilter, TaskPage> TASKS =
      Operation.named("tasks.list")
          .get("/api/tasks")
          .roles(ADMIN)
          .takes(TaskFilter.class)
          .gives(TaskPage.class)
          .says("Lists background tasks, newest first.");

  public static final Operation<Nothing, Kinds> SUMMARY =
      Operation.named("tasks.summary")
          .get("/api/tasks/summary")
          .roles(ADMIN)
          .takes(Nothing.class)
          .gives(Kinds.class)
          .says("Counts the open and dead tasks of each kind.");

  public static final Operation<ById, Nothing> RUN_AGAIN =
      Operation.named("tasks.runAgain")
          .post("/api/tasks/{id}/run-again")
          .roles(ADMIN)
          .takes(ById.class)
          .gives(Nothing.class)
          .says("Gives a dead task all its attempts again.");

  public static final Operation<ById, Nothing> CANCEL =
      Operation.named("tasks.cancel")
          .post("/api/tasks/{id}/cancel")
          .roles(ADMIN)
          .takes(ById.class)
          .gives(Nothing.class)
          .says("Cancels a task that is not running; its effect will not happen.");

  public static final Operation<ByKind, Nothing> PAUSE =
      Operation.named("tasks.pauseKind")
          .post("/api/tasks/kinds/{kind}/pause")
          .roles(ADMIN)
          .takes(ByKind.class)
          .gives(Nothing.class)
          .says("Starts no more tasks of a kind until it is resumed.");

  public static final Operation<ByKind, Nothing> RESUME =
      Operation.named("tasks.resumeKind")
          .post("/api/tasks/kinds/{kind}/resume")
          .roles(ADMIN)
          .takes(ByKind.class)
          .gives(Nothing.class)
          .says("Works tasks of a paused kind again.");
}
