package recruitflow.screening.messages.sending;

import java.time.Duration;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.platform.House;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Takes down what a provider tells later about a message: that it arrived, or that it did not. */
public final class RecordDelivery {

  public static final String KIND = "messages.status";

  /** The word may be quicker than the answer to our own request. */
  private static final int PATIENT_ATTEMPTS = 3;

  private static final int LONGEST_REASON = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String DELIVERED =
      """
      update messages set status = 'delivered', error_detail = null
      where (external_id = $1 or message_id_header = $1) and status in ('sent', 'unknown', 'failed')
      returning id, application_id
      """;

  private static final String FAILED =
      """
      update messages set status = 'failed', error_detail = $2
      where (external_id = $1 or message_id_header = $1) and status in ('sent', 'unknown')
      returning id, application_id
      """;

  private static final String KNOWN =
      "select 1 from messages where external_id = $1 or message_id_header = $1 limit 1";

  private record Changed(long id, long applicationId) {}

  private final House house;

  public RecordDelivery(House house) {
    this.house = house;
  }

  public TaskResult run(TaskRun run) {
    var id = run.payload().getString("id", "");
    var known = house.db().sql().first(KNOWN, row -> true, id).isPresent();
    if (!known) {
      return run.attempt() < PATIENT_ATTEMPTS && !run.lastAttempt()
          ? new TaskResult.Retry("No message has this id yet.", PATIENCE)
          : new TaskResult.Cancel("No message has this id.");
    }
    return switch (run.payload().getString("status", "")) {
      case "delivered", "read", "played" -> record(run, DELIVERED, id);
      case "failed" -> record(run, FAILED, id, reason(run));
      default -> new TaskResult.Done();
    };
  }

  private TaskResult record(TaskRun run, String sql, Object... arguments) {
    return run.done(
        tx ->
            tx.first(
                    sql,
                    row -> new Changed(row.getLong("id"), row.getLong("application_id")),
                    arguments)
                .ifPresent(
                    changed -> {
                      Live.publish(tx, "message", changed.id());
                      ApplicationWriter.touch(tx, changed.applicationId(), house.clock().now());
                    }));
  }

  private static String reason(TaskRun run) {
    var told = String.valueOf(run.payload().getValue("error", "")).strip();
    return "Not delivered. " + told.substring(0, Math.min(LONGEST_REASON, told.length()));
  }
}
