package recruitflow.platform.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.Bus;
import recruitflow.platform.database.Db;
import recruitflow.platform.operations.audit.Audit;
import recruitflow.platform.operations.audit.Subject;
import recruitflow.platform.operations.documents.Schemas;

/** What every door passes through: role, input check, the bus, measure, audit. */
public final class Gate {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Db db;
  private final MeterRegistry metrics;
  private final Audit audit;
  private final InputCheck check;

  public Gate(Vertx vertx, Db db, MeterRegistry metrics, Audit audit, Schemas schemas) {
    this.audit = audit;
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
            ok -> {
              measure(operation, "ok", started);
              if (operation.method() != HttpMethod.GET)
                audit.note(operation.name(), caller, Subject.of(texts, body), "ok");
            },
            e -> {
              var word = ((Failure) e).kind().word();
              measure(operation, word, started);
              audit.note(operation.name(), caller, Subject.of(texts, body), word);
            });
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

  private void measure(Operation<?, ?> operation, String outcome, long started) {
    Timer.builder("recruitflow.operations")
        .tag("operation", operation.name())
        .tag("outcome", outcome)
        .register(metrics)
        .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
  }
}
