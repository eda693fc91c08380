package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection on which no request has arrived whole by its deadline ends: the first one, and each
 * next one after an answer. Header bytes that come one by one do not put it off.
 */
final class HeaderDeadline implements Handler<RoutingContext> {

  private static final int SWITCHED = 101;

  private final Vertx vertx;
  private final Duration first;
  private final Duration next;
  private final Map<HttpConnection, Long> waiting = new ConcurrentHashMap<>();

  HeaderDeadline(Vertx vertx, Duration first, Duration next) {
    this.vertx = vertx;
    this.first = first;
    this.next = next;
  }

  /** A new connection. */
  void opened(HttpConnection connection) {
    connection.closeHandler(closed -> stop(connection));
    waitFor(connection, first);
  }

  /** A request has arrived; the wait for the next one begins when it is answered. */
  @Override
  public void handle(RoutingContext request) {
    var connection = request.request().connection();
    stop(connection);
    request.addEndHandler(
        answered -> {
          if (answered.failed() || isWebSocket(request)) return;
          if (request.request().getHeader(HttpHeaders.UPGRADE) != null) connection.close();
          else waitFor(connection, next);
        });
    request.next();
  }

  private static boolean isWebSocket(RoutingContext request) {
    return request.response().getStatusCode() == SWITCHED;
  }

  private void waitFor(HttpConnection connection, Duration limit) {
    stop(connection);
    waiting.put(connection, vertx.setTimer(limit.toMillis(), id -> connection.close()));
  }

  private void stop(HttpConnection connection) {
    var timer = waiting.remove(connection);
    if (timer != null) vertx.cancelTimer(timer);
  }
}
