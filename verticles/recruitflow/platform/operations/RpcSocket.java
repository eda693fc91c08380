package recruitflow.platform.operations;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import recruitflow.platform.live.LiveFeed;
import recruitflow.platform.operations.documents.Documents;

/**
 * JSON-RPC 2.0 on the WebSocket {@code /rpc}, with live events as notifications. The first message
 * authenticates; the socket closes when the token expires.
 */
public final class RpcSocket {

  private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(10);
  private static final short POLICY = 1008;
  private static final short EXPIRED = 4401;
  private static final String ENDED = "the account was changed";

  private final Vertx vertx;
  private final RpcCall calls;
  private final Access access;
  private final List<String> trustedOrigins;

  public RpcSocket(
      Vertx vertx,
      Operations operations,
      Gate gate,
      Documents documents,
      List<String> trustedOrigins) {
    this.vertx = vertx;
    this.calls = new RpcCall(operations, gate, documents);
    this.access = operations.access();
    this.trustedOrigins = trustedOrigins;
  }

  /** Takes a new socket, or closes it at once when path or origin are not ours. */
  public void accept(ServerWebSocket socket) {
    if (!socket.path().equals("/rpc") || !originIsOurs(socket)) {
      socket.close(POLICY, "not here");
      return;
    }
    new Session(socket).begin();
  }

  private boolean originIsOurs(ServerWebSocket socket) {
    var origin = socket.headers().get("Origin");
    if (origin == null || trustedOrigins.contains(origin)) return true;
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && authority.equals(String.valueOf(socket.authority()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** One open browser. */
  private final class Session {

    private final ServerWebSocket socket;
    private final LiveFeed feed;
    private final MessageConsumer<JsonObject> ended;
    private Access.Granted granted;
    private long expiry;

    private Session(ServerWebSocket socket) {
      this.socket = socket;
      this.feed = new LiveFeed(vertx, this::notify);
      this.ended = vertx.eventBus().localConsumer(Access.ENDED, news -> isStillGood());
    }

    void begin() {
      closeAt(TIME_TO_AUTHENTICATE, "nobody authenticated");
      socket.textMessageHandler(this::received);
      socket.closeHandler(
          v -> {
            vertx.cancelTimer(expiry);
            feed.end();
            ended.unregister();
          });
    }

    /** What a changed account was allowed ends at once, on sockets that are open too. */
    private boolean isStillGood() {
      var good = granted == null || access.holds(granted);
      if (!good) socket.close(EXPIRED, ENDED);
      return good;
    }

    private void closeAt(Duration from, String why) {
      vertx.cancelTimer(expiry);
      expiry = vertx.setTimer(Math.max(1, from.toMillis()), timer -> socket.close(EXPIRED, why));
    }

    private void received(String text) {
      Object message;
      try {
        message = Json.decodeValue(text);
      } catch (DecodeException e) {
        send(RpcCall.error(null, RpcCall.PARSE_ERROR, "This is not JSON.", null));
        return;
      }
      if (message instanceof JsonArray batch) batch.forEach(this::one);
      else one(message);
    }

    private void one(Object message) {
      if (!isStillGood()) return;
      var method = message instanceof JsonObject json ? json.getValue("method") : null;
      var answer =
          switch (String.valueOf(method)) {
            case "authenticate" -> own((JsonObject) message, this::authenticate);
            case "live.subscribe" -> own((JsonObject) message, this::subscribe);
            case "live.unsubscribe" -> own((JsonObject) message, this::unsubscribe);
            default -> calls.answer(message, granted == null ? Caller.NOBODY : granted.caller());
          };
      answer.onSuccess(this::send);
    }

    private Future<JsonObject> own(
        JsonObject message, java.util.function.Function<JsonObject, Future<JsonObject>> handler) {
      var id = message.getValue("id");
      var params = message.getValue("params") instanceof JsonObject p ? p : new JsonObject();
      return handler
          .apply(params)
          .map(result -> RpcCall.result(id, result))
          .recover(e -> Future.succeededFuture(RpcCall.failed(id, e)));
    }

    private Future<JsonObject> authenticate(JsonObject params) {
      return access
          .granted(String.valueOf(params.getValue("accessToken")))
          .map(
              good -> {
                granted = good;
                closeAt(Duration.between(Instant.now(), good.until()), "the token expired");
                return new JsonObject().put("user", recruitflow.platform.Json.of(good.caller()));
              });
    }

    private Future<JsonObject> subscribe(JsonObject params) {
      if (granted == null) return Future.failedFuture(Failure.unauthorized("Please log in."));
      var kinds = kinds(params);
      feed.follow(kinds);
      return Future.succeededFuture(new JsonObject().put("kinds", new JsonArray(kinds)));
    }

    private Future<JsonObject> unsubscribe(JsonObject params) {
      feed.leave(kinds(params));
      return Future.succeededFuture(new JsonObject());
    }

    private List<String> kinds(JsonObject params) {
      if (!(params.getValue("kinds") instanceof JsonArray kinds)) return List.of();
      return kinds.stream().map(String::valueOf).limit(50).toList();
    }

    private void notify(JsonObject event) {
      send(new JsonObject().put("jsonrpc", "2.0").put("method", "live").put("params", event));
    }

    private void send(JsonObject message) {
      if (message != null && !socket.isClosed()) socket.writeTextMessage(message.encode());
    }
  }
}
