package recruitflow.platform.tasks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.Clock;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.settings.Settings;

/**
 * Durable background work. A task is added in the transaction that makes it necessary and completed
 * in the one that records its effect; a lease with a fence keeps a late worker from writing.
 */
public final class Tasks {

  /** However fast business time runs, a job leaves the machine so much real time between runs. */
  private static final Duration LEAST_REAL_PAUSE = Duration.ofSeconds(2);

  /** A run that only waits for somebody to ask for it. */
  private static final Instant WHEN_ASKED = Instant.parse("9999-01-01T00:00:00Z");

  private static final Logger log = LoggerFactory.getLogger(Tasks.class);

  private static final long LOOK_MILLIS = 20;

  private final Db db;
  private final Clock clock;
  private final Settings settings;
  private final MeterRegistry metrics;
  private final TaskStore store = new TaskStore();
  private final JobStore jobs = new JobStore();
  private final List<TaskLoop> loops = new CopyOnWriteArrayList<>();
  private final List<String> kinds = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;
  private final String holder = ManagementFactory.getRuntimeMXBean().getName();

  public Tasks(Db db, Clock clock, Settings settings, MeterRegistry metrics) {
    this.db = db;
    this.clock = clock;
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Adds a task in the caller's transaction; an open one with the same kind and key is joined. */
  public void add(Sql sql, Task task) {
    store.add(sql, task, clock.now());
  }

  /** Works tasks of a kind on this verticle until it is undeployed. */
  public Future<Void> work(Context context, Worker worker, Function<TaskRun, TaskResult> handler) {
    var loop = new TaskLoop(this, context, worker, handler);
    loops.add(loop);
    kinds.add(worker.kind());
    return loop.start();
  }

  /**
   * Runs a scheduled job on this verticle. The handler answers what it did, by name: shown on the
   * jobs screen. The next run is made in the transaction that ends this one.
   */
  public Future<Void> schedule(
      Context context, Job job, Function<TaskRun, Map<String, Integer>> handler) {
    db.inTransaction(
        sql -> {
          jobs.define(sql, job);
          store.insertJobRun(sql, job, byItself(clock.now()));
          return null;
        });
    var worker = Worker.of(job.kind()).concurrency(1).backoff(LEAST_REAL_PAUSE);
    return work(context, worker, run -> runJob(run, job, handler));
  }

  /** Makes a scheduled job due now, in the caller's transaction. */
  public void runJobSoon(Sql sql, String name) {
    store.insertJobRun(sql, Job.named(name), clock.now());
    store.ring(sql, "jobs." + name);
  }

  /** Wakes the workers of a kind when the caller's transaction commits. */
  public void ring(Sql sql, String kind) {
    store.ring(sql, kind);
  }

  private TaskResult runJob(TaskRun run, Job job, Function<TaskRun, Map<String, Integer>> handler) {
    var started = System.nanoTime();
    Map<String, Integer> counts = Map.of();
    String error = null;
    jobs.started(db.sql(), job, clock.now());
    try {
      counts = handler.apply(run);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      error = String.valueOf(e.getMessage());
      log.warn("job {} failed", job.name(), e);
    }
    var outcome = new JobStore.Outcome(counts, error, millisSince(started));
    return run.doneUntil(
        nextRun(job),
        sql -> {
          jobs.finished(sql, job, outcome, clock.now());
          Live.publish(sql, "job", job.name());
        });
  }

  private Instant nextRun(Job job) {
    var least =
        Duration.ofMillis(Math.round(LEAST_REAL_PAUSE.toMillis() * settings.sandbox().pace()));
    var pause = job.every().compareTo(least) < 0 ? least : job.every();
    return byItself(clock.now().plus(pause));
  }

  /** When a job is due that nobody asked for. */
  private Instant byItself(Instant due) {
    return settings.work().scheduled() ? due : WHEN_ASKED;
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /**
   * Starts no more tasks and waits, at most {@code patience}, until the running ones are finished.
   * What still runs then comes back when its lease ends.
   */
  public Future<Void> stop(Vertx vertx, Duration patience) {
    stopping = true;
    var finished = Promise.<Void>promise();
    finishedOrWait(vertx, System.nanoTime() + patience.toNanos(), finished);
    return finished.future();
  }

  private void finishedOrWait(Vertx vertx, long end, Promise<Void> finished) {
    var idle = loops.stream().allMatch(loop -> loop.held().isEmpty());
    if (idle || System.nanoTime() - end > 0) finished.complete();
    else vertx.setTimer(LOOK_MILLIS, timer -> finishedOrWait(vertx, end, finished));
  }

  // --- what TaskLoop and Upkeep need ---

  boolean isStopping() {
    return stopping;
  }

  Settings.Work work() {
    return settings.work();
  }

  List<Claimed> claim(Worker worker, int most) {
    return store.claim(db.sql(), worker, clock.now(), most, lease());
  }

  TaskRun run(Claimed task) {
    return new TaskRun(db, clock, store, task);
  }

  void finish(Claimed task, String state, String why) {
    db.inTransaction(
        sql -> {
          store.finish(sql, task, state, why, clock.now());
          if (state.equals("dead")) Live.publish(sql, "task", task.id());
          return null;
        });
  }

  void again(Claimed task, Duration pause, String why, boolean free) {
    store.again(db.sql(), task, pause, why, free);
  }

  void measured(String kind, String result, long started) {
    Timer.builder("recruitflow.tasks")
        .tag("kind", kind)
        .tag("result", result)
        .register(metrics)
        .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
  }

  void heartbeat() {
    var held = loops.stream().flatMap(loop -> loop.held().stream()).toList();
    if (!held.isEmpty()) store.heartbeat(db.sql(), held, lease());
  }

  List<String> reclaim() {
    return store.reclaim(db.sql());
  }

  void tidy() {
    store.giveUpUnknown(db.sql(), kinds, clock.now());
    store.prune(db.sql(), settings.work().keep());
  }

  private TaskStore.Lease lease() {
    return new TaskStore.Lease(holder, settings.work().lease());
  }
}
