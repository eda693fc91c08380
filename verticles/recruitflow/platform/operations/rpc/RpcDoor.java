package recruitflow.platform.operations.rpc;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;

/** JSON-RPC 2.0 on {@code POST /rpc}: single requests, notifications and batches. */
public final class RpcDoor {

  private final RpcCall calls;
  private final Access access;
  private final Bodies bodies;

  RpcDoor(RpcCall calls, Access access, Bodies bodies) {
    this.calls = calls;
    this.access = access;
    this.bodies = bodies;
  }

  void mount(Router router) {
    router.route(HttpMethod.POST, "/rpc").handler(this::serve);
  }

  private void serve(RoutingContext request) {
    request.request().pause();
    caller(request)
        .compose(caller -> body(request, caller).compose(body -> answer(body, caller)))
        .onSuccess(answer -> send(request, answer))
        .onFailure(e -> RestDoor.refuse(request, e));
  }

  /** Without a token only open operations and {@code rpc.discover} can be called. */
  private Future<Caller> caller(RoutingContext request) {
    return request.request().getHeader("Authorization") == null
        ? Future.succeededFuture(access.stranger(request))
        : access.require(request, Role.values());
  }

  private Future<Buffer> body(RoutingContext request, Caller caller) {
    var limits = caller.userId() == 0 ? RestDoor.OF_STRANGERS : RestDoor.OF_PEOPLE;
    return bodies.readJson(request, limits);
  }

  private Future<Object> answer(Buffer body, Caller caller) {
    try {
      return RpcCall.answers(Json.decodeValue(body), one -> calls.answer(one, caller));
    } catch (DecodeException e) {
      return Future.succeededFuture(
          RpcCall.error(null, RpcCall.PARSE_ERROR, "This is not JSON.", null));
    }
  }

  private static void send(RoutingContext request, Object answer) {
    if (request.response().ended()) return;
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
