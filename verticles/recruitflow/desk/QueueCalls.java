package recruitflow.desk;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import recruitflow.desk.ApplicationOperations.TriggerCalls;
import recruitflow.desk.ApplicationOperations.TriggerRefusal;
import recruitflow.desk.ApplicationOperations.Triggered;
import recruitflow.domain.applications.ApplicationStatus;
import recruitflow.domain.applications.CallRefusal;
import recruitflow.domain.applications.CallRefusal.Callee;
import recruitflow.domain.applications.Transition;
import recruitflow.domain.positions.PositionStatus;
import recruitflow.platform.House;
import recruitflow.platform.Sql;
import recruitflow.platform.operations.Caller;

/** Puts applications into the call queue: all of one request in one transaction. */
final class QueueCalls {
  /** The lock makes the second of two recruiters see what the first one did. */
  private static final String LOCKED =
      """
      select a.id, a.status, c.full_name, c.phone_e164, p.status as position_status,
             p.system_prompt, p.first_message, p.qualification_prompt,
      """
          + ApplicationStore.HELD
          + """
           as held
          from applications a
          join candidates c on c.id = a.candidate_id
          join positions p on p.id = a.position_id
          where a.id = any ($1::bigint[]) order by a.id for update of a
          """;

  private final House house;

  QueueCalls(House house) {
    this.house = house;
  }

  Triggered run(Caller caller, TriggerCalls asked) {
    return house.db().inTransaction(sql -> queue(sql, caller, asked));
  }

  private record Found(long id, String candidateName, Callee callee) {}

  private Triggered queue(Sql sql, Caller caller, TriggerCalls asked) {
    var missing = new TreeSet<>(asked.applicationIds());
    var found = sql.list(LOCKED, QueueCalls::found, (Object) missing.toArray(Long[]::new));
    var queued = new ArrayList<Long>();
    var refused = new ArrayList<TriggerRefusal>();
    for (var one : found) {
      missing.remove(one.id());
      CallRefusal.ofTrigger(one.callee())
          .ifPresentOrElse(
              reason -> refused.add(new TriggerRefusal(one.id(), one.candidateName(), reason)),
              () -> queued.add(one.id()));
    }
    missing.forEach(
        id -> refused.add(new TriggerRefusal(id, null, "There is no such application.")));
    enter(sql, caller, queued);
    return new Triggered(List.copyOf(queued), List.copyOf(refused));
  }

  private void enter(Sql sql, Caller caller, List<Long> queued) {
    if (!queued.isEmpty()) {
      var now = house.clock().now();
      Applications.advanceAll(sql, queued, Transition.TRIGGER_CALL, caller.userId(), null, now);
      house.tasks().runJobSoon(sql, "process_call_queue");
    }
  }

  private static Found found(Row row) {
    return new Found(
        row.getLong("id"),
        row.getString("full_name"),
        new Callee(
            ApplicationStatus.of(row.getString("status")),
            row.getString("phone_e164"),
            row.getBoolean("held"),
            PositionStatus.of(row.getString("position_status")),
            PositionStore.prompts(row).missing()));
  }
}
