package recruitflow.screening.calls;

import java.time.Duration;
import java.util.List;
import recruitflow.desk.applications.ApplicationToCall;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.applications.byhand.Resting;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.CallRefusal;
import recruitflow.domain.desk.applications.Refusal;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.settings.Provider;
import recruitflow.screening.calls.CallsOperations.CallNowAnswer;
import recruitflow.screening.calls.CallsOperations.CallbackScheduled;
import recruitflow.screening.calls.CallsOperations.ScheduleCallback;
import recruitflow.screening.calls.placing.QueueStore;

/** A recruiter wants somebody phoned: at once, or at a time. */
final class CallNow {
  private final House house;
  private final QueueStore queue;
  private final CallStore calls;
  private final OpenCalls open;
  private final int maxInFlight;

  CallNow(House house, int maxInFlight, QueueStore queue, CallStore calls, OpenCalls open) {
    this.house = house;
    this.maxInFlight = maxInFlight;
    this.queue = queue;
    this.calls = calls;
    this.open = open;
  }

  CallNowAnswer run(Caller caller, ById asked) {
    house.require(Provider.ELEVENLABS);
    return house
        .db()
        .inTransaction(
            sql -> {
              var wanted = locked(sql, asked.id());
              queue.lock(sql); // after the application: the dispatcher waits for none
              requireCallable(sql, wanted);
              if (wanted.callee().status() != ApplicationStatus.CALL_QUEUED) {
                step(sql, caller, asked.id(), Transition.CALL_NOW);
              }
              Resting.wake(sql, asked.id());
              return new CallNowAnswer(open.single(sql, wanted.positionId(), asked.id()));
            });
  }

  CallbackScheduled schedule(Caller caller, ScheduleCallback asked) {
    if (!asked.at().isAfter(house.clock().now())) {
      throw Failure.invalid("at", "must lie ahead");
    }
    return house
        .db()
        .inTransaction(
            sql -> {
              var wanted = locked(sql, asked.id());
              CallRefusal.ofCallback(wanted.callee()).ifPresent(why -> refuse(wanted, why));
              requireNoOpenCall(sql, asked.id());
              step(sql, caller, asked.id(), Transition.SCHEDULE_CALLBACK);
              ApplicationWriter.setCallbackAt(sql, asked.id(), asked.at());
              return new CallbackScheduled(asked.id(), asked.at());
            });
  }

  private void requireCallable(Sql sql, ApplicationToCall wanted) {
    CallRefusal.ofCallNow(wanted.callee()).ifPresent(why -> refuse(wanted, why));
    requireNoOpenCall(sql, wanted.id());
    var zone = house.settings().timeZone();
    var hours = queue.position(sql, wanted.positionId(), zone).orElseThrow().hours();
    if (!hours.isOpen(house.clock().now())) {
      throw Failure.conflict(
          "Calls of this position are placed between " + hours.asText() + " (" + zone + ") only.");
    }
    var most = maxInFlight;
    if (calls.inFlight(sql) >= most) {
      throw Failure.tooMany(
          "All " + most + " lines are in use. Try again in a minute.", Duration.ofMinutes(1));
    }
  }

  private static void refuse(ApplicationToCall wanted, Refusal why) {
    throw Failure.conflict(why.words(), why.code(), why.params())
        .with("candidateId", wanted.candidateId());
  }

  private void requireNoOpenCall(Sql sql, long applicationId) {
    if (calls.hasOpen(sql, applicationId)) {
      throw Failure.conflict("This candidate is being phoned already.");
    }
  }

  private static ApplicationToCall locked(Sql sql, long applicationId) {
    return ApplicationToCall.lock(sql, List.of(applicationId)).stream()
        .findFirst()
        .orElseThrow(() -> Failure.notFound("application"));
  }

  private boolean step(Sql sql, Caller caller, long applicationId, Transition step) {
    return ApplicationWriter.advance(
        sql, applicationId, step, caller.userId(), null, house.clock().now());
  }
}
