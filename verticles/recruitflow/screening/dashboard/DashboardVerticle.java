package recruitflow.screening.dashboard;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import recruitflow.platform.House;

/** The dashboard. */
public final class DashboardVerticle extends VerticleBase {
  private final House house;

  public DashboardVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var attention = new AttentionRead(house);
    var read = new ScreeningRead(house, attention);
    house.operations().on(context, DashboardOperations.ATTENTION, attention::list).await();
    house.operations().on(context, DashboardOperations.SCREENING, read::read).await();
    return house.watch(context, "dashboard");
  }
}
