package recruitflow.screening.evaluations;

import java.time.Duration;
import java.util.Optional;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.domain.screening.evaluations.Prompt;
import recruitflow.domain.screening.evaluations.Reading;
import recruitflow.domain.screening.evaluations.VerdictReader;
import recruitflow.platform.House;
import recruitflow.platform.llm.ModelAnswer;
import recruitflow.platform.llm.ModelRequest;
import recruitflow.platform.llm.Models;
import recruitflow.platform.llm.ModelsBlocked;
import recruitflow.platform.llm.Purpose;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;

/** Has the transcript of one call judged and lets the verdict decide what happens next. */
final class EvaluateCall {

  static final String KIND = "evaluations.evaluate";

  /** The first attempt and three more. */
  static final int ATTEMPTS = 4;

  private static final Duration BUSY = Duration.ofSeconds(20);

  private final House house;
  private final EvaluationStore store;
  private final Models models;
  private final Conclude conclude;

  EvaluateCall(House house, EvaluationStore store, Models models) {
    this.house = house;
    this.store = store;
    this.models = models;
    this.conclude = new Conclude(house, store);
  }

  TaskResult run(TaskRun run) {
    var call = store.find(house.db().sql(), run.payloadId("callId"));
    if (call.isEmpty()) {
      return new TaskResult.Cancel("There is no such call.");
    }
    if (!isToBeJudged(run, call.get())) {
      return new TaskResult.Cancel("The application has moved on.");
    }
    return unfit(call.get())
        .map(why -> conclude.needsHuman(run, call.get(), why))
        .orElseGet(() -> judge(run, call.get()));
  }

  /** A re-run judges what is decided already and leaves the application where it is. */
  private boolean isToBeJudged(TaskRun run, ScreenedCall call) {
    return switch (call.status()) {
      case SCORING -> true;
      case CALL_COMPLETED ->
          run.inTransaction(
              sql ->
                  ApplicationWriter.advance(
                      sql,
                      call.applicationId(),
                      Transition.START_SCORING,
                      null,
                      null,
                      house.clock().now()));
      default -> run.payload().getBoolean("rerun", false);
    };
  }

  /** Why there is nothing to ask a model about. */
  private static Optional<String> unfit(ScreenedCall call) {
    if (!call.candidateSpoke()) {
      return Optional.of("The call has no transcript to judge.");
    }
    return call.instructions().isBlank()
        ? Optional.of("The position has no qualification prompt.")
        : Optional.empty();
  }

  private TaskResult judge(TaskRun run, ScreenedCall call) {
    try {
      var prompt = call.prompt(house.clock().now());
      var answer = models.ask(request(call, prompt));
      return switch (answer) {
        case ModelAnswer.Complete complete -> read(run, call, complete, prompt.version());
        case ModelAnswer.Truncated _ ->
            again(
                run,
                call,
                "The evaluation was cut off at the length limit (ANTHROPIC_MAX_TOKENS).");
        case ModelAnswer.Refused(_, var why) ->
            again(run, call, ("The language model declined to judge the call. " + why).strip());
      };
    } catch (ModelsBlocked blocked) {
      return wait(run, call, blocked.getMessage(), blocked.pause());
    } catch (ProviderFailure.RateLimited limited) {
      return wait(run, call, "The language model is busy.", limited.retryAfter().orElse(BUSY));
    } catch (ProviderFailure failure) {
      return again(run, call, "The language model gave no usable answer. " + failure.getMessage());
    }
  }

  private static ModelRequest request(ScreenedCall call, Prompt prompt) {
    return new ModelRequest(
        Purpose.EVALUATION,
        prompt.version(),
        prompt.system(),
        prompt.user(),
        prompt.schema(),
        call.candidateId());
  }

  private TaskResult read(
      TaskRun run, ScreenedCall call, ModelAnswer.Complete answer, String promptVersion) {
    return switch (new VerdictReader(call.criteria(), call.turns()).read(answer.text())) {
      case Reading.Read(var verdict) -> conclude.with(run, call, verdict, answer, promptVersion);
      case Reading.Unreadable(var why) -> again(run, call, why);
    };
  }

  /** Costs an attempt; after the last one a person takes over. */
  private TaskResult again(TaskRun run, ScreenedCall call, String why) {
    if (run.attempt() >= ATTEMPTS || run.lastAttempt()) {
      return conclude.needsHuman(run, call, "The call could not be evaluated. " + why);
    }
    show(
        run,
        call,
        "Evaluation failed (attempt %d of %d): %s".formatted(run.attempt(), ATTEMPTS, why));
    return new TaskResult.Retry(why);
  }

  /** Costs no attempt: the trouble is not this call's. */
  private TaskResult wait(TaskRun run, ScreenedCall call, String why, Duration pause) {
    show(run, call, "Evaluation waits: " + why);
    return new TaskResult.Snooze(pause, why);
  }

  private void show(TaskRun run, ScreenedCall call, String problem) {
    run.inTransaction(
        sql -> {
          if (ApplicationWriter.lock(sql, call.applicationId()).orElse(null)
              == ApplicationStatus.SCORING) {
            ApplicationWriter.setAttention(sql, call.applicationId(), problem);
          }
          return null;
        });
  }
}
