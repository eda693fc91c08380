package recruitflow.screening.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.applications.UnseenFiles;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.tasks.Each;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.TaskRun;

/** Closes, without a word, applications whose CV never came. */
final class CloseStale {

  static final Job JOB =
      Job.named("close_stale_rejected")
          .every(Duration.ofDays(1))
          .says("Closes applications of rejected candidates and overdue ones whose CV never came.");

  private static final String REJECTED =
      """
      select a.id from applications a join positions p on p.id = a.position_id
      where a.status = 'awaiting_cv_rejected'
        and a.status_since <= $1::timestamptz - p.rejected_cv_timeout_days * interval '1 day'
        and not %s
      order by a.id
      """
          .formatted(UnseenFiles.WAIT);

  private static final String OVERDUE =
      """
      select a.id from applications a
      where a.status = 'cv_overdue' and a.status_since <= $1 and not %s
      order by a.id
      """
          .formatted(UnseenFiles.WAIT);

  private final House house;
  private final MessageSettings settings;

  CloseStale(House house, MessageSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  Map<String, Integer> run(TaskRun run) {
    var now = house.clock().now();
    var overdueSince = now.minus(settings.closeOverdueAfter());
    var counts = new HashMap<String, Integer>();
    counts.put("rejected", 0);
    counts.put("overdue", 0);
    close(run, counts, REJECTED, now, Transition.CLOSE_REJECTED);
    close(run, counts, OVERDUE, overdueSince, Transition.CLOSE_OVERDUE);
    return counts;
  }

  private void close(
      TaskRun run, Map<String, Integer> counts, String which, Instant before, Transition step) {
    List<Long> ids = house.db().sql().list(which, row -> row.getLong("id"), Db.time(before));
    var name = step == Transition.CLOSE_REJECTED ? "rejected" : "overdue";
    Each.run(
        ids,
        counts,
        id -> "application " + id,
        id -> run.inTransaction(sql -> closed(sql, id, step) ? name : "movedOn"));
  }

  private boolean closed(Sql sql, long applicationId, Transition step) {
    return ApplicationWriter.advance(sql, applicationId, step, null, null, house.clock().now());
  }
}
