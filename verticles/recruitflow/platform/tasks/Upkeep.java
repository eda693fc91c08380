package recruitflow.platform.tasks;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import recruitflow.platform.BusinessTime;
import recruitflow.platform.House;
import recruitflow.platform.Loop;
import recruitflow.platform.bell.Signal;

/** Keeps leases alive, brings back what lost its worker, prunes what is old, writes down time. */
public final class Upkeep extends VerticleBase {

  private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

  private final House house;

  public Upkeep(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var work = house.settings().work();
    var tasks = house.tasks();
    Loop.every(context, work.heartbeat(), tasks::heartbeat);
    Loop.every(context, work.lease().dividedBy(4), this::reclaim);
    Loop.every(context, TIDY_EVERY, tasks::tidy);
    Loop.every(context, Duration.ofSeconds(15), new TaskGauges(house)::refresh);
    var sandbox = house.settings().sandbox();
    if (sandbox.on())
      Loop.every(
          context,
          BusinessTime.WRITTEN_EVERY,
          () -> BusinessTime.keep(house.db().sql(), house.clock(), sandbox.speed()));
    return house.watch(context, "upkeep");
  }

  private void reclaim() {
    var rings = house.tasks().reclaim().stream().map(Signal.Ring::new).distinct().toList();
    house.db().bell().tell(rings);
  }
}
