package recruitflow.screening.calls;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;

/** Writes down that people are to be phoned: the batch, its calls and the task that places them. */
public final class OpenCalls {
  /** One request, and three more when the provider had no room. */
  private static final int ATTEMPTS = 4;

  /** A person waits for a single call, nobody for a batch. */
  private static final int SINGLE_FIRST = 20;

  private static final int BATCHES_AFTER = 60;

  private final House house;
  private final CallStore calls;
  private final BatchStore batches;

  OpenCalls(House house, CallStore calls, BatchStore batches) {
    this.house = house;
    this.calls = calls;
    this.batches = batches;
  }

  /** One batch at the provider; the applications are locked and in the queue. */
  public void batch(Sql sql, long positionId, List<Long> applicationIds) {
    var batchId = batches.insert(sql, newKey(), positionId, false, house.clock().now());
    insert(sql, applicationIds, batchId);
    place(sql, batchId, BATCHES_AFTER);
  }

  /** One call at once; answers its id. */
  public long single(Sql sql, long positionId, long applicationId) {
    var batchId = batches.insert(sql, newKey(), positionId, true, house.clock().now());
    var callId = insert(sql, List.of(applicationId), batchId).getFirst();
    place(sql, batchId, SINGLE_FIRST);
    return callId;
  }

  /** The task again, for a batch that nobody is at work on. */
  public void place(Sql sql, long batchId, int priority) {
    house
        .tasks()
        .add(
            sql,
            Task.of("calls.place")
                .key("batch-" + batchId)
                .payload(new JsonObject().put("batchId", batchId))
                .priority(priority)
                .maxAttempts(ATTEMPTS));
  }

  private List<Long> insert(Sql sql, List<Long> applicationIds, long batchId) {
    var now = house.clock().now();
    var ids = calls.insertAll(sql, applicationIds, batchId, CallStatus.SUBMITTING, now);
    Live.publishAll(sql, "call", ids);
    return ids;
  }

  private static String newKey() {
    return "rf-" + UUID.randomUUID();
  }
}
