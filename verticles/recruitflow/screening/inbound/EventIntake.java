package recruitflow.screening.inbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.operations.Failure;

/**
 * Stores what providers told us. Events that come while others are being written share the next
 * statement; each is answered when it is committed, and by its own fate. One for each event loop:
 * it must be used on one context.
 */
final class EventIntake {
  private static final long LIMIT_SECONDS = 5;
  private static final int MOST_TOGETHER = 100;
  private static final int MOST_BYTES_TOGETHER = 1024 * 1024;
  private static final int MOST_WAITING = 2_000;

  /** A large body, or one that waits for a row, does not hold up the others. */
  private static final int MOST_STATEMENTS = 2;

  private final EventStore store;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int statements;

  private record Waiting(WebhookEvent event, Promise<Boolean> stored) {

    int bytes() {
      return event instanceof WebhookEvent.Work work ? work.body().length() : 0;
    }
  }

  EventIntake(EventStore store) {
    this.store = store;
  }

  /** Keeps the event; true when it was new, false when it had come before. */
  Future<Boolean> store(WebhookEvent event) {
    if (waiting.size() >= MOST_WAITING)
      return Future.failedFuture(Failure.unavailable("database", "Too much is waiting."));
    var one = new Waiting(event, Promise.promise());
    waiting.add(one);
    writeOn();
    return one.stored().future();
  }

  private void writeOn() {
    while (statements < MOST_STATEMENTS && !waiting.isEmpty()) {
      statements++;
      write(next())
          .onComplete(
              done -> {
                statements--;
                writeOn();
              });
    }
  }

  private List<Waiting> next() {
    var together = new ArrayList<Waiting>();
    var bytes = 0;
    do {
      bytes += waiting.peek().bytes();
      if (!together.isEmpty() && bytes > MOST_BYTES_TOGETHER) break;
      together.add(waiting.remove());
    } while (!waiting.isEmpty() && together.size() < MOST_TOGETHER);
    return together;
  }

  /** What the database refuses is tried one by one: nobody fails because of his neighbour. */
  private Future<?> write(List<Waiting> together) {
    return stored(together)
        .recover(
            e ->
                e instanceof PgException && together.size() > 1
                    ? oneByOne(together)
                    : failed(together, e));
  }

  private Future<Void> stored(List<Waiting> together) {
    var events = new LinkedHashMap<WebhookEvent.Key, WebhookEvent>();
    together.forEach(one -> events.putIfAbsent(one.event().key(), one.event()));
    return store
        .store(events.values())
        .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .map(
            fresh -> {
              together.forEach(one -> one.stored().complete(fresh.remove(one.event().key())));
              return null;
            });
  }

  private Future<Void> oneByOne(List<Waiting> together) {
    Future<Void> before = Future.succeededFuture();
    for (var one : together)
      before = before.compose(done -> stored(List.of(one)).recover(e -> failed(List.of(one), e)));
    return before;
  }

  private static Future<Void> failed(List<Waiting> together, Throwable e) {
    together.forEach(one -> one.stored().fail(e));
    return Future.succeededFuture();
  }
}
