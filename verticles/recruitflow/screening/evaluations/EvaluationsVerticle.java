package recruitflow.screening.evaluations;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import recruitflow.platform.House;
import recruitflow.platform.llm.Models;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.tasks.Worker;

/** Has finished calls judged. */
public final class EvaluationsVerticle extends VerticleBase {

  private static final Duration[] PAUSES = {
    Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)
  };

  private final House house;

  public EvaluationsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var store = new EvaluationStore(house.settings().timeZone());
    var models = new Models(house);
    var evaluate = new EvaluateCall(house, store, models);
    var rerun = new RerunEvaluation(house, store);
    models.startAfresh();
    return Future.all(
        house.watch(context, "evaluations"),
        house.operations().on(context, EvaluationOperations.RERUN, rerun::run),
        house
            .tasks()
            .work(
                context,
                Worker.of(EvaluateCall.KIND).asking(Provider.ANTHROPIC.id()).backoff(PAUSES),
                evaluate::run));
  }
}
