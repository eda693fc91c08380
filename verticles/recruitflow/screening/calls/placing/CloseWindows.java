package recruitflow.screening.calls.placing;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.Each;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.Call;
import recruitflow.screening.calls.CallBatch;
import recruitflow.screening.calls.CallEnd;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.CloseCall;
import recruitflow.screening.calls.voice.VoiceAgent;

/**
 * Takes batches back when the calling hours end or the position is paused or closed: nobody is
 * phoned at night. Whoever was not dialled goes back into the queue at no cost.
 */
public final class CloseWindows {
  public static final Job JOB =
      Job.named("close_call_windows")
          .every(Duration.ofMinutes(1))
          .says("Takes back batches of calls whose position is paused or whose hours have ended.");

  private static final int BEFORE_NEW_CALLS = 10;

  private final House house;
  private final VoiceAgent voice;
  private final CallStore calls;
  private final BatchStore batches;
  private final QueueStore queue;
  private final CloseCall close;

  public CloseWindows(
      House house,
      VoiceAgent voice,
      CallStore calls,
      BatchStore batches,
      QueueStore queue,
      CloseCall close) {
    this.house = house;
    this.voice = voice;
    this.calls = calls;
    this.batches = batches;
    this.queue = queue;
    this.close = close;
  }

  /** Takes the batch back then, if it must not be dialled then. */
  public static void cancel(House house, Sql sql, long batchId, Instant at) {
    house
        .tasks()
        .add(
            sql,
            Task.of("calls.cancel")
                .key("batch-" + batchId)
                .payload(new JsonObject().put("batchId", batchId))
                .priority(BEFORE_NEW_CALLS)
                .at(at));
  }

  /** The job: finds what must not be dialled any more. */
  public Map<String, Integer> look(TaskRun run) {
    var now = house.clock().now();
    var found =
        batches.cancellable(house.db().sql()).stream()
            .filter(batch -> !mayBeDialled(batch.positionId(), now))
            .toList();
    var counts = new HashMap<>(Map.of("batches", 0));
    Each.run(
        found,
        counts,
        batch -> "batch " + batch.batchId(),
        batch ->
            run.inTransaction(
                sql -> {
                  cancel(house, sql, batch.batchId(), now);
                  return "batches";
                }));
    return counts;
  }

  /** The task: takes one batch back. */
  public TaskResult run(TaskRun run) {
    var batch = batches.get(house.db().sql(), run.payloadId("batchId"));
    if (batch.state() != CallBatch.State.SUBMITTED || batch.providerBatchId() == null) {
      return new TaskResult.Done();
    }
    if (mayBeDialled(batch.positionId(), house.clock().now())) return new TaskResult.Done();
    var before = voice.batch(batch.providerBatchId()).await();
    cancelAtProvider(batch);
    var after = voice.batch(batch.providerBatchId()).await();
    for (var call : undialled(batch, before, after)) {
      run.inTransaction(
          sql -> {
            close.close(sql, call.id(), CallEnd.without(CallOutcome.CANCELLED, null));
            return null;
          });
    }
    return run.done(sql -> batches.cancelled(sql, batch.id()));
  }

  /** A batch that is over cannot be cancelled, and need not be. */
  private void cancelAtProvider(CallBatch batch) {
    try {
      voice.cancel(batch.providerBatchId()).await();
    } catch (ProviderFailure.Refused over) {
      if (over.status() == 401 || over.status() == 403) throw over;
    }
  }

  /**
   * Cancelling marks everybody as cancelled, also those who are being dialled: only who waited
   * before and has no conversation after was left alone. The others end like any call.
   */
  private List<Call> undialled(CallBatch batch, VoiceAgent.Batch before, VoiceAgent.Batch after) {
    return calls.openOf(house.db().sql(), batch.id()).stream()
        .filter(call -> before.recipient(call.uid()).filter(r -> r.isWaiting()).isPresent())
        .filter(call -> after.recipient(call.uid()).filter(r -> r.isUndialled()).isPresent())
        .toList();
  }

  private boolean mayBeDialled(long positionId, Instant now) {
    return queue
        .position(house.db().sql(), positionId, house.settings().timeZone())
        .filter(position -> position.obstacle().isEmpty() && position.hours().isOpen(now))
        .isPresent();
  }
}
