package recruitflow.screening.inbound;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import recruitflow.platform.House;
import recruitflow.platform.tasks.Worker;

/** Reads what the webhooks stored. */
public final class InboundVerticle extends VerticleBase {
  private final House house;

  public InboundVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var split = new SplitDelivery(house);
    return Future.all(
        house.tasks().work(context, Worker.of(SplitDelivery.KIND).concurrency(2), split::run),
        house.watch(context, "inbound"));
  }
}
