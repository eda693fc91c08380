package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Objects;
import recruitflow.platform.operations.documents.Documents;

/** JSON-RPC 2.0 on {@code POST /rpc}: single requests, notifications and batches. */
public final class RpcDoor {

  private static final int MOST_IN_A_BATCH = 100;

  private final RpcCall calls;
  private final Access access;

  public RpcDoor(Operations operations, Gate gate, Documents documents) {
    this.calls = new RpcCall(operations, gate, documents);
    this.access = operations.access();
  }

  /** Adds the route; the body must have been read by a handler before. */
  public void mount(Router router) {
    router.route(HttpMethod.POST, "/rpc").handler(this::serve);
  }

  private void serve(RoutingContext request) {
    caller(request)
        .compose(caller -> answer(request, caller))
        .onSuccess(answer -> send(request, answer))
        .onFailure(e -> RestDoor.fail(request, e));
  }

  /** Without a token only open operations and {@code rpc.discover} can be called. */
  private Future<Caller> caller(RoutingContext request) {
    return request.request().getHeader("Authorization") == null
        ? Future.succeededFuture(Caller.NOBODY)
        : access.require(request, Role.values());
  }

  private Future<Object> answer(RoutingContext request, Caller caller) {
    Object body;
    try {
      body = Json.decodeValue(request.body().buffer());
    } catch (DecodeException | NullPointerException e) {
      return Future.succeededFuture(
          RpcCall.error(null, RpcCall.PARSE_ERROR, "This is not JSON.", null));
    }
    if (!(body instanceof JsonArray batch)) return calls.answer(body, caller).map(a -> a);
    if (batch.isEmpty() || batch.size() > MOST_IN_A_BATCH)
      return Future.succeededFuture(
          RpcCall.error(null, RpcCall.INVALID_REQUEST, "A batch holds 1 to 100 requests.", null));
    var answers = new ArrayList<Future<JsonObject>>();
    for (var one : batch) answers.add(calls.answer(one, caller));
    return Future.all(answers)
        .map(
            all -> {
              var told = all.<JsonObject>list().stream().filter(Objects::nonNull).toList();
              return told.isEmpty() ? null : new JsonArray(told);
            });
  }

  private static void send(RoutingContext request, Object answer) {
    if (answer == null) {
      request.response().setStatusCode(204).end();
      return;
    }
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(answer instanceof JsonObject o ? o.toBuffer() : ((JsonArray) answer).toBuffer());
  }
}
