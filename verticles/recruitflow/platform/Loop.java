package recruitflow.platform;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Context;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that repeats. */
public final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private Loop() {}

  /**
   * Runs the task, pauses, runs it again: one run at a time, until the verticle is undeployed. A
   * failed turn is logged and does not end the loop.
   */
  public static void every(Context context, Duration pause, Runnable task) {
    context.runOnContext(
        v -> {
          try {
            while (true) {
              turn(pause, task);
              context.owner().timer(pause.toMillis(), MILLISECONDS).await();
            }
          } catch (Exception e) {
            if (!isInterrupt(e)) throw e;
          }
        });
  }

  private static void turn(Duration pause, Runnable task) {
    try {
      task.run();
    } catch (Exception e) {
      if (isInterrupt(e)) throw e;
      log.error("turn failed, next in {}", pause, e);
    }
  }

  /** {@code await} throws the checked interrupt undeclared when the verticle is undeployed. */
  private static boolean isInterrupt(Exception e) {
    return InterruptedException.class.isInstance(e);
  }
}
