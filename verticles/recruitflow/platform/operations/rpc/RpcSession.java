package recruitflow.platform.operations.rpc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import recruitflow.platform.live.LiveFeed;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Role;

/**
 * One open browser: JSON-RPC 2.0, and live events as notifications. The first thing it does is to
 * authenticate, in a small message; it closes when the token expires or the account is changed. It
 * is read no faster than it takes its answers.
 */
final class RpcSession {

  static final short POLICY = 1008;
  private static final short EXPIRED = 4401;

  private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(10);
  private static final int LARGEST_OF_STRANGERS = 8 * 1024;
  private static final int MOST_TRIES = 5;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final RpcCall calls;
  private final Access access;
  private final Map<String, Set<Role>> liveKinds;
  private final LiveFeed feed;
  private final MessageConsumer<JsonObject> ended;
  private final Set<String> missed = new LinkedHashSet<>();
  private Access.Granted granted;
  private long expiry;
  private long arriving;
  private int tries;
  private int underWay;

  RpcSession(
      Vertx vertx,
      ServerWebSocket socket,
      RpcCall calls,
      Access access,
      Map<String, Set<Role>> liveKinds) {
    this.vertx = vertx;
    this.socket = socket;
    this.calls = calls;
    this.access = access;
    this.liveKinds = liveKinds;
    this.feed = new LiveFeed(vertx, this::tell);
    this.ended = vertx.eventBus().localConsumer(Access.ENDED, news -> isStillGood());
  }

  void begin() {
    closeAt(TIME_TO_AUTHENTICATE, "nobody authenticated");
    socket.frameHandler(this::measure);
    socket.textMessageHandler(this::received);
    socket.drainHandler(v -> drained());
    socket.exceptionHandler(e -> {}); // told to the close handler as well
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
    if (!good) socket.close(EXPIRED, "the account was changed");
    return good;
  }

  private void closeAt(Duration from, String why) {
    vertx.cancelTimer(expiry);
    expiry = vertx.setTimer(Math.max(1, from.toMillis()), timer -> socket.close(EXPIRED, why));
  }

  /** A stranger's message is small; a long one is not even put together. */
  private void measure(WebSocketFrame frame) {
    if (granted != null || frame.isClose()) return;
    arriving = frame.isContinuation() ? arriving : 0;
    arriving += frame.isText() || frame.isContinuation() ? frame.binaryData().length() : 0;
    if (arriving > LARGEST_OF_STRANGERS || frame.isBinary()) {
      socket.close(POLICY, "authenticate first, in a small message");
    }
  }

  private void received(String text) {
    if (socket.isClosed() || granted == null && text.length() > LARGEST_OF_STRANGERS) return;
    Object message;
    try {
      message = Json.decodeValue(text);
    } catch (DecodeException e) {
      send(RpcCall.error(null, RpcCall.PARSE_ERROR, "This is not JSON.", null));
      refused();
      return;
    }
    if (!isStillGood()) return;
    if (granted == null) introduced(message);
    else work(RpcCall.answers(message, this::one));
  }

  /** Nothing is done for somebody who has not said who he is. */
  private void introduced(Object message) {
    if (message instanceof JsonObject json && "authenticate".equals(json.getValue("method"))) {
      work(own(json, this::authenticate).onSuccess(v -> refused()).map(answer -> answer));
      return;
    }
    var id = message instanceof JsonObject json ? json.getValue("id") : null;
    send(RpcCall.failed(id, Failure.unauthorized("Please log in.")));
    refused();
  }

  private void refused() {
    if (granted == null && ++tries >= MOST_TRIES) socket.close(EXPIRED, "nobody authenticated");
  }

  private void work(Future<Object> answer) {
    underWay++;
    readOn();
    answer.onComplete(
        done -> {
          underWay--;
          if (done.succeeded()) send(done.result());
          readOn();
        });
  }

  private Future<JsonObject> one(Object message) {
    var method = message instanceof JsonObject json ? json.getValue("method") : null;
    return switch (String.valueOf(method)) {
      case "authenticate" -> own((JsonObject) message, this::authenticate);
      case "live.subscribe" -> own((JsonObject) message, this::subscribe);
      case "live.unsubscribe" -> own((JsonObject) message, this::unsubscribe);
      default -> calls.answer(message, granted == null ? Caller.NOBODY : granted.caller());
    };
  }

  private static Future<JsonObject> own(
      JsonObject message, Function<JsonObject, Future<JsonObject>> handler) {
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
              granted = good.from(address());
              closeAt(Duration.between(Instant.now(), good.until()), "the token expired");
              return new JsonObject().put("user", recruitflow.platform.Json.of(good.caller()));
            })
        .onFailure(e -> refused("live.authenticate", null, Failure.from(e)));
  }

  private String address() {
    return access.address(socket.remoteAddress(), socket.headers());
  }

  private Future<JsonObject> refused(String action, String object, Failure why) {
    var caller = granted == null ? Caller.NOBODY.from(address()) : granted.caller();
    calls.refused(action, caller, object, why);
    return Future.failedFuture(why);
  }

  /** A page asks for all that it can show; what its account may not follow is left out. */
  private Future<JsonObject> subscribe(JsonObject params) {
    var kinds = kinds(params);
    for (var kind : kinds)
      if (!liveKinds.containsKey(kind))
        return refused(
            "live.subscribe", kind, Failure.invalid("kinds", "There is no kind " + kind + "."));
    var roles = granted.caller().roles();
    var followed =
        kinds.stream().filter(kind -> !Collections.disjoint(liveKinds.get(kind), roles)).toList();
    if (followed.isEmpty() && !kinds.isEmpty())
      return refused(
          "live.subscribe",
          String.join(", ", kinds),
          Failure.forbidden("These kinds are not yours to follow."));
    feed.follow(followed);
    return Future.succeededFuture(new JsonObject().put("kinds", new JsonArray(followed)));
  }

  private Future<JsonObject> unsubscribe(JsonObject params) {
    feed.leave(kinds(params));
    return Future.succeededFuture(new JsonObject());
  }

  private static List<String> kinds(JsonObject params) {
    if (!(params.getValue("kinds") instanceof JsonArray kinds)) return List.of();
    return kinds.stream().map(String::valueOf).limit(50).toList();
  }

  /** While the line is full only the kinds are remembered: of these anything may have changed. */
  private void tell(JsonObject event) {
    if (socket.isClosed()) return; // what was gathered for it comes too late
    if (socket.writeQueueFull()) missed.add(event.getString("kind"));
    else send(new JsonObject().put("jsonrpc", "2.0").put("method", "live").put("params", event));
  }

  private void drained() {
    var kinds = List.copyOf(missed);
    missed.clear();
    kinds.forEach(kind -> tell(new JsonObject().put("kind", kind).put("ids", new JsonArray())));
    readOn();
  }

  private void send(Object message) {
    if (message == null || socket.isClosed()) return;
    socket.writeTextMessage(
        message instanceof JsonObject json ? json.encode() : ((JsonArray) message).encode());
  }

  /** More is read when there is room for answers, and not too many are still being made. */
  private void readOn() {
    if (socket.isClosed()) return;
    if (socket.writeQueueFull() || underWay >= RpcCall.MOST_IN_A_BATCH) socket.pause();
    else socket.resume();
  }
}
