package recruitflow.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Who is refused before having sent all may not go on sending: it gets the answer, then nothing.
 */
public final class HangUp {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private HangUp() {}

  /** To be called before the answer; the connection ends soon after it if more is still coming. */
  public static void ifStillSending(RoutingContext request) {
    var http = request.request();
    if (http.isEnded()) return;
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    http.resume();
    request.vertx().setTimer(LAST_WORDS.toMillis(), id -> http.connection().close());
  }
}
