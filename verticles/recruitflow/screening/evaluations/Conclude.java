package recruitflow.screening.evaluations;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.evaluations.Outcome;
import recruitflow.domain.screening.evaluations.Verdict;
import recruitflow.domain.screening.evaluations.callbacks.CallbackTime;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.llm.ModelAnswer;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Writes a verdict and all that follows from it in one transaction. */
final class Conclude {

  private final House house;
  private final EvaluationStore store;

  Conclude(House house, EvaluationStore store) {
    this.house = house;
    this.store = store;
  }

  TaskResult with(
      TaskRun run,
      ScreenedCall call,
      Verdict verdict,
      ModelAnswer.Complete answer,
      String promptVersion) {
    var now = house.clock().now();
    var callback = callback(call, verdict, now);
    var judged =
        new EvaluationStore.Judged(
            verdict, callback, answer.raw(), answer.model(), promptVersion, now);
    return run.done(
        sql -> {
          var status = ApplicationWriter.lock(sql, call.applicationId());
          store.insert(sql, call, judged);
          if (status.orElse(null) == ApplicationStatus.SCORING) {
            decide(sql, call.applicationId(), judged);
          } else {
            ApplicationWriter.touch(sql, call.applicationId(), now);
          }
        });
  }

  /** No verdict could be had. */
  TaskResult needsHuman(TaskRun run, ScreenedCall call, String why) {
    return run.done(
        sql -> {
          if (advance(sql, call.applicationId(), Transition.HUMAN_NEEDED, house.clock().now())) {
            ApplicationWriter.setNeedsHumanReason(sql, call.applicationId(), why);
          }
        });
  }

  private static CallbackTime callback(ScreenedCall call, Verdict verdict, Instant now) {
    return verdict.outcome() == Outcome.CALLBACK_REQUESTED
        ? CallbackTime.resolve(verdict.callbackAt(), call.ended(), now, call.hours())
        : null;
  }

  /** A step is refused where somebody set the status by hand meanwhile. */
  private void decide(Sql sql, long applicationId, EvaluationStore.Judged judged) {
    var verdict = judged.verdict();
    var now = judged.at();
    switch (verdict.outcome()) {
      case QUALIFIED -> decided(sql, applicationId, Transition.QUALIFY, judged);
      case NOT_QUALIFIED -> decided(sql, applicationId, Transition.DISQUALIFY, judged);
      case CALLBACK_REQUESTED -> {
        if (!advance(sql, applicationId, Transition.CALLBACK_REQUESTED, now)) return;
        ApplicationWriter.setCallbackAt(sql, applicationId, judged.callback().at());
        ApplicationWriter.setAttention(sql, applicationId, judged.callback().attention());
      }
      case NEEDS_HUMAN -> {
        if (!advance(sql, applicationId, Transition.HUMAN_NEEDED, now)) return;
        ApplicationWriter.setNeedsHumanReason(sql, applicationId, reason(verdict));
      }
    }
  }

  private void decided(
      Sql sql, long applicationId, Transition step, EvaluationStore.Judged judged) {
    var verdict = judged.verdict();
    if (!advance(sql, applicationId, step, judged.at())) return;
    ApplicationWriter.setScore(
        sql, applicationId, verdict.qualified(), verdict.score(), verdict.reasoning());
    house
        .tasks()
        .add(
            sql,
            Task.of("messages.cv_request")
                .key("application-" + applicationId)
                .payload(new JsonObject().put("applicationId", applicationId)));
  }

  private static String reason(Verdict verdict) {
    if (verdict.needsHumanNotes() != null) {
      return verdict.needsHumanNotes();
    }
    return verdict.reasoning().isEmpty()
        ? "The candidate wants to speak with a person."
        : verdict.reasoning();
  }

  private static boolean advance(Sql sql, long applicationId, Transition step, Instant now) {
    return ApplicationWriter.advance(sql, applicationId, step, null, null, now);
  }
}
