package recruitflow.platform.operations.rpc;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import recruitflow.platform.http.Hosts;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;

/** The WebSocket {@code /rpc}: a request like others until it is one, so every check is passed. */
final class RpcSocket {

  private final Vertx vertx;
  private final RpcCall calls;
  private final Access access;
  private final Hosts hosts;
  private final Map<String, Set<Role>> liveKinds;

  RpcSocket(
      Vertx vertx, RpcCall calls, Access access, Hosts hosts, Map<String, Set<Role>> liveKinds) {
    this.vertx = vertx;
    this.calls = calls;
    this.access = access;
    this.hosts = hosts;
    this.liveKinds = liveKinds;
  }

  void mount(Router router) {
    router.get("/rpc").handler(this::upgrade);
  }

  private void upgrade(RoutingContext request) {
    var http = request.request();
    if (!http.canUpgradeToWebSocket()) {
      RestDoor.refuse(request, Failure.badRequest("This address takes WebSockets and POST."));
      return;
    }
    var isOurs = hosts.isOurs(http.getHeader("Origin"), http.authority());
    http.toWebSocket()
        .onSuccess(socket -> accept(socket, isOurs))
        .onFailure(e -> RestDoor.refuse(request, Failure.badRequest("This is no WebSocket.")));
  }

  private void accept(ServerWebSocket socket, boolean isOurs) {
    if (isOurs) new RpcSession(vertx, socket, calls, access, liveKinds).begin();
    else socket.close(RpcSession.POLICY, "not here");
  }
}
