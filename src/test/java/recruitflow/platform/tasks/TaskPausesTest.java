package recruitflow.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.platform.providers.Rates;
import recruitflow.support.TestTasks;
import recruitflow.support.TestTasks.Node;

/** Work that stands still for a while, by a provider or by hand. */
class TaskPausesTest {
  @RegisterExtension final TestTasks nodes = new TestTasks();

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
    for (int i = 0; i < 30; i++) nodes.add(two.getFirst(), Task.of("ask").maxAttempts(1));
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
    nodes.add(node, Task.of("held"));
    nodes.work(node, Worker.of("free"), run -> new TaskResult.Done());
    nodes.add(node, Task.of("free"));
    nodes.until(node, "free", "done", 1);
    assertThat(nodes.count(node, "held", "ready")).isEqualTo(1);
    node.db().sql().execute("delete from paused_kinds");
    nodes.until(node, "held", "done", 1);
  }
}
