package recruitflow.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import recruitflow.platform.operations.Failure;

/**
 * Refuses what two servers in a row might read differently, and ends the connection: what follows
 * on it may be the smuggled second half.
 *
 * @param next sees only requests that can be read in one way
 */
record WireCheck(Handler<HttpServerRequest> next) implements Handler<HttpServerRequest> {

  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;

  @Override
  public void handle(HttpServerRequest request) {
    if (isSound(request)) next.handle(request);
    else refuse(request, 400);
  }

  /** What cannot be decoded at all. */
  static void undecodable(HttpServerRequest request) {
    refuse(
        request,
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException _ -> URI_TOO_LONG;
          case TooLongHttpHeaderException _ -> HEADERS_TOO_LARGE;
          case null, default -> 400;
        });
  }

  private static boolean isSound(HttpServerRequest request) {
    return hasOneHost(request)
        && hasOneLength(request)
        && isNoOtherProtocol(request.headers())
        && request.authority() != null;
  }

  private static boolean hasOneHost(HttpServerRequest request) {
    var hosts = request.headers().getAll(HttpHeaders.HOST);
    return hosts.size() == 1 && !hosts.getFirst().isBlank();
  }

  /** Either a length in digits, or chunks and nothing but chunks. */
  private static boolean hasOneLength(HttpServerRequest request) {
    var lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (codings.isEmpty())
      return lengths.isEmpty() || lengths.size() == 1 && lengths.getFirst().matches("[0-9]{1,18}");
    return lengths.isEmpty()
        && codings.size() == 1
        && codings.getFirst().equalsIgnoreCase("chunked")
        && request.version() == HttpVersion.HTTP_1_1;
  }

  /**
   * A WebSocket may be asked for. Any other protocol is an offer that we do not take (RFC 9110,
   * 7.8): common clients offer HTTP/2 with each first request.
   */
  private static boolean isNoOtherProtocol(MultiMap headers) {
    var upgrades = headers.getAll(HttpHeaders.UPGRADE);
    if (upgrades.isEmpty() || upgrades.equals(List.of("websocket"))) return true;
    headers.remove(HttpHeaders.UPGRADE);
    return upgrades.stream()
        .noneMatch(offer -> offer.toLowerCase(Locale.ROOT).contains("websocket"));
  }

  private static void refuse(HttpServerRequest request, int status) {
    var failure = Failure.badRequest("The request cannot be understood.");
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(new JsonObject().put("error", failure.toJson()).toBuffer())
        .onComplete(sent -> request.connection().close());
  }
}
