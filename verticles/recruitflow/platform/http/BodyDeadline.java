package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * A body that has not arrived by its deadline ends the connection. An idle time-out does not do
 * that: a byte a second keeps the line busy for ever.
 */
public record BodyDeadline(Duration limit) implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext request) {
    var http = request.request();
    if (http.isEnded()) {
      request.next();
      return;
    }
    var timer = request.vertx().setTimer(limit.toMillis(), id -> close(request));
    request.addEndHandler(done -> request.vertx().cancelTimer(timer));
    request.next();
  }

  private static void close(RoutingContext request) {
    if (!request.request().isEnded()) request.request().connection().close();
  }
}
