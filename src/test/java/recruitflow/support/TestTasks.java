package recruitflow.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import recruitflow.platform.House;
import recruitflow.platform.bell.BellLine;
import recruitflow.platform.database.Db;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.platform.tasks.Task;
import recruitflow.platform.tasks.TaskResult;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.platform.tasks.Tasks;
import recruitflow.platform.tasks.Upkeep;
import recruitflow.platform.tasks.Worker;

/** Nodes that share one database and do nothing but work tasks. */
public final class TestTasks implements AfterEachCallback, AutoCloseable {

  public final MovableClock clock = new MovableClock(TestServer.NOON);
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.fresh();
  private final Settings settings = settings();
  private final Map<Node, String> nodes = new ConcurrentHashMap<>();

  /** One process as far as tasks are concerned. */
  public record Node(Db db, Tasks tasks) {}

  private static Settings settings() {
    var env = new HashMap<String, String>();
    env.put("TASK_POLL_MILLIS", "50");
    env.put("TASK_LEASE_SECONDS", "2");
    env.put("TASK_HEARTBEAT_SECONDS", "0.5");
    return Settings.read(SettingsReader.of(env));
  }

  /** A node that keeps its leases alive. */
  public Node node() {
    var node = silentNode();
    var house =
        new House(
            vertx,
            settings,
            null,
            null,
            null,
            node.db(),
            clock,
            node.tasks(),
            null,
            null,
            null,
            new SimpleMeterRegistry(),
            ConcurrentHashMap.newKeySet(),
            null);
    vertx.deployVerticle(new BellLine(node.db().bell(), node.db().options())).await();
    deploy(new Upkeep(house));
    return node;
  }

  /** A node that is never heard of: a process that is paused, or cut off. */
  public Node silentNode() {
    var db = Db.open(vertx, PgConnectOptions.fromUri(url), settings.database());
    var tasks = new Tasks(db, clock, settings, new SimpleMeterRegistry());
    var node = new Node(db, tasks);
    nodes.put(node, "");
    return node;
  }

  /** Asks for a task on a node. */
  public void add(Node node, Task task) {
    node.db()
        .inTransaction(
            sql -> {
              node.tasks().add(sql, task);
              return null;
            });
  }

  /** Works a kind on a node. */
  public void work(Node node, Worker worker, Function<TaskRun, TaskResult> handler) {
    deploy(
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return node.tasks().work(context, worker, handler);
          }
        });
  }

  private void deploy(VerticleBase verticle) {
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  /** How many tasks of a kind are in a state. */
  public long count(Node node, String kind, String state) {
    return node.db()
        .sql()
        .one(
            "select count(*) as n from tasks where kind = $1 and state = $2",
            row -> row.getLong("n"),
            kind,
            state);
  }

  /** Waits until so many tasks of a kind are in a state; at most 20 s. */
  public void until(Node node, String kind, String state, long n) {
    var end = System.nanoTime() + SECONDS.toNanos(20);
    while (count(node, kind, state) != n) {
      if (System.nanoTime() > end)
        throw new AssertionError(
            "not %d %s %s but %d".formatted(n, state, kind, count(node, kind, state)));
      vertx.timer(20).await();
    }
  }

  /** Waits for what a signal tells. */
  public <T> T await(Future<T> signal) {
    return signal.timeout(20, SECONDS).await();
  }

  public Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    vertx.close().timeout(10, SECONDS).await();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    close();
  }
}
