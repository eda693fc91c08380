package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.settings.TrustedProxies;

/**
 * How often one address may ask what needs no login, counted for each second. The login has a
 * throttle of its own, webhooks prove who they are. Belongs to one event loop.
 */
final class StrangersRate implements Handler<RoutingContext> {

  /** What anybody may ask. */
  static final List<String> PATHS =
      List.of(
          "/rpc",
          "/api/about",
          "/api/docs",
          "/api/openapi.json",
          "/api/auth/refresh",
          "/api/auth/logout");

  static final int MOST_IN_A_SECOND = 100;

  private final TrustedProxies proxies;
  private final Map<String, Integer> asked = new HashMap<>();
  private long second;

  StrangersRate(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public void handle(RoutingContext request) {
    var http = request.request();
    var isKnown = http.getHeader("Authorization") != null;
    var address = proxies.client(http.remoteAddress(), http.headers());
    if (isKnown || allows(address, System.nanoTime() / 1_000_000_000)) request.next();
    else RestDoor.refuse(request, Failure.tooMany("Not so often, please.", Duration.ZERO));
  }

  /**
   * @param now in seconds of any clock that goes forward
   */
  boolean allows(String address, long now) {
    if (now != second) {
      asked.clear();
      second = now;
    }
    return asked.merge(address, 1, Integer::sum) <= MOST_IN_A_SECOND;
  }
}
