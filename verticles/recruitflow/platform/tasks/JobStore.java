package recruitflow.platform.tasks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** The definition table of scheduled jobs, with their last run. */
final class JobStore {

  /** How a run went; {@code error} null when it went well. */
  record Outcome(Map<String, Integer> counts, String error, long millis) {}

  private static final String DEFINE =
      """
      insert into scheduled_jobs (name, sentence, every_seconds) values ($1, $2, $3)
      on conflict (name) do update set sentence = excluded.sentence,
                                       every_seconds = excluded.every_seconds
      """;

  private static final String FINISHED =
      """
      update scheduled_jobs set last_finished_at = $2, last_duration_ms = $3, last_outcome = $4,
             last_error = $5, last_counts = $6
      where name = $1
      """;

  void define(Sql sql, Job job) {
    sql.execute(DEFINE, job.name(), job.sentence(), (int) job.every().toSeconds());
  }

  void started(Sql sql, Job job, Instant at) {
    sql.execute(
        "update scheduled_jobs set last_started_at = $2 where name = $1", job.name(), Db.time(at));
  }

  void finished(Sql sql, Job job, Outcome outcome, Instant at) {
    var counts = new JsonObject();
    outcome.counts().forEach(counts::put);
    sql.execute(
        FINISHED,
        job.name(),
        Db.time(at),
        outcome.millis(),
        outcome.error() == null ? "done" : "failed",
        outcome.error(),
        counts);
  }
}
