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
    of(request, limit);
    request.next();
  }

  /** From now on the body has so long. */
  public static void of(RoutingContext request, Duration limit) {
    if (request.request().isEnded()) return;
    var timer = request.vertx().setTimer(limit.toMillis(), id -> close(request));
    request.addEndHandler(done -> request.vertx().cancelTimer(timer));
  }

  private static void close(RoutingContext request) {
    if (!request.request().isEnded()) request.request().connection().close();
  }
}
