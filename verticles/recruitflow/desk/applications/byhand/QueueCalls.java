package recruitflow.desk.applications.byhand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import recruitflow.desk.applications.ApplicationOperations.TriggerCalls;
import recruitflow.desk.applications.ApplicationOperations.TriggerRefusal;
import recruitflow.desk.applications.ApplicationOperations.Triggered;
import recruitflow.desk.applications.ApplicationToCall;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.CallRefusal;
import recruitflow.domain.desk.applications.Refusal;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.settings.Provider;

/** Puts applications into the call queue: all of one request in one transaction. */
public final class QueueCalls {
  private final House house;

  public QueueCalls(House house) {
    this.house = house;
  }

  public Triggered run(Caller caller, TriggerCalls asked) {
    house.require(Provider.ELEVENLABS);
    return house.db().inTransaction(sql -> queue(sql, caller, asked));
  }

  private Triggered queue(Sql sql, Caller caller, TriggerCalls asked) {
    var missing = new TreeSet<>(asked.applicationIds());
    var found = ApplicationToCall.lock(sql, missing);
    var queued = new ArrayList<Long>();
    var refused = new ArrayList<TriggerRefusal>();
    for (var one : found) {
      missing.remove(one.id());
      CallRefusal.ofTrigger(one.callee())
          .ifPresentOrElse(why -> refused.add(refusal(one, why)), () -> queued.add(one.id()));
    }
    missing.forEach(
        id ->
            refused.add(
                new TriggerRefusal(
                    id, null, null, "There is no such application.", "gone", Map.of())));
    enter(sql, caller, queued);
    return new Triggered(List.copyOf(queued), List.copyOf(refused));
  }

  private static TriggerRefusal refusal(ApplicationToCall one, Refusal why) {
    return new TriggerRefusal(
        one.id(), one.candidateId(), one.candidateName(), why.words(), why.code(), why.params());
  }

  private void enter(Sql sql, Caller caller, List<Long> queued) {
    if (!queued.isEmpty()) {
      var now = house.clock().now();
      ApplicationWriter.advanceAll(
          sql, queued, Transition.TRIGGER_CALL, caller.userId(), null, now);
      house.tasks().runJobSoon(sql, "process_call_queue");
    }
  }
}
