package recruitflow.platform;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Context;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.operations.Failure;

/** Work that repeats. */
public final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  /** What failed is not tried again at once, however short the pause. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

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
              var next = turn(task) ? pause : longer(pause);
              pause(context, next);
            }
          } catch (Exception e) {
            if (!isInterrupt(e)) throw e;
          }
        });
  }

  /** A timer that outlived its loop would run on when nothing can any more. */
  private static void pause(Context context, Duration length) {
    var timer = context.owner().timer(length.toMillis(), MILLISECONDS);
    try {
      timer.await();
    } finally {
      timer.cancel();
    }
  }

  private static boolean turn(Runnable task) {
    try {
      task.run();
      return true;
    } catch (Exception e) {
      if (isInterrupt(e)) throw e;
      if (Failure.from(e).isOurFault()) log.error("turn failed", e);
      else log.warn("turn failed: {}", e.toString());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    return pause.compareTo(AFTER_FAILURE) < 0 ? AFTER_FAILURE : pause;
  }

  /** {@code await} throws the checked interrupt undeclared when the verticle is undeployed. */
  private static boolean isInterrupt(Exception e) {
    return InterruptedException.class.isInstance(e);
  }
}
