package recruitflow.platform.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.Bus;
import recruitflow.platform.database.Db;
import recruitflow.platform.operations.documents.Schemas;

/** What every door passes through: role, input check, the bus, measure, audit. */
public final class Gate {

  private static final Logger log = LoggerFactory.getLogger(Gate.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String AUDIT =
      "insert into operation_audit (operation, user_id, outcome) values ($1, $2, $3)";

  private final Vertx vertx;
  private final Db db;
  private final MeterRegistry metrics;
  private final InputCheck check;

  public Gate(Vertx vertx, Db db, MeterRegistry metrics, Schemas schemas) {
    this.vertx = vertx;
    this.db = db;
    this.metrics = metrics;
    this.check = new InputCheck(schemas);
  }

  /**
   * Calls an operation for somebody.
   *
   * @param texts values from path and query by name; they win over the body
   * @return its answer, or a {@link Failure}
   */
  public Future<JsonObject> call(
      Operation<?, ?> operation, Caller caller, JsonObject body, Map<String, List<String>> texts) {
    var started = System.nanoTime();
    return admitted(operation, caller, body, texts)
        .compose(
            input -> Bus.ask(vertx, operation.name(), Operations.request(caller, input), LIMIT))
        .recover(e -> Future.failedFuture(Failure.from(e)))
        .onComplete(
            ok -> told(operation, caller, "ok", started),
            e -> told(operation, caller, ((Failure) e).kind().word(), started));
  }

  private Future<JsonObject> admitted(
      Operation<?, ?> operation, Caller caller, JsonObject body, Map<String, List<String>> texts) {
    try {
      if (db.isSilent())
        throw Failure.unavailable("database", "The database does not answer. Please try again.");
      if (!operation.isOpen()) Access.allowed(caller, operation.roles());
      return Future.succeededFuture(check.checked(operation, body, texts));
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private void told(Operation<?, ?> operation, Caller caller, String outcome, long started) {
    Timer.builder("recruitflow.operations")
        .tag("operation", operation.name())
        .tag("outcome", outcome)
        .register(metrics)
        .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    if (operation.method() == HttpMethod.GET) return;
    var user = caller.userId() == 0 ? null : caller.userId();
    db.pool()
        .preparedQuery(AUDIT)
        .execute(Tuple.of(operation.name(), user, outcome))
        .onFailure(e -> log.warn("{} could not be audited: {}", operation.name(), e.toString()));
  }
}
