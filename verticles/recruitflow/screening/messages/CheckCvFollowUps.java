package recruitflow.screening.messages;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.messages.FollowUp;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.tasks.Each;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskRun;

/** Reminds qualified candidates of their CV, and asks again where no channel worked. */
final class CheckCvFollowUps {

  static final Job JOB =
      Job.named("check_cv_followups")
          .every(Duration.ofHours(1))
          .says("Sends due reminders about CVs and marks the ones that are overdue.");

  private static final String WAITING =
      """
      select a.id from applications a join positions p on p.id = a.position_id
      where a.status in ('awaiting_cv', 'cv_followup_1', 'cv_followup_2') and p.status <> 'closed'
        and not a.resting
      order by a.id
      """;

  private static final String PATIENCE =
      """
      select p.follow_up_interval_hours as hours,
        greatest(a.status_since, (select max(m.sent_at) from messages m
          where m.application_id = a.id and m.status in ('sent', 'delivered'))) as since
      from applications a join positions p on p.id = a.position_id
      where a.id = $1
      """;

  /** Scored, and no request is on its way. */
  private static final String NOT_ASKED =
      """
      select a.id from applications a join positions p on p.id = a.position_id
      where a.status in ('qualified', 'not_qualified') and p.status <> 'closed'
        and not a.resting
        and not exists (select 1 from messages m where m.application_id = a.id
          and m.message_type in ('cv_request', 'cv_request_rejected')
          and m.status in ('pending', 'unknown'))
      order by a.id
      """;

  private record Patience(Duration interval, Instant since) {}

  private final House house;
  private final WriteMessages write;

  CheckCvFollowUps(House house, WriteMessages write) {
    this.house = house;
    this.write = write;
  }

  Map<String, Integer> run(TaskRun run) {
    var counts = new HashMap<>(Map.of("reminded", 0, "overdue", 0, "askedAgain", 0, "failed", 0));
    Each.run(ids(WAITING), counts, id -> "application " + id, id -> followUp(run, id));
    Each.run(ids(NOT_ASKED), counts, id -> "application " + id, id -> askAgain(run, id));
    return counts;
  }

  private String followUp(TaskRun run, long applicationId) {
    var now = house.clock().now();
    return run.inTransaction(
        sql -> {
          var recipient = Recipients.lock(sql, applicationId).orElseThrow();
          var patience = sql.one(PATIENCE, CheckCvFollowUps::patience, applicationId);
          var due =
              FollowUp.decide(
                  recipient.status(),
                  patience.since(),
                  patience.interval(),
                  now,
                  recipient.fileWaits());
          return switch (due) {
            case FollowUp.Send(var type) ->
                write.automatic(sql, recipient, type, null).isEmpty() ? "waiting" : "reminded";
            case FollowUp.Overdue() -> overdue(sql, recipient, now);
            case FollowUp.NotYet _, FollowUp.FileWaits(), FollowUp.None() -> "waiting";
          };
        });
  }

  private static String overdue(Sql sql, Recipient recipient, Instant now) {
    ApplicationWriter.advance(
        sql, recipient.applicationId(), Transition.CV_IS_OVERDUE, null, null, now);
    return "overdue";
  }

  private String askAgain(TaskRun run, long applicationId) {
    return run.inTransaction(
        sql -> {
          house
              .tasks()
              .add(
                  sql,
                  Task.of(RequestCv.KIND)
                      .key("application-" + applicationId)
                      .payload(new JsonObject().put("applicationId", applicationId)));
          return "askedAgain";
        });
  }

  private static Patience patience(Row row) {
    return new Patience(Duration.ofHours(row.getInteger("hours")), Db.instant(row, "since"));
  }

  private List<Long> ids(String which) {
    return house.db().sql().list(which, row -> row.getLong("id"));
  }
}
