package recruitflow.desk.candidates;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.BiFunction;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation;

/** People, one record each, and those that may be one. */
public final class CandidatesVerticle extends VerticleBase {
  private final House house;

  public CandidatesVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    new RereadPhones(house).run();
    var candidates = new CandidateDesk(house);
    on(CandidateOperations.LIST, candidates::list);
    on(CandidateOperations.GET, candidates::get);
    on(CandidateOperations.CREATE, candidates::create);
    on(CandidateOperations.UPDATE, candidates::update);
    var duplicates = new DuplicateDesk(house);
    on(DuplicateOperations.LIST, duplicates::list);
    on(DuplicateOperations.MERGE, new MergeCandidates(house)::run);
    on(DuplicateOperations.DISMISS, duplicates::dismiss);
    return house.watch(context, "candidates");
  }

  private <I, O> void on(Operation<I, O> operation, BiFunction<Caller, I, O> handler) {
    house.operations().on(context, operation, handler).await();
  }
}
