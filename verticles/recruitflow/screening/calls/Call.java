package recruitflow.screening.calls;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.platform.database.Db;

/** One attempt to phone a candidate, as stored; ids of the provider are null until known. */
public record Call(
    long id,
    String uid,
    long applicationId,
    long batchId,
    int attempt,
    String conversationId,
    String providerBatchId,
    String toNumber,
    CallStatus status,
    boolean hasTurns,
    Instant initiatedAt) {

  static final String COLUMNS =
      """
      id, uid, application_id, call_batch_id, attempt_number, eleven_labs_conversation_id,
      eleven_labs_batch_id, to_number, status, turns is not null as has_turns, initiated_at
      """;

  static Call from(Row row) {
    return new Call(
        row.getLong("id"),
        row.getUUID("uid").toString(),
        row.getLong("application_id"),
        row.getLong("call_batch_id"),
        row.getInteger("attempt_number"),
        row.getString("eleven_labs_conversation_id"),
        row.getString("eleven_labs_batch_id"),
        row.getString("to_number"),
        CallStatus.of(row.getString("status")),
        row.getBoolean("has_turns"),
        Db.instant(row, "initiated_at"));
  }

  /** What decides whether a conversation may be bound to it. */
  public Binding.Known known() {
    return new Binding.Known(id, uid, conversationId, applicationId, status, toNumber);
  }
}
