package recruitflow.screening.calls;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import recruitflow.platform.database.Db;

/**
 * One submission to the voice provider.
 *
 * @param key ours, found again at the provider
 * @param single one person phoned at once rather than a batch at the provider
 * @param requestStartedAt real time; set before the request leaves
 * @param createdAt business time
 */
public record CallBatch(
    long id,
    String key,
    long positionId,
    boolean single,
    String providerBatchId,
    State state,
    Instant requestStartedAt,
    Instant createdAt) {

  /** Where a submission stands. */
  public enum State {
    SUBMITTING,
    SUBMITTED,
    /** The request left, its answer was lost. */
    UNKNOWN,
    REFUSED,
    CANCELLED,
    FINISHED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static final String COLUMNS =
      """
      id, key, position_id, single, provider_batch_id, state, request_started_at, created_at
      """;

  static CallBatch from(Row row) {
    return new CallBatch(
        row.getLong("id"),
        row.getString("key"),
        row.getLong("position_id"),
        row.getBoolean("single"),
        row.getString("provider_batch_id"),
        State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
        Db.instant(row, "request_started_at"),
        Db.instant(row, "created_at"));
  }
}
