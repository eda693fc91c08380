package recruitflow.platform.tasks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.Bus;
import recruitflow.platform.Loop;
import recruitflow.platform.bell.Bell;
import recruitflow.platform.providers.ProviderFailure;

/** Works one kind of task on one verticle: claims up to its concurrency, runs, records. */
final class TaskLoop {

  private static final Logger log = LoggerFactory.getLogger(TaskLoop.class);

  private final Tasks tasks;
  private final Context context;
  private final Worker worker;
  private final Function<TaskRun, TaskResult> handler;
  private final Map<Long, Held> running = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicInteger bells = new AtomicInteger();

  /** A running task and when its time is up (nano time). */
  private record Held(Claimed task, long deadline) {}

  TaskLoop(Tasks tasks, Context context, Worker worker, Function<TaskRun, TaskResult> handler) {
    this.tasks = tasks;
    this.context = context;
    this.worker = worker;
    this.handler = handler;
  }

  Future<Void> start() {
    Loop.every(context, tasks.work().poll(), this::look);
    return Bus.onRing(context, Bell.ring(worker.kind()), this::look);
  }

  /** What this node still works on; a run past its limit is let go. */
  List<Claimed> held() {
    var now = System.nanoTime();
    running.values().removeIf(held -> held.deadline() - now < 0);
    return running.values().stream().map(Held::task).toList();
  }

  private void look() {
    bells.incrementAndGet();
    if (!looking.compareAndSet(false, true)) return;
    try {
      int heard;
      do {
        heard = bells.get();
        claim();
      } while (heard != bells.get());
    } finally {
      looking.set(false);
    }
  }

  private void claim() {
    var free = worker.concurrency() - running.size();
    if (free <= 0 || tasks.isStopping()) return;
    for (var task : tasks.claim(worker, free)) {
      running.put(task.id(), new Held(task, System.nanoTime() + worker.limit().toNanos()));
      context.runOnContext(v -> run(task));
    }
  }

  private void run(Claimed task) {
    var started = System.nanoTime();
    var run = tasks.run(task);
    try {
      var result = handle(run);
      if (!run.isRecorded()) record(task, result);
      tasks.measured(task.kind(), result.getClass().getSimpleName(), started);
    } catch (LeaseLost e) {
      log.warn("{} {}: {}", task.kind(), task.id(), e.getMessage());
    } catch (RuntimeException e) {
      log.error("{} {}: its result could not be recorded", task.kind(), task.id(), e);
    } finally {
      running.remove(task.id());
      look();
    }
  }

  private TaskResult handle(TaskRun run) {
    try {
      return handler.apply(run);
    } catch (LeaseLost e) {
      throw e;
    } catch (ProviderFailure.Paused e) {
      return new TaskResult.Snooze(e.left(), e.getMessage());
    } catch (Throwable e) { // an Error must not leave the task running
      if (e instanceof InterruptedException) throw new LeaseLost(run.id());
      log.warn("{} {} attempt {} failed", worker.kind(), run.id(), run.attempt(), e);
      return new TaskResult.Retry(String.valueOf(e.getMessage()));
    }
  }

  private void record(Claimed task, TaskResult result) {
    switch (result) {
      case TaskResult.Done() -> tasks.finish(task, "done", null);
      case TaskResult.Cancel(var why) -> tasks.finish(task, "cancelled", why);
      case TaskResult.Snooze(var pause, var why) -> tasks.again(task, spread(pause), why, true);
      case TaskResult.Retry(var why, _) when task.attempt() >= task.maxAttempts() ->
          tasks.finish(task, "dead", why);
      case TaskResult.Retry(var why, var pause) ->
          tasks.again(task, spread(pause.orElse(worker.pauseAfter(task.attempt()))), why, false);
    }
  }

  /** Never earlier than told, and spread over half as much again, so that waiters do not burst. */
  private static Duration spread(Duration pause) {
    var extra = pause.toMillis() / 2;
    return pause.plusMillis(extra <= 0 ? 0 : ThreadLocalRandom.current().nextLong(extra + 1));
  }
}
