package recruitflow.platform.tasks;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import recruitflow.platform.bell.Signal;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** The tasks table. Leases and pauses are told by the database's clock. */
final class TaskStore {

  /** A scheduled job is never given up. */
  private static final int MANY_ATTEMPTS = 1_000_000;

  private static final String ADD =
      """
      insert into tasks (kind, key, payload, run_at, priority, max_attempts)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (kind, key) where state in ('ready', 'running') and key is not null
      do update set rerun = tasks.rerun or tasks.state = 'running',
                    run_at = least(tasks.run_at, excluded.run_at)
      """;

  /** After a pause of the provider each task starts at its own moment of the spread. */
  private static final String CLAIM =
      """
      update tasks set state = 'running', attempt = attempt + 1, fence = fence + 1,
             lease_until = now() + $4 * interval '1 millisecond', worker = $5
      where id in (select id from tasks
                   where kind = $1 and state = 'ready' and run_at <= $2 and not_before <= now()
                     and not exists (select 1 from paused_kinds where kind = $1)
                     and not exists (
                       select 1 from provider_pauses p where p.provider = $6 and now() <
                         p.until + p.spread * ((hashint8(tasks.id) & 1023) / 1024.0))
                   order by priority, run_at, id limit $3 for update skip locked)
      returning id, kind, key, payload, attempt, max_attempts, fence
      """;

  private static final String HEARTBEAT =
      """
      update tasks set lease_until = now() + $3 * interval '1 millisecond'
      where id = $1 and fence = $2 and state = 'running'
      """;

  private static final String OURS =
      "select id from tasks where id = $1 and fence = $2 and state = 'running' for update";

  private static final String FINISH =
      """
      update tasks set
        state = case when rerun and $3 <> 'dead' then 'ready' else $3 end,
        run_at = case when rerun then $5 else run_at end,
        attempt = case when rerun then 0 else attempt end,
        rerun = false, lease_until = null, worker = null, last_error = $4,
        finished_at = case when rerun and $3 <> 'dead' then null else now() end
      where id = $1 and fence = $2 and state = 'running'
      returning state
      """;

  private static final String AGAIN =
      """
      update tasks set state = 'ready', lease_until = null, worker = null, rerun = false,
             not_before = now() + $3 * interval '1 millisecond', last_error = $4,
             attempt = attempt - $5
      where id = $1 and fence = $2 and state = 'running'
      """;

  private static final String REST =
      """
      update tasks set state = 'ready', run_at = case when rerun then $4::timestamptz else $3::timestamptz end, rerun = false,
             attempt = 0, not_before = now(), lease_until = null, worker = null, last_error = null
      where id = $1 and fence = $2 and state = 'running'
      """;

  private static final String RECLAIM =
      """
      update tasks set
        state = case when attempt >= max_attempts then 'dead' else 'ready' end,
        lease_until = null, worker = null, not_before = now(),
        last_error = 'its worker was lost in attempt ' || attempt,
        finished_at = case when attempt >= max_attempts then now() end
      where state = 'running' and lease_until < now()
      returning kind, state
      """;

  private static final String NOBODY_KNOWS =
      """
      update tasks set state = 'dead', finished_at = now(), last_error = 'nobody knows this kind of task'
      where state = 'ready' and kind <> all ($1) and run_at <= $2
        and not_before < now() - interval '1 day'
      """;

  private static final String PRUNE =
      """
      delete from tasks where state in ('done', 'cancelled')
        and finished_at < now() - case when kind like 'jobs.%' then interval '1 hour'
                                       else $1 * interval '1 second' end
      """;

  void add(Sql sql, Task task, Instant businessNow) {
    var runAt = task.runAt() == null ? businessNow : task.runAt();
    sql.execute(
        ADD,
        task.kind(),
        task.key(),
        task.payload(),
        Db.time(runAt),
        task.priority(),
        task.maxAttempts());
    if (!runAt.isAfter(businessNow)) ring(sql, task.kind());
  }

  void ring(Sql sql, String kind) {
    sql.tell(List.of(new Signal.Ring(kind)));
  }

  List<Claimed> claim(Sql sql, Worker worker, Instant businessNow, int most, Lease lease) {
    return sql.list(
        CLAIM,
        Claimed::from,
        worker.kind(),
        Db.time(businessNow),
        most,
        lease.millis(),
        lease.holder(),
        worker.provider());
  }

  /** Who holds it and for how long. */
  record Lease(String holder, Duration length) {
    long millis() {
      return length.toMillis();
    }
  }

  /** One by one: a statement that locks several tasks could wait for one that waits for another. */
  void heartbeat(Sql sql, List<Claimed> held, Lease lease) {
    held.forEach(task -> sql.execute(HEARTBEAT, task.id(), task.fence(), lease.millis()));
  }

  /**
   * Locks the task row and proves that it is still ours.
   *
   * @throws LeaseLost when it is not
   */
  void requireOurs(Sql sql, Claimed task) {
    if (sql.first(OURS, row -> row.getLong("id"), task.id(), task.fence()).isEmpty())
      throw new LeaseLost(task.id());
  }

  void finish(Sql sql, Claimed task, String state, String why, Instant businessNow) {
    var stands =
        sql.first(
                FINISH,
                row -> row.getString("state"),
                task.id(),
                task.fence(),
                state,
                why,
                Db.time(businessNow))
            .orElseThrow(() -> new LeaseLost(task.id()));
    if (stands.equals("ready")) ring(sql, task.kind());
  }

  /** Ends a run of a task that runs again: at its next time, or at once when asked meanwhile. */
  void rest(Sql sql, Claimed task, Instant nextRun, Instant businessNow) {
    requireTouched(
        task, sql.execute(REST, task.id(), task.fence(), Db.time(nextRun), Db.time(businessNow)));
  }

  void again(Sql sql, Claimed task, Duration pause, String why, boolean free) {
    requireTouched(
        task, sql.execute(AGAIN, task.id(), task.fence(), pause.toMillis(), why, free ? 1 : 0));
  }

  private void requireTouched(Claimed task, int rows) {
    if (rows == 0) throw new LeaseLost(task.id());
  }

  /** Brings back what lost its worker; tells the kinds concerned. */
  List<String> reclaim(Sql sql) {
    return sql.list(RECLAIM, row -> row.getString("kind"));
  }

  int giveUpUnknown(Sql sql, List<String> known, Instant businessNow) {
    return sql.execute(NOBODY_KNOWS, known.toArray(String[]::new), Db.time(businessNow));
  }

  int prune(Sql sql, Duration keep) {
    return sql.execute(PRUNE, keep.toSeconds());
  }

  void insertJobRun(Sql sql, Job job, Instant runAt) {
    add(sql, new Task(job.kind(), job.name(), new JsonObject(), runAt, 50, MANY_ATTEMPTS), runAt);
  }
}
