package recruitflow.sandbox;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * What people will do later, by business time. The clock is looked at, not counted down, so that a
 * test that moves its clock by two days sees two days' acts.
 */
public final class Agenda {
  private static final long LOOK_EVERY_MILLIS = 50;

  private record Item(Instant due, long order, Runnable act) {}

  private final Vertx vertx;
  private final Supplier<Instant> clock;
  private final PriorityQueue<Item> items =
      new PriorityQueue<>(Comparator.comparing(Item::due).thenComparing(Item::order));
  private long order;
  private boolean looking;

  public Agenda(Vertx vertx, Supplier<Instant> clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Runs the act when that much business time has passed. */
  public void after(Duration pause, Runnable act) {
    items.add(new Item(clock.get().plus(pause), order++, act));
    lookLater();
  }

  private void lookLater() {
    if (looking || items.isEmpty()) return;
    looking = true;
    vertx.setTimer(
        LOOK_EVERY_MILLIS,
        _ -> {
          looking = false;
          runDue();
          lookLater();
        });
  }

  private void runDue() {
    var now = clock.get();
    while (!items.isEmpty() && !items.peek().due().isAfter(now)) items.poll().act().run();
  }
}
