package recruitflow.admin.retention;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import recruitflow.platform.House;

/** Keeps nothing longer than was configured. */
public final class RetentionVerticle extends VerticleBase {

  private final House house;
  private final RetentionSettings settings;

  public RetentionVerticle(House house, RetentionSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    var forget = new ForgetOld(house, settings);
    house.tasks().schedule(context, ForgetOld.JOB, run -> forget.run()).await();
    return house.watch(context, "retention");
  }
}
