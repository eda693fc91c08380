package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.http.HangUp;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.operations.audit.RequestAudit;

/** The REST routes: one for each operation. */
public final class RestDoor {

  private static final Logger log = LoggerFactory.getLogger(RestDoor.class);

  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** What the JSON of somebody may be who is known. */
  public static final Bodies.Limits OF_PEOPLE = new Bodies.Limits(4L * 1024 * 1024, DEADLINE, true);

  /** What the JSON of anybody may be. */
  public static final Bodies.Limits OF_STRANGERS =
      new Bodies.Limits(Bodies.LARGEST_OF_STRANGERS, DEADLINE, false);

  private final Operations operations;
  private final Gate gate;
  private final Bodies bodies;

  public RestDoor(Operations operations, Gate gate, Bodies bodies) {
    this.operations = operations;
    this.gate = gate;
    this.bodies = bodies;
  }

  /** Adds the routes. */
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

  /** Who it is comes before what he sends. */
  private void serve(Operation<?, ?> operation, RoutingContext request) {
    request.request().pause();
    caller(operation, request)
        .compose(
            caller ->
                body(operation, request)
                    .compose(
                        body -> {
                          var texts = texts(operation, request);
                          RequestAudit.left(request);
                          return gate.call(operation, caller, body, texts);
                        }))
        .onSuccess(answer -> answer(request, 200, answer))
        .onFailure(e -> refuse(request, e));
  }

  private Future<Caller> caller(Operation<?, ?> operation, RoutingContext request) {
    if (operation.isOpen()) return Future.succeededFuture(operations.access().stranger(request));
    return operations.access().require(request, operation.roles().toArray(Role[]::new));
  }

  private Future<JsonObject> body(Operation<?, ?> operation, RoutingContext request) {
    if (!operation.takesBody()) {
      request.request().resume();
      return Future.succeededFuture(new JsonObject());
    }
    var limits = operation.isOpen() ? OF_STRANGERS : OF_PEOPLE;
    return bodies.readJson(request, limits).map(RestDoor::object);
  }

  /** What a JSON body holds; none is an empty object. */
  public static JsonObject object(Buffer body) {
    if (body.length() == 0) return new JsonObject();
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      throw Failure.badRequest("The body must be a JSON object.");
    }
  }

  /** Query parameters are input of what changes nothing; elsewhere they are refused by name. */
  private static Map<String, List<String>> texts(
      Operation<?, ?> operation, RoutingContext request) {
    var texts = new LinkedHashMap<String, List<String>>();
    var query = request.queryParams();
    if (!operation.takesQuery()) {
      var wrong = new LinkedHashMap<String, String>();
      query.names().forEach(name -> wrong.put(name, "is not taken from the address here"));
      if (!wrong.isEmpty()) throw Failure.invalid(wrong);
    }
    query.names().forEach(name -> texts.put(name, query.getAll(name)));
    request.pathParams().forEach((name, value) -> texts.put(name, List.of(value)));
    return texts;
  }

  /** Answers what went wrong; who is still sending is not listened to any longer. */
  public static void refuse(RoutingContext request, Throwable thrown) {
    if (thrown instanceof HttpClosedException) return; // nobody is left to be answered
    HangUp.ifStillSending(request);
    fail(request, thrown);
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
