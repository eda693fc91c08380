package recruitflow.screening.calls.placing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recruitflow.desk.applications.Applications;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.Call;
import recruitflow.screening.calls.CallBatch;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.OpenCalls;
import recruitflow.screening.calls.voice.VoiceAgent;

/** What is written down before the provider is asked to phone, and after it answered. */
public final class Placement {
  private final House house;
  private final CallStore calls;
  private final BatchStore batches;
  private final QueueStore queue;
  private final CalleeStore callees;
  private final OpenCalls open;

  public Placement(
      House house, CallStore calls, BatchStore batches, QueueStore queue, OpenCalls open) {
    this.house = house;
    this.calls = calls;
    this.batches = batches;
    this.queue = queue;
    this.callees = new CalleeStore();
    this.open = open;
  }

  /**
   * Whoever may still be phoned now, with the request marked as begun. The others are withdrawn and
   * stay where they are: the window may have ended, or a recruiter decided otherwise.
   */
  List<VoiceAgent.Callee> begin(Sql sql, CallBatch batch) {
    var ready = callees.lock(sql, batch.id());
    var position =
        queue.position(sql, batch.positionId(), house.settings().timeZone()).orElseThrow();
    var obstacle = batch.single() ? position.ownObstacle() : position.obstacle();
    var callable = obstacle.isEmpty() && position.hours().isOpen(house.clock().now());
    Predicate<CalleeStore.Ready> stays = each -> callable && each.waits();
    ready.stream().filter(stays.negate()).forEach(each -> withdraw(sql, each.callee().callId()));
    var left = ready.stream().filter(stays).map(CalleeStore.Ready::callee).toList();
    if (left.isEmpty()) {
      batches.ended(sql, batch.id(), CallBatch.State.CANCELLED, "Nobody was left to be phoned.");
    } else {
      batches.requestStarts(sql, batch.id());
    }
    return left;
  }

  /** The provider has a batch with these calls. */
  public void acceptBatch(Sql sql, CallBatch batch, String providerBatchId) {
    for (var call : calls.openOf(sql, batch.id())) {
      accept(sql, call, providerBatchId, null);
    }
    batches.submitted(sql, batch.id(), providerBatchId);
    cancelWhenHoursEnd(sql, batch);
    batches.finishIfAllEnded(sql, batch.id());
  }

  /** The provider placed a single call. */
  void acceptSingle(Sql sql, CallBatch batch, VoiceAgent.Dialled dialled) {
    for (var call : calls.openOf(sql, batch.id())) {
      accept(sql, call, null, dialled);
    }
    batches.submitted(sql, batch.id(), null);
    batches.finishIfAllEnded(sql, batch.id());
  }

  /** These calls of a lost batch are under way or over: their conversations were found. */
  public Void acceptFound(Sql sql, List<Call> some, Map<Long, VoiceAgent.Dialled> conversations) {
    for (var call : some) {
      var found = conversations.get(call.id());
      if (found != null) accept(sql, call, null, found);
    }
    return null;
  }

  /** Nobody knows whether it acted: to be found out, never to be repeated. */
  void loseTrack(Sql sql, CallBatch batch, String why) {
    for (var call : calls.openOf(sql, batch.id())) {
      if (locked(sql, call) != CallStatus.SUBMITTING) continue;
      calls.setStatus(sql, call.id(), CallStatus.UNKNOWN);
      step(sql, call, Transition.PLACE_CALL, "The answer of the voice provider was lost.");
      Live.publish(sql, "call", call.id());
    }
    batches.ended(sql, batch.id(), CallBatch.State.UNKNOWN, why);
    settle(sql, batch.id());
  }

  /** The task that finds out. */
  public void settle(Sql sql, long batchId) {
    house
        .tasks()
        .add(
            sql,
            Task.of("calls.settle")
                .key("batch-" + batchId)
                .payload(new JsonObject().put("batchId", batchId))
                .priority(30));
  }

  /** The provider will not phone anybody of this batch. */
  void refuse(Sql sql, CallBatch batch, String why) {
    for (var call : calls.openOf(sql, batch.id())) {
      fail(sql, call, why);
    }
    batches.ended(sql, batch.id(), CallBatch.State.REFUSED, why);
    DispatchQueue.ring(house, sql);
  }

  /** The provider objects to single people: those fail, the others are handed over without them. */
  void refuseSome(Sql sql, CallBatch batch, Set<Long> refusedCalls, String why) {
    var all = calls.openOf(sql, batch.id());
    all.forEach(call -> locked(sql, call));
    all.stream().filter(c -> refusedCalls.contains(c.id())).forEach(call -> fail(sql, call, why));
    resubmit(sql, batch, all.stream().filter(c -> !refusedCalls.contains(c.id())).toList());
    batches.ended(sql, batch.id(), CallBatch.State.REFUSED, why);
  }

  /** The provider objects to somebody and does not say whom: each half is tried on its own. */
  void halve(Sql sql, CallBatch batch, String why) {
    var all = calls.openOf(sql, batch.id());
    var middle = all.size() / 2;
    resubmit(sql, batch, all.subList(0, middle));
    resubmit(sql, batch, all.subList(middle, all.size()));
    batches.ended(sql, batch.id(), CallBatch.State.REFUSED, why);
  }

  /** The calls with these places among those that were sent. */
  static Set<Long> at(Set<Integer> places, List<VoiceAgent.Callee> sent) {
    return IntStream.range(0, sent.size())
        .filter(places::contains)
        .mapToObj(place -> sent.get(place).callId())
        .collect(Collectors.toSet());
  }

  private void accept(Sql sql, Call call, String providerBatchId, VoiceAgent.Dialled dialled) {
    var status = locked(sql, call);
    if (status != CallStatus.SUBMITTING && status != CallStatus.UNKNOWN) return;
    calls.accepted(sql, call.id(), providerBatchId, dialled);
    if (status == CallStatus.SUBMITTING) step(sql, call, Transition.PLACE_CALL, null);
    Live.publish(sql, "call", call.id());
  }

  private void fail(Sql sql, Call call, String why) {
    if (locked(sql, call) != CallStatus.SUBMITTING) return;
    calls.end(sql, call.id(), CallOutcome.FAILED, house.clock().now(), why);
    step(sql, call, Transition.SUBMISSION_FAILED, why);
    Live.publish(sql, "call", call.id());
  }

  private void resubmit(Sql sql, CallBatch batch, List<Call> some) {
    if (some.isEmpty()) return;
    some.forEach(call -> withdraw(sql, call.id()));
    open.batch(sql, batch.positionId(), some.stream().map(Call::applicationId).toList());
  }

  private void withdraw(Sql sql, long callId) {
    calls.end(sql, callId, CallOutcome.CANCELLED, house.clock().now(), null);
    Live.publish(sql, "call", callId);
  }

  /** A webhook may have brought the end already. */
  private CallStatus locked(Sql sql, Call call) {
    Applications.lock(sql, call.applicationId());
    return calls.lock(sql, call.id()).status();
  }

  private void step(Sql sql, Call call, Transition step, String note) {
    Applications.advance(sql, call.applicationId(), step, null, note, house.clock().now());
  }

  private void cancelWhenHoursEnd(Sql sql, CallBatch batch) {
    queue
        .position(sql, batch.positionId(), house.settings().timeZone())
        .flatMap(position -> position.hours().closesAt(house.clock().now()))
        .ifPresent(end -> CloseWindows.cancel(house, sql, batch.id(), end));
  }
}
