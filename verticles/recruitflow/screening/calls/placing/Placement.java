package recruitflow.screening.calls.placing;

import static java.util.stream.Collectors.partitioningBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import recruitflow.desk.applications.ApplicationWriter;
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
    withdraw(sql, ready.stream().filter(stays.negate()).map(r -> r.callee().callId()).toList());
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
    var taken = standing(locked(sql, batch), CallStatus.SUBMITTING, CallStatus.UNKNOWN);
    calls.accepted(sql, ids(taken), providerBatchId);
    step(sql, standing(taken, CallStatus.SUBMITTING), Transition.PLACE_CALL, null);
    Live.publishAll(sql, "call", ids(taken));
    batches.submitted(sql, batch.id(), providerBatchId);
    cancelWhenHoursEnd(sql, batch);
    batches.finishIfAllEnded(sql, batch.id());
  }

  /** The provider placed a single call. */
  void acceptSingle(Sql sql, CallBatch batch, VoiceAgent.Dialled dialled) {
    accept(sql, locked(sql, batch), call -> dialled);
    batches.submitted(sql, batch.id(), null);
    batches.finishIfAllEnded(sql, batch.id());
  }

  /** These calls of a lost batch are under way or over: their conversations were found. */
  public Void acceptFound(Sql sql, List<Call> some, Map<Long, VoiceAgent.Dialled> conversations) {
    var found = some.stream().filter(call -> conversations.containsKey(call.id())).toList();
    accept(sql, locked(sql, found), call -> conversations.get(call.id()));
    return null;
  }

  /** Nobody knows whether it acted: to be found out, never to be repeated. */
  void loseTrack(Sql sql, CallBatch batch, String why) {
    var lost = standing(locked(sql, batch), CallStatus.SUBMITTING);
    calls.setStatus(sql, ids(lost), CallStatus.UNKNOWN);
    step(sql, lost, Transition.PLACE_CALL, "The answer of the voice provider was lost.");
    Live.publishAll(sql, "call", ids(lost));
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
    fail(sql, locked(sql, batch), why);
    batches.ended(sql, batch.id(), CallBatch.State.REFUSED, why);
    DispatchQueue.ring(house, sql);
  }

  /** The provider objects to single people: those fail, the others are handed over without them. */
  void refuseSome(Sql sql, CallBatch batch, Set<Long> refusedCalls, String why) {
    var all = locked(sql, batch);
    var refused = all.stream().collect(partitioningBy(c -> refusedCalls.contains(c.id())));
    fail(sql, refused.get(true), why);
    resubmit(sql, batch, refused.get(false));
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

  private void accept(Sql sql, List<Call> locked, Function<Call, VoiceAgent.Dialled> conversation) {
    var taken = standing(locked, CallStatus.SUBMITTING, CallStatus.UNKNOWN);
    taken.forEach(call -> calls.accepted(sql, call.id(), conversation.apply(call)));
    step(sql, standing(taken, CallStatus.SUBMITTING), Transition.PLACE_CALL, null);
    Live.publishAll(sql, "call", ids(taken));
  }

  private void fail(Sql sql, List<Call> locked, String why) {
    var failed = standing(locked, CallStatus.SUBMITTING);
    calls.end(sql, ids(failed), CallOutcome.FAILED, house.clock().now(), why);
    step(sql, failed, Transition.SUBMISSION_FAILED, why);
    Live.publishAll(sql, "call", ids(failed));
  }

  private void resubmit(Sql sql, CallBatch batch, List<Call> some) {
    if (some.isEmpty()) return;
    withdraw(sql, ids(some));
    open.batch(sql, batch.positionId(), some.stream().map(Call::applicationId).toList());
  }

  private void withdraw(Sql sql, List<Long> callIds) {
    calls.end(sql, callIds, CallOutcome.CANCELLED, house.clock().now(), null);
    Live.publishAll(sql, "call", callIds);
  }

  private List<Call> locked(Sql sql, CallBatch batch) {
    return locked(sql, calls.openOf(sql, batch.id()));
  }

  /** As they stand now, applications first: a webhook may have brought the end of one already. */
  private List<Call> locked(Sql sql, List<Call> some) {
    ApplicationWriter.lockAll(sql, some.stream().map(Call::applicationId).toList());
    return calls.lockAll(sql, ids(some));
  }

  private static List<Call> standing(List<Call> some, CallStatus... statuses) {
    var wanted = Set.of(statuses);
    return some.stream().filter(call -> wanted.contains(call.status())).toList();
  }

  private static List<Long> ids(List<Call> some) {
    return some.stream().map(Call::id).toList();
  }

  private void step(Sql sql, List<Call> some, Transition step, String note) {
    if (some.isEmpty()) return;
    var applications = some.stream().map(Call::applicationId).toList();
    ApplicationWriter.advanceAll(sql, applications, step, null, note, house.clock().now());
  }

  private void cancelWhenHoursEnd(Sql sql, CallBatch batch) {
    queue
        .position(sql, batch.positionId(), house.settings().timeZone())
        .flatMap(position -> position.hours().closesAt(house.clock().now()))
        .ifPresent(end -> CloseWindows.cancel(house, sql, batch.id(), end));
  }
}
