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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.TestTasks;

/** What is asked for is worked, once and in time. */
class TasksTest {
  private static final Duration NO_PAUSE = Duration.ofMillis(1);

  @RegisterExtension final TestTasks nodes = new TestTasks();

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
    nodes.add(node, Task.of("greet").payload(new JsonObject().put("id", 7L)));
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
    nodes.add(node, Task.of("greet").key("after"));
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
            nodes.add(node, Task.of("once").key("same"));
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
    nodes.add(node, Task.of("sleepy").maxAttempts(1));
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
    nodes.add(node, Task.of("tomorrow").at(nodes.clock.now().plus(Duration.ofDays(1))));
    nodes.add(
        node, Task.of("tomorrow").key("probe").at(nodes.clock.now().plus(Duration.ofDays(2))));
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
    nodes.add(node, Task.of("again").key("k"));
    nodes.until(node, "again", "running", 1);
    nodes.add(node, Task.of("again").key("k"));
    goOn.complete();
    nodes.until(node, "again", "done", 1);
    assertThat(runs).hasValue(2);
  }
}
