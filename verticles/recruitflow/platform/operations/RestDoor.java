package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST routes: one for each operation. */
public final class RestDoor {

  private static final Logger log = LoggerFactory.getLogger(RestDoor.class);

  private final Operations operations;
  private final Gate gate;

  public RestDoor(Operations operations, Gate gate) {
    this.operations = operations;
    this.gate = gate;
  }

  /** Adds the routes; bodies must have been read by a handler before. */
  public void mount(Router router) {
    // Fixed paths first: /api/positions/new must not be read as an id.
    operations.all().stream()
        .sorted(Comparator.comparing((Operation<?, ?> o) -> o.path().contains("{")))
        .forEach(
            operation ->
                router
                    .route(operation.method(), routePath(operation.path()))
                    .handler(request -> serve(operation, request)));
  }

  private static String routePath(String path) {
    return path.replaceAll("\\{(\\w+)}", ":$1");
  }

  private void serve(Operation<?, ?> operation, RoutingContext request) {
    caller(operation, request)
        .compose(caller -> gate.call(operation, caller, body(request), texts(request)))
        .onSuccess(answer -> answer(request, 200, answer))
        .onFailure(e -> fail(request, e));
  }

  private Future<Caller> caller(Operation<?, ?> operation, RoutingContext request) {
    if (operation.isOpen()) return Future.succeededFuture(Caller.NOBODY);
    return operations.access().require(request, operation.roles().toArray(Role[]::new));
  }

  private static JsonObject body(RoutingContext request) {
    var buffer = request.body() == null ? null : request.body().buffer();
    if (buffer == null || buffer.length() == 0) return new JsonObject();
    try {
      return new JsonObject(buffer);
    } catch (DecodeException | ClassCastException e) {
      throw Failure.badRequest("The body must be a JSON object.");
    }
  }

  private static Map<String, List<String>> texts(RoutingContext request) {
    var texts = new LinkedHashMap<String, List<String>>();
    request.queryParams().names().forEach(n -> texts.put(n, request.queryParams().getAll(n)));
    request.pathParams().forEach((name, value) -> texts.put(name, List.of(value)));
    return texts;
  }

  /** Answers JSON. */
  public static void answer(RoutingContext request, int status, JsonObject body) {
    if (request.response().ended()) return;
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }

  /** Answers what went wrong: {@code {"error": {code, message, fields}}}. */
  public static void fail(RoutingContext request, Throwable thrown) {
    var failure = Failure.from(thrown);
    if (failure.isOurFault())
      log.error("{} {} failed", request.request().method(), request.normalizedPath(), thrown);
    var json = failure.toJson();
    if (json.containsKey("retryAfterSeconds"))
      request.response().putHeader("Retry-After", json.getValue("retryAfterSeconds").toString());
    else if (failure.kind() == Failure.Kind.UNAVAILABLE)
      request.response().putHeader("Retry-After", "5");
    answer(request, failure.kind().status(), new JsonObject().put("error", json));
  }
}
