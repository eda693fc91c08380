package recruitflow.admin.jobs;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import recruitflow.admin.jobs.JobOperations.JobRow;
import recruitflow.admin.jobs.JobOperations.KindRow;
import recruitflow.admin.jobs.JobOperations.TaskFilter;
import recruitflow.admin.jobs.JobOperations.TaskRow;
import recruitflow.platform.Json;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Page;

/** What administrators see and change of jobs and tasks. */
final class JobStore {

  private static final String JOBS =
      """
      select j.*, t.run_at as next_run_at, coalesce(t.state = 'running', false) as running
      from scheduled_jobs j
      left join tasks t on t.kind = 'jobs.' || j.name and t.key = j.name
                       and t.state in ('ready', 'running')
      order by j.name
      """;

  private static final String TASKS =
      """
      select * from tasks
      where ($1::text is null or state = $1) and ($2::text is null or kind = $2)
        and ($3::bigint is null or id < $3)
      order by id desc limit $4 offset $5
      """;

  private static final String KINDS =
      """
      select kind,
             count(*) filter (where state = 'ready') as ready,
             count(*) filter (where state = 'running') as running,
             count(*) filter (where state = 'dead') as dead,
             min(run_at) filter (where state = 'ready') as oldest,
             exists (select 1 from paused_kinds p where p.kind = k.kind) as paused
      from (select kind, state, run_at from tasks where state in ('ready', 'running', 'dead')
            union all select kind, 'none', null from paused_kinds) k
      group by kind order by kind
      """;

  private static final String RUN_AGAIN =
      """
      update tasks set state = 'ready', attempt = 0, not_before = now(), finished_at = null
      where id = $1 and state = 'dead' returning kind
      """;

  private static final String CANCEL =
      """
      update tasks set state = 'cancelled', finished_at = now(), last_error = 'cancelled by a person'
      where id = $1 and state in ('ready', 'dead') and kind not like 'jobs.%' returning kind
      """;

  List<JobRow> jobs(Sql sql) {
    return sql.list(JOBS, JobStore::job);
  }

  boolean exists(Sql sql, String job) {
    return sql.first("select 1 from scheduled_jobs where name = $1", row -> true, job).isPresent();
  }

  List<TaskRow> tasks(Sql sql, TaskFilter filter) {
    var state = filter.state() == null ? null : Json.word(filter.state());
    var page = Page.beside(filter.after(), filter.page(), filter.pageSize());
    return sql.list(
        TASKS, JobStore::task, state, filter.kind(), filter.after(), page.size(), page.offset());
  }

  List<KindRow> kinds(Sql sql) {
    return sql.list(
        KINDS,
        row ->
            new KindRow(
                row.getString("kind"),
                row.getLong("ready"),
                row.getLong("running"),
                row.getLong("dead"),
                Db.instant(row, "oldest"),
                row.getBoolean("paused")));
  }

  Optional<String> runAgain(Sql sql, long id) {
    return sql.first(RUN_AGAIN, row -> row.getString("kind"), id);
  }

  Optional<String> cancel(Sql sql, long id) {
    return sql.first(CANCEL, row -> row.getString("kind"), id);
  }

  void pause(Sql sql, String kind, long userId) {
    sql.execute(
        "insert into paused_kinds (kind, paused_by) values ($1, $2) on conflict do nothing",
        kind,
        userId);
  }

  void resume(Sql sql, String kind) {
    sql.execute("delete from paused_kinds where kind = $1", kind);
  }

  private static JobRow job(Row row) {
    return new JobRow(
        row.getString("name"),
        row.getString("sentence"),
        row.getInteger("every_seconds"),
        Db.instant(row, "last_started_at"),
        Db.instant(row, "last_finished_at"),
        row.getLong("last_duration_ms"),
        row.getString("last_outcome"),
        row.getString("last_error"),
        row.getJsonObject("last_counts").getMap(),
        Db.instant(row, "next_run_at"),
        row.getBoolean("running"));
  }

  private static TaskRow task(Row row) {
    return new TaskRow(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("key"),
        row.getString("state"),
        row.getInteger("attempt"),
        row.getInteger("max_attempts"),
        Db.instant(row, "run_at"),
        Db.instant(row, "not_before"),
        Db.instant(row, "lease_until"),
        row.getString("worker"),
        row.getString("last_error"),
        row.getJsonObject("payload"),
        Db.instant(row, "created_at"),
        Db.instant(row, "finished_at"));
  }
}
