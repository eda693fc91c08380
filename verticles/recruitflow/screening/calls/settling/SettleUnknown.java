package recruitflow.screening.calls.settling;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.Call;
import recruitflow.screening.calls.CallBatch;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.FindCalls;
import recruitflow.screening.calls.placing.DispatchQueue;
import recruitflow.screening.calls.placing.Placement;
import recruitflow.screening.calls.voice.VoiceAgent;

/**
 * Finds out what became of a request whose answer was lost: by our key among the provider's
 * batches, by the application among its conversations. What cannot be found is left to a person;
 * nobody is phoned again.
 */
public final class SettleUnknown {
  /** Business time after which what the provider does not know did not happen, as far as we see. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  /** The provider could not even be asked. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
  private static final String REASON =
      "It is not known whether this call took place: the voice provider's answer was lost, and it"
          + " does not know the call.";

  private final House house;
  private final CallStore calls;
  private final BatchStore batches;
  private final Placement placement;
  private final FindCalls find;

  public SettleUnknown(
      House house, CallStore calls, BatchStore batches, Placement placement, FindCalls find) {
    this.house = house;
    this.calls = calls;
    this.batches = batches;
    this.placement = placement;
    this.find = find;
  }

  public TaskResult run(TaskRun run) {
    var sql = house.db().sql();
    var batch = batches.get(sql, run.payloadId("batchId"));
    var unknown = unknown(sql, batch);
    if (unknown.isEmpty()) return run.done(last -> batches.finishIfAllEnded(last, batch.id()));
    try {
      return look(run, batch, unknown);
    } catch (ProviderFailure failure) {
      return waitedFor(batch, LONGEST)
          ? giveUp(run, batch, unknown)
          : new TaskResult.Snooze(LOOK_AGAIN, failure.getMessage());
    }
  }

  private TaskResult look(TaskRun run, CallBatch batch, List<Call> unknown) {
    if (!batch.single()) {
      var found = find.batch(batch);
      if (found.isPresent()) {
        return run.done(sql -> placement.acceptBatch(sql, batch, found.get()));
      }
    }
    var conversations = conversations(batch, unknown);
    if (!conversations.isEmpty()) {
      run.inTransaction(sql -> placement.acceptFound(sql, unknown, conversations));
    }
    if (conversations.size() == unknown.size()) {
      return run.done(sql -> batches.submitted(sql, batch.id(), null));
    }
    if (waitedFor(batch, PATIENCE)) return giveUp(run, batch, unknown);
    return new TaskResult.Snooze(LOOK_AGAIN, "the provider does not know the calls yet");
  }

  private Map<Long, VoiceAgent.Dialled> conversations(CallBatch batch, List<Call> unknown) {
    var found = new HashMap<Long, VoiceAgent.Dialled>();
    for (var call : unknown) {
      find.conversation(house.db().sql(), call, batch)
          .ifPresent(id -> found.put(call.id(), new VoiceAgent.Dialled(id, null)));
    }
    return found;
  }

  private TaskResult giveUp(TaskRun run, CallBatch batch, List<Call> unknown) {
    for (var call : unknown) {
      run.inTransaction(sql -> leaveToPerson(sql, call));
    }
    return run.done(
        sql -> {
          batches.finishIfAllEnded(sql, batch.id());
          DispatchQueue.ring(house, sql);
        });
  }

  private Void leaveToPerson(Sql sql, Call call) {
    ApplicationWriter.lock(sql, call.applicationId());
    if (calls.lock(sql, call.id()).status() != CallStatus.UNKNOWN) return null;
    var now = house.clock().now();
    calls.end(sql, call.id(), CallOutcome.FAILED, now, REASON);
    if (ApplicationWriter.advance(
        sql, call.applicationId(), Transition.CALL_UNSETTLED, null, REASON, now)) {
      ApplicationWriter.setNeedsHumanReason(sql, call.applicationId(), REASON);
    }
    Live.publish(sql, "call", call.id());
    return null;
  }

  private List<Call> unknown(Sql sql, CallBatch batch) {
    return calls.openOf(sql, batch.id()).stream()
        .filter(call -> call.status() == CallStatus.UNKNOWN)
        .toList();
  }

  private boolean waitedFor(CallBatch batch, Duration patience) {
    return !house.clock().now().isBefore(batch.createdAt().plus(patience));
  }
}
