package recruitflow.screening.calls;

import static recruitflow.domain.desk.applications.ApplicationStatus.CALL_IN_PROGRESS;
import static recruitflow.domain.desk.applications.ApplicationStatus.CALL_QUEUED;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallPlan;
import recruitflow.domain.screening.calls.CallPlan.Next;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.calls.placing.CloseWindows;
import recruitflow.screening.calls.placing.DispatchQueue;

/**
 * Ends a call, once, whoever brings the news and in whatever order: the call's result, the
 * application's step and the next task commit together.
 */
public final class CloseCall {
  private static final Logger log = LoggerFactory.getLogger(CloseCall.class);

  private final House house;
  private final CallStore calls;
  private final BatchStore batches;

  CloseCall(House house, CallStore calls, BatchStore batches) {
    this.house = house;
    this.calls = calls;
    this.batches = batches;
  }

  /**
   * One call in one transaction, the caller's. A call that has ended only learns what it did not
   * know.
   *
   * @return false when the call belongs to another conversation than the one that ended, or that
   *     one to another call: nothing is changed then
   */
  public boolean close(Sql sql, long callId, CallEnd end) {
    var applicationId = calls.find(sql, callId).orElseThrow().applicationId();
    var application =
        CalledApplication.lock(sql, applicationId, house.settings().timeZone()).orElseThrow();
    var call = calls.lock(sql, callId);
    if (end.conversationId() != null && !calls.bind(sql, callId, end.conversationId())) {
      return false;
    }
    if (end.said() != null) calls.learn(sql, callId, end.said());
    var endedAt = end.at(call.initiatedAt(), house.clock().now());
    if (call.status().isOpen()) {
      calls.end(sql, callId, end.outcome(), endedAt, end.why());
      if (end.forbidsOverrides()) hold(sql, application, call, end);
      moveOn(sql, application, call, end, endedAt);
      batches.finishIfAllEnded(sql, call.batchId());
    } else if (end.isConversation() && !call.hasTurns()) {
      calls.completedLate(sql, callId, endedAt);
      completeLate(sql, application, call);
    } else {
      return true;
    }
    log.atInfo()
        .addKeyValue("call", callId)
        .addKeyValue("application", applicationId)
        .addKeyValue("conversation", end.conversationId())
        .addKeyValue("outcome", end.outcome())
        .log("call ended");
    Live.publish(sql, "call", callId);
    ApplicationWriter.touch(sql, applicationId, house.clock().now());
    DispatchQueue.ring(house, sql);
    return true;
  }

  /** Whoever is not dialled yet is taken back; the queue stands still with the hint. */
  private void hold(Sql sql, CalledApplication application, Call call, CallEnd end) {
    var now = house.clock().now();
    HeldPositions.overridesForbidden(sql, application.positionId(), end.why(), now);
    CloseWindows.cancel(house, sql, call.batchId(), now);
  }

  private void moveOn(
      Sql sql, CalledApplication application, Call call, CallEnd end, Instant endedAt) {
    var queued = application.status() == CALL_QUEUED;
    if (queued && end.outcome() == CallOutcome.CANCELLED) return;
    // The end may be known before the answer to the request: the call was placed all the same.
    if (queued) step(sql, application.id(), Transition.PLACE_CALL, null);
    // A recruiter has decided otherwise meanwhile: the call is kept, the decision too.
    if (!queued && application.status() != CALL_IN_PROGRESS) return;
    var now = house.clock().now();
    var used = calls.attemptsUsed(sql, application.id(), application.budgetFrom());
    var next = CallPlan.after(end.outcome(), used, endedAt, now, application.rules());
    follow(sql, application, call, end, next);
  }

  private void follow(Sql sql, CalledApplication application, Call call, CallEnd end, Next next) {
    switch (next) {
      case Next.Evaluate() -> {
        HeldPositions.callSucceeded(sql, application.id());
        complete(sql, application.id(), call, Transition.COMPLETE_CALL);
      }
      case Next.Retry(Instant at) -> {
        step(sql, application.id(), Transition.RETRY_CALL, said(end));
        ApplicationWriter.setNextCallAt(sql, application.id(), at);
      }
      case Next.Requeue() ->
          step(sql, application.id(), Transition.RETURN_TO_QUEUE, "Not dialled yet");
      case Next.GiveUp() -> step(sql, application.id(), Transition.CALLS_EXHAUSTED, said(end));
    }
  }

  /** We had given it up, and they talked after all. */
  private void completeLate(Sql sql, CalledApplication application, Call call) {
    if (calls.isNewest(sql, call)) {
      complete(sql, application.id(), call, Transition.COMPLETE_LATE);
    }
  }

  private void complete(Sql sql, long applicationId, Call call, Transition step) {
    if (!step(sql, applicationId, step, null)) return;
    ApplicationWriter.setNextCallAt(sql, applicationId, null);
    house
        .tasks()
        .add(
            sql,
            Task.of("evaluations.evaluate")
                .key("call-" + call.id())
                .payload(new JsonObject().put("callId", call.id())));
  }

  private boolean step(Sql sql, long applicationId, Transition step, String note) {
    return ApplicationWriter.advance(sql, applicationId, step, null, note, house.clock().now());
  }

  private static String said(CallEnd end) {
    var word = "Call ended: " + end.outcome().status().word().replace('_', ' ');
    return end.why() == null ? word : word + " (" + end.why() + ")";
  }
}
