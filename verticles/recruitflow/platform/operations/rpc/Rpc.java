package recruitflow.platform.operations.rpc;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.Set;
import recruitflow.platform.http.Hosts;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.operations.Gate;
import recruitflow.platform.operations.Operations;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Documents;

/** JSON-RPC 2.0 at {@code /rpc}: by POST, and on a WebSocket together with live events. */
public final class Rpc {

  private final RpcDoor door;
  private final RpcSocket socket;

  /**
   * @param liveKinds what can be followed, and by whom
   */
  public Rpc(
      Vertx vertx,
      Operations operations,
      Gate gate,
      Documents documents,
      Bodies bodies,
      Hosts hosts,
      Map<String, Set<Role>> liveKinds) {
    var calls = new RpcCall(operations, gate, documents);
    this.door = new RpcDoor(calls, operations.access(), bodies);
    this.socket = new RpcSocket(vertx, calls, operations.access(), hosts, liveKinds);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    door.mount(router);
    socket.mount(router);
  }
}
