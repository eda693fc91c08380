package recruitflow.admin.jobs;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import recruitflow.platform.House;

/** The administrators' view of background work. */
public final class JobsVerticle extends VerticleBase {

  private final House house;

  public JobsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var desk = new JobDesk(house, new JobStore());
    var operations = house.operations();
    operations.on(context, JobOperations.LIST, desk::list).await();
    operations.on(context, JobOperations.RUN, desk::run).await();
    operations.on(context, JobOperations.TASKS, desk::tasks).await();
    operations.on(context, JobOperations.SUMMARY, desk::summary).await();
    operations.on(context, JobOperations.RUN_AGAIN, desk::runAgain).await();
    operations.on(context, JobOperations.CANCEL, desk::cancel).await();
    operations.on(context, JobOperations.PAUSE, desk::pause).await();
    operations.on(context, JobOperations.RESUME, desk::resume).await();
    return house.watch(context, "jobs");
  }
}
