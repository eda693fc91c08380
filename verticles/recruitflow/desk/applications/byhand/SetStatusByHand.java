package recruitflow.desk.applications.byhand;

import io.vertx.core.json.JsonObject;
import java.util.List;
import recruitflow.desk.applications.ApplicationOperations.SetStatus;
import recruitflow.desk.applications.ApplicationToCall;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.CallRefusal;
import recruitflow.domain.desk.applications.StatusByHand;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.tasks.Task;

/** A recruiter sets a status, and chooses what starts with it; the application is locked. */
public final class SetStatusByHand {
  private final House house;

  public SetStatusByHand(House house) {
    this.house = house;
  }

  public void run(Sql sql, Caller caller, SetStatus asked) {
    var now = house.clock().now();
    var wanted =
        new StatusByHand(asked.status(), asked.askForCv(), asked.startCall(), asked.callbackAt());
    var mistakes = wanted.mistakes(now);
    if (!mistakes.isEmpty()) throw Failure.invalid(mistakes);
    require(sql, asked.id(), wanted);
    ApplicationWriter.override(sql, asked.id(), wanted, caller.userId(), asked.note().strip(), now);
    if (wanted.notice() != null) ApplicationWriter.setAttention(sql, asked.id(), wanted.notice());
    if (wanted.callbackAt() != null)
      ApplicationWriter.setCallbackAt(sql, asked.id(), asked.callbackAt());
    if (wanted.asksForCv()) house.tasks().add(sql, request(asked.id(), caller));
    if (wanted.phones()) house.tasks().runJobSoon(sql, "process_call_queue");
  }

  /** What would be refused elsewhere is refused here: the status alone can always be set. */
  private static void require(Sql sql, long id, StatusByHand wanted) {
    if (!wanted.phones() && !wanted.asksForCv()) return;
    var callee = ApplicationToCall.lock(sql, List.of(id)).getFirst().callee();
    if (wanted.phones()) {
      CallRefusal.ofPerson(callee)
          .ifPresent(
              why -> {
                throw Failure.conflict(why.words(), why.code(), why.params());
              });
    }
    if (wanted.asksForCv() && callee.positionStatus() == PositionStatus.CLOSED) {
      throw Failure.conflict("The position is closed: nothing is sent any more.");
    }
  }

  /** Written anew, also to somebody who was asked before. */
  private static Task request(long applicationId, Caller caller) {
    return Task.of("messages.cv_request")
        .key("application-" + applicationId + "-by-hand")
        .payload(new JsonObject().put("applicationId", applicationId).put("by", caller.userId()));
  }
}
