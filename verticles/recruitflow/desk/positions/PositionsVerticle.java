package recruitflow.desk.positions;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.BiFunction;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation;

/** What is to be filled. */
public final class PositionsVerticle extends VerticleBase {
  private final House house;

  public PositionsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var positions = new PositionDesk(house);
    on(PositionOperations.LIST, positions::list);
    on(PositionOperations.GET, positions::get);
    on(PositionOperations.CREATE, positions::create);
    on(PositionOperations.UPDATE, positions::update);
    on(PositionOperations.DELETE, positions::delete);
    new DemoPosition(house, positions).createFirst();
    return house.watch(context, "positions");
  }

  private <I, O> void on(Operation<I, O> operation, BiFunction<Caller, I, O> handler) {
    house.operations().on(context, operation, handler).await();
  }
}
