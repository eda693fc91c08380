package recruitflow.platform.http.bodies;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import recruitflow.platform.http.BodyDeadline;
import recruitflow.platform.operations.Failure;

/**
 * Reads a body when it is known who sends it and where to: the request is paused until then, so
 * that a refused one costs no memory.
 *
 * @param budget what all bodies together may take
 */
public record Bodies(BodyBudget budget) {

  /** What somebody may send who has not said who he is. */
  public static final long LARGEST_OF_STRANGERS = 16 * 1024;

  /** What the body may be, and by when it must be here. */
  public record Limits(long largest, Duration deadline, boolean known) {}

  /**
   * The whole body.
   *
   * @return fails as too large, as unavailable while all bodies together take too much, or as the
   *     connection did
   */
  public Future<Buffer> read(RoutingContext context, Limits limits) {
    var request = context.request();
    if (announced(request) > limits.largest()) return Future.failedFuture(tooLarge(limits));
    var share = budget.share(context, limits.known());
    var read = Promise.<Buffer>promise();
    var body = Buffer.buffer();
    request.handler(
        part -> {
          if (read.future().isComplete()) return;
          if (body.length() + part.length() > limits.largest()) read.fail(tooLarge(limits));
          else if (!share.take(part.length())) read.fail(full());
          else body.appendBuffer(part);
        });
    request.exceptionHandler(read::tryFail);
    request.endHandler(end -> read.tryComplete(body));
    BodyDeadline.of(context, limits.deadline());
    letCome(request);
    return read.future();
  }

  /** The same for a JSON body, which must say that it is one unless it is empty. */
  public Future<Buffer> readJson(RoutingContext context, Limits limits) {
    if (hasBody(context.request()) && !saysJson(context.request()))
      return Future.failedFuture(Failure.unsupported("The body must be application/json."));
    return read(context, limits);
  }

  /** Lets the body come, first telling a sender that waits for the word. */
  static void letCome(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT)))
      request.response().writeContinue();
    request.resume();
  }

  /** The answer while the bodies of all requests together take too much. */
  static Failure full() {
    return Failure.unavailable("bodies", "Too much is being sent at once. Please try again.");
  }

  /** The length that the sender announces, 0 when it does not. */
  static long announced(HttpServerRequest request) {
    var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private static boolean hasBody(HttpServerRequest request) {
    return announced(request) > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static boolean saysJson(HttpServerRequest request) {
    var types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
    if (types.size() != 1) return false;
    var type = types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json");
  }

  private static Failure tooLarge(Limits limits) {
    var largest = limits.largest();
    var words = largest >= 1 << 20 ? (largest >> 20) + " MB" : (largest >> 10) + " kB";
    return Failure.tooLarge("The body may have at most " + words + ".");
  }
}
