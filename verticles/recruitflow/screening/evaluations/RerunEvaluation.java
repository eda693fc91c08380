package recruitflow.screening.evaluations;

import io.vertx.core.json.JsonObject;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.evaluations.EvaluationOperations.Rerun;

/**
 * Asks for another evaluation. An application that waits for a person or a call-back is scored
 * again; one that has gone on keeps its status and gets the evaluation to read.
 */
final class RerunEvaluation {

  private final House house;
  private final EvaluationStore store;

  RerunEvaluation(House house, EvaluationStore store) {
    this.house = house;
    this.store = store;
  }

  Rerun run(Caller caller, ById input) {
    house.require(Provider.ANTHROPIC);
    return house
        .db()
        .inTransaction(
            sql -> {
              var call = store.find(sql, input.id()).orElseThrow(() -> Failure.notFound("call"));
              if (!call.candidateSpoke()) {
                throw Failure.conflict("This call has no transcript to judge.");
              }
              if (call.instructions().isBlank()) {
                throw Failure.conflict("The position has no qualification prompt.");
              }
              if (Transition.SCORE_AGAIN.from().contains(call.status())) {
                ApplicationWriter.advance(
                    sql,
                    call.applicationId(),
                    Transition.SCORE_AGAIN,
                    caller.userId(),
                    null,
                    house.clock().now());
              }
              house.tasks().add(sql, task(input.id()));
              return new Rerun(input.id(), call.applicationId());
            });
  }

  private static Task task(long callId) {
    return Task.of(EvaluateCall.KIND)
        .key("call-" + callId)
        .payload(new JsonObject().put("callId", callId).put("rerun", true))
        .maxAttempts(EvaluateCall.ATTEMPTS);
  }
}
