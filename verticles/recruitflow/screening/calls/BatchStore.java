package recruitflow.screening.calls;

import java.time.Instant;
import java.util.List;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Submissions in the database. */
public final class BatchStore {

  private static final String OPEN_CALLS =
      """
      exists (select 1 from calls c where c.call_batch_id = b.id
              and c.status in ('submitting', 'initiated', 'in_progress', 'unknown'))
      """;

  private static final String CANCELLABLE =
      """
      select b.id, b.position_id from call_batches b
      where b.state = 'submitted' and not b.single and %s
      """
          .formatted(OPEN_CALLS);

  /** Nobody is at work on it: its task died, or was never made. */
  private static final String ORPHANS =
      """
      select %s from call_batches b
      where b.state in ('submitting', 'unknown')
        and not exists (select 1 from tasks t
                        where t.kind = case b.state when 'submitting' then 'calls.place'
                                                    else 'calls.settle' end
                          and t.key = 'batch-' || b.id and t.state in ('ready', 'running'))
      """
          .formatted(CallBatch.COLUMNS);

  public long insert(Sql sql, String key, long positionId, boolean single, Instant at) {
    return sql.one(
        """
        insert into call_batches (key, position_id, single, created_at) values ($1, $2, $3, $4)
        returning id
        """,
        row -> row.getLong("id"),
        key,
        positionId,
        single,
        Db.time(at));
  }

  public CallBatch get(Sql sql, long batchId) {
    return sql.one(
        "select " + CallBatch.COLUMNS + " from call_batches where id = $1",
        CallBatch::from,
        batchId);
  }

  public void requestStarts(Sql sql, long batchId) {
    sql.execute("update call_batches set request_started_at = now() where id = $1", batchId);
  }

  /** The provider did not act: the request may be made again. */
  public void requestCameToNothing(Sql sql, long batchId, String why) {
    sql.execute(
        "update call_batches set request_started_at = null, error_detail = $2 where id = $1",
        batchId,
        why);
  }

  public void submitted(Sql sql, long batchId, String providerBatchId) {
    sql.execute(
        """
        update call_batches set state = 'submitted', provider_batch_id = $2, submitted_at = now(),
               error_detail = null
        where id = $1
        """,
        batchId,
        providerBatchId);
  }

  public void ended(Sql sql, long batchId, CallBatch.State state, String why) {
    sql.execute(
        """
        update call_batches set state = $2, error_detail = coalesce($3, error_detail) where id = $1
        """,
        batchId,
        state.word(),
        why);
  }

  /** Once nobody's phone can ring any more because of it. */
  public void finishIfAllEnded(Sql sql, long batchId) {
    sql.execute(
        """
        update call_batches b set state = 'finished'
        where b.id = $1 and b.state in ('submitted', 'unknown') and not %s
        """
            .formatted(OPEN_CALLS),
        batchId);
  }

  /** The provider was asked and took back what it could. */
  public void cancelled(Sql sql, long batchId) {
    sql.execute(
        "update call_batches set state = 'cancelled', cancel_asked_at = now() where id = $1",
        batchId);
  }

  /** A batch at the provider that could be taken back, and its position. */
  public record Cancellable(long batchId, long positionId) {}

  public List<Cancellable> cancellable(Sql sql) {
    return sql.list(
        CANCELLABLE, row -> new Cancellable(row.getLong("id"), row.getLong("position_id")));
  }

  public List<CallBatch> orphans(Sql sql) {
    return sql.list(ORPHANS, CallBatch::from);
  }
}
