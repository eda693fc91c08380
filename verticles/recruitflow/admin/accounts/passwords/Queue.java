package recruitflow.admin.accounts.passwords;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import recruitflow.platform.operations.Failure;

/**
 * Work for a few threads, at most so much at once, and at most so much for one kind of asker. What
 * is beyond is refused at once. Used by one verticle only.
 */
final class Queue {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final WorkerExecutor threads;
  private final int most;
  private final int mostOfACrowd;
  private final Map<String, Integer> inside = new HashMap<>();
  private int all;

  Queue(Vertx vertx, String name, int threads, int most, int mostOfACrowd) {
    this.threads = vertx.createSharedWorkerExecutor(name, threads);
    this.most = most;
    this.mostOfACrowd = mostOfACrowd;
  }

  <T> T run(List<String> crowd, Callable<T> work) {
    if (all >= most || crowd.stream().anyMatch(c -> inside.getOrDefault(c, 0) >= mostOfACrowd))
      throw Failure.tooMany("Many people are logging in. Please try again in a moment.", PAUSE)
          .because("crowded");
    all++;
    crowd.forEach(c -> inside.merge(c, 1, Integer::sum));
    try {
      return threads.executeBlocking(work, false).await();
    } finally {
      all--;
      crowd.forEach(c -> inside.computeIfPresent(c, (k, n) -> n == 1 ? null : n - 1));
    }
  }
}
