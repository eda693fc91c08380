package recruitflow.platform.tasks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import recruitflow.platform.Clock;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** One run of one task, in the hands of its worker. Every write goes through it. */
public final class TaskRun {

  private final Db db;
  private final Clock clock;
  private final TaskStore store;
  private final Claimed task;
  private boolean recorded;

  TaskRun(Db db, Clock clock, TaskStore store, Claimed task) {
    this.db = db;
    this.clock = clock;
    this.store = store;
    this.task = task;
  }

  /** The task's id. */
  public long id() {
    return task.id();
  }

  /** The task's key, or null. */
  public String key() {
    return task.key();
  }

  /** What it was added with. */
  public JsonObject payload() {
    return task.payload();
  }

  /** An id from the payload. */
  public long payloadId(String name) {
    return task.payload().getLong(name);
  }

  /** Counts from 1; a run that lost its worker counts too. */
  public int attempt() {
    return task.attempt();
  }

  /** True when a {@code Retry} would leave the task dead. */
  public boolean lastAttempt() {
    return task.attempt() >= task.maxAttempts();
  }

  /**
   * A transaction that commits only while the task is ours.
   *
   * @throws LeaseLost when it is not, with nothing written
   */
  public <T> T inTransaction(Function<Sql, T> work) {
    return db.inTransaction(
        sql -> {
          store.requireOurs(sql, task);
          return work.apply(sql);
        });
  }

  /**
   * Commits that something is about to leave the house. When nobody knows whether that was
   * committed it is taken back, for nothing has left yet.
   */
  public <T> T intend(Function<Sql, T> mark, Consumer<Sql> takeBack) {
    try {
      return inTransaction(mark);
    } catch (LeaseLost lost) {
      throw lost;
    } catch (RuntimeException e) {
      takeBack(takeBack, e);
      throw e;
    }
  }

  private void takeBack(Consumer<Sql> takeBack, RuntimeException cause) {
    try {
      inTransaction(
          sql -> {
            takeBack.accept(sql);
            return null;
          });
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** The last transaction: what it writes and the task's completion commit together. */
  public TaskResult done(Consumer<Sql> work) {
    inTransaction(
        sql -> {
          work.accept(sql);
          store.finish(sql, task, "done", null, clock.now());
          return null;
        });
    recorded = true;
    return new TaskResult.Done();
  }

  /** As {@link #done}, for a task that is to run again at a business time: a scheduled job. */
  TaskResult doneUntil(Instant nextRun, Consumer<Sql> work) {
    inTransaction(
        sql -> {
          work.accept(sql);
          store.rest(sql, task, nextRun, clock.now());
          return null;
        });
    recorded = true;
    return new TaskResult.Done();
  }

  boolean isRecorded() {
    return recorded;
  }
}
