package recruitflow.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.TestTasks;

/** Tasks that fail, and workers that vanish, stop or are slow. */
class TaskLossTest {
  private static final Duration NO_PAUSE = Duration.ofMillis(1);

  @RegisterExtension final TestTasks nodes = new TestTasks();

  @Test
  void a_failing_task_is_tried_as_often_as_allowed_and_then_rests_as_dead() {
    var node = nodes.node();
    var attempts = new AtomicInteger();
    nodes.work(
        node,
        Worker.of("poison").backoff(NO_PAUSE),
        run -> {
          attempts.incrementAndGet();
          throw new OutOfMemoryError("simulated");
        });
    nodes.add(node, Task.of("poison").maxAttempts(3));
    nodes.until(node, "poison", "dead", 1);
    assertThat(attempts).hasValue(3);
    String error =
        node.db().sql().one("select last_error from tasks", row -> row.getString("last_error"));
    assertThat(error).isEqualTo("simulated");
  }

  @Test
  void a_task_whose_worker_vanishes_comes_back_and_each_loss_costs_an_attempt() {
    var vanishing = nodes.silentNode();
    var never = Promise.<Void>promise();
    nodes.work(
        vanishing,
        Worker.of("lost"),
        run -> {
          never.future().await();
          return new TaskResult.Done();
        });
    nodes.add(vanishing, Task.of("lost").maxAttempts(2));
    nodes.until(vanishing, "lost", "running", 1);
    var heir = nodes.node();
    nodes.until(heir, "lost", "dead", 1);
    int attempts =
        heir.db().sql().one("select attempt from tasks", row -> row.getInteger("attempt"));
    assertThat(attempts).isEqualTo(2);
  }

  @Test
  void a_paused_worker_that_wakes_up_can_no_longer_write() {
    var paused = nodes.silentNode();
    var wakeUp = Promise.<Void>promise();
    var refused = new AtomicReference<Throwable>();
    var told = Promise.<Void>promise();
    paused.db().sql().execute("create table effects (who text)");
    nodes.work(
        paused,
        Worker.of("fenced").concurrency(1),
        run -> {
          wakeUp.future().await();
          try {
            return run.done(sql -> sql.execute("insert into effects values ('late')"));
          } catch (LeaseLost e) {
            refused.set(e);
            throw e;
          } finally {
            told.tryComplete();
          }
        });
    nodes.add(paused, Task.of("fenced"));
    nodes.until(paused, "fenced", "running", 1);
    var heir = nodes.node();
    nodes.work(
        heir,
        Worker.of("fenced"),
        run -> run.done(sql -> sql.execute("insert into effects values ('heir')")));
    nodes.until(heir, "fenced", "done", 1);
    wakeUp.complete();
    nodes.await(told.future());
    assertThat(refused.get()).isInstanceOf(LeaseLost.class);
    assertThat(heir.db().sql().list("select who from effects", row -> row.getString("who")))
        .containsExactly("heir");
  }

  @Test
  void a_slow_task_keeps_its_lease_and_runs_once() {
    var node = nodes.node();
    var starts = new AtomicInteger();
    nodes.work(
        node,
        Worker.of("slow"),
        run -> {
          starts.incrementAndGet();
          nodes.vertx().timer(5_000).await(); // two and a half leases
          return new TaskResult.Done();
        });
    nodes.add(node, Task.of("slow"));
    nodes.until(node, "slow", "done", 1);
    assertThat(starts).hasValue(1);
  }

  @Test
  void a_poison_task_does_not_hold_up_the_others() {
    var node = nodes.node();
    nodes.work(
        node,
        Worker.of("mixed").concurrency(3).backoff(NO_PAUSE),
        run -> {
          if (run.payload().getBoolean("bad")) throw new IllegalStateException("bad");
          return new TaskResult.Done();
        });
    for (int i = 0; i < 30; i++)
      nodes.add(node, Task.of("mixed").payload(new JsonObject().put("bad", i % 10 == 0)));
    nodes.until(node, "mixed", "done", 27);
    nodes.until(node, "mixed", "dead", 3);
  }
}
