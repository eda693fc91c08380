package recruitflow.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recruitflow.platform.providers.Rates;
import recruitflow.support.TestTasks;
import recruitflow.support.TestTasks.Node;

class TasksTest {

  private static final Duration NO_PAUSE = Duration.ofMillis(1);

  private final TestTasks nodes = new TestTasks();

  @AfterEach
  void stop() {
    nodes.close();
  }

  private static void add(Node node, Task task) {
    node.db()
        .inTransaction(
            sql -> {
              node.tasks().add(sql, task);
              return null;
            });
  }

  @Test
  void a_task_is_worked_with_its_payload_and_done() {
    var node = nodes.node();
    var seen = Promise.<Long>promise();
    nodes.work(
        node,
        Worker.of("greet"),
        run -> {
          seen.complete(run.payloadId("id"));
          return new TaskResult.Done();
        });
    add(node, Task.of("greet").payload(new JsonObject().put("id", 7L)));
    assertThat(nodes.await(seen.future())).isEqualTo(7L);
    nodes.until(node, "greet", "done", 1);
  }

  @Test
  void what_is_rolled_back_is_never_worked() {
    var node = nodes.node();
    var runs = new AtomicInteger();
    nodes.work(
        node,
        Worker.of("greet"),
        run -> {
          runs.incrementAndGet();
          return new TaskResult.Done();
        });
    assertThatThrownBy(
            () ->
                node.db()
                    .inTransaction(
                        sql -> {
                          node.tasks().add(sql, Task.of("greet"));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    add(node, Task.of("greet").key("after"));
    nodes.until(node, "greet", "done", 1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_hundred_callers_on_three_nodes_asking_for_the_same_make_one_task() throws Exception {
    var three = List.of(nodes.silentNode(), nodes.silentNode(), nodes.silentNode());
    var asked = new ArrayList<Callable<Void>>();
    for (int i = 0; i < 100; i++) {
      var node = three.get(i % 3);
      asked.add(
          () -> {
            add(node, Task.of("once").key("same"));
            return null;
          });
    }
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : callers.invokeAll(asked)) answer.get();
    }
    assertThat(nodes.count(three.getFirst(), "once", "ready")).isEqualTo(1);
  }

  @Test
  void each_of_a_thousand_tasks_is_worked_once_by_three_nodes() {
    var runs = new ConcurrentHashMap<Long, Integer>();
    var three = List.of(nodes.node(), nodes.node(), nodes.node());
    three
        .getFirst()
        .db()
        .inTransaction(
            sql -> {
              for (long i = 0; i < 1000; i++)
                three
                    .getFirst()
                    .tasks()
                    .add(sql, Task.of("many").payload(new JsonObject().put("id", i)));
              return null;
            });
    for (var node : three)
      nodes.work(
          node,
          Worker.of("many").concurrency(10),
          run -> {
            runs.merge(run.payloadId("id"), 1, Integer::sum);
            return new TaskResult.Done();
          });
    nodes.until(three.getFirst(), "many", "done", 1000);
    assertThat(runs).hasSize(1000).allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
  }

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
    add(node, Task.of("poison").maxAttempts(3));
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
    add(vanishing, Task.of("lost").maxAttempts(2));
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
    add(paused, Task.of("fenced"));
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
    add(node, Task.of("slow"));
    nodes.until(node, "slow", "done", 1);
    assertThat(starts).hasValue(1);
  }

  @Test
  void a_snooze_costs_no_attempt() {
    var node = nodes.node();
    var runs = new AtomicInteger();
    nodes.work(
        node,
        Worker.of("sleepy"),
        run ->
            runs.incrementAndGet() <= 6
                ? new TaskResult.Snooze(NO_PAUSE, "not yet")
                : new TaskResult.Done());
    add(node, Task.of("sleepy").maxAttempts(1));
    nodes.until(node, "sleepy", "done", 1);
    assertThat(runs).hasValue(7);
  }

  @Test
  void a_task_waits_for_its_business_time() {
    var node = nodes.node();
    var done = Promise.<Void>promise();
    nodes.work(
        node,
        Worker.of("tomorrow"),
        run -> {
          done.complete();
          return new TaskResult.Done();
        });
    add(node, Task.of("tomorrow").at(nodes.clock.now().plus(Duration.ofDays(1))));
    add(node, Task.of("tomorrow").key("probe").at(nodes.clock.now().plus(Duration.ofDays(2))));
    assertThat(nodes.count(node, "tomorrow", "ready")).isEqualTo(2);
    nodes.clock.advance(Duration.ofDays(1));
    nodes.await(done.future());
    nodes.until(node, "tomorrow", "done", 1);
    assertThat(nodes.count(node, "tomorrow", "ready")).isEqualTo(1);
  }

  @Test
  void asking_again_while_it_runs_makes_it_run_again_afterwards() {
    var node = nodes.node();
    var runs = new AtomicInteger();
    var goOn = Promise.<Void>promise();
    nodes.work(
        node,
        Worker.of("again"),
        run -> {
          if (runs.incrementAndGet() == 1) goOn.future().await();
          return new TaskResult.Done();
        });
    add(node, Task.of("again").key("k"));
    nodes.until(node, "again", "running", 1);
    add(node, Task.of("again").key("k"));
    goOn.complete();
    nodes.until(node, "again", "done", 1);
    assertThat(runs).hasValue(2);
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
      add(node, Task.of("mixed").payload(new JsonObject().put("bad", i % 10 == 0)));
    nodes.until(node, "mixed", "done", 27);
    nodes.until(node, "mixed", "dead", 3);
  }

  @Test
  void tasks_of_a_provider_that_wants_a_pause_wait_on_all_nodes_and_then_start_one_by_one() {
    var two = List.of(nodes.node(), nodes.node());
    var pauses = new Rates(two.getFirst().db()).pauses();
    nodes.await(pauses.begin("slow", Duration.ofSeconds(1)));
    nodes.await(pauses.begin("slow", Duration.ofMillis(1)));
    var early = new AtomicInteger();
    var inTheSpread = new AtomicInteger();
    for (var node : two)
      nodes.work(
          node,
          Worker.of("ask").concurrency(30).asking("slow"),
          run -> {
            if (nodes.await(pauses.left("slow")).isPresent()) early.incrementAndGet();
            if (isPast(node, "until + spread / 2")) inTheSpread.incrementAndGet();
            return new TaskResult.Done();
          });
    for (int i = 0; i < 30; i++) add(two.getFirst(), Task.of("ask").maxAttempts(1));
    nodes.until(two.getFirst(), "ask", "done", 30);
    assertThat(early).hasValue(0);
    assertThat(inTheSpread).hasValueGreaterThan(5);
  }

  private static boolean isPast(Node node, String moment) {
    return node.db()
        .sql()
        .one(
            "select clock_timestamp() >= " + moment + " as past from provider_pauses",
            row -> row.getBoolean("past"));
  }

  @Test
  void a_paused_kind_starts_nothing_until_it_is_resumed() {
    var node = nodes.node();
    node.db().sql().execute("insert into paused_kinds (kind) values ('held')");
    nodes.work(node, Worker.of("held"), run -> new TaskResult.Done());
    add(node, Task.of("held"));
    nodes.work(node, Worker.of("free"), run -> new TaskResult.Done());
    add(node, Task.of("free"));
    nodes.until(node, "free", "done", 1);
    assertThat(nodes.count(node, "held", "ready")).isEqualTo(1);
    node.db().sql().execute("delete from paused_kinds");
    nodes.until(node, "held", "done", 1);
  }
}
