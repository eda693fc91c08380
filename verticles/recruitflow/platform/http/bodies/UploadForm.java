package recruitflow.platform.http.bodies;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import recruitflow.platform.http.BodyDeadline;
import recruitflow.platform.operations.Failure;

/**
 * The one file of a multipart form, in its field {@code file}, read into memory as far as it may be
 * large: an upload that breaks off leaves nothing behind.
 */
public final class UploadForm {

  private static final long ROOM_FOR_THE_FORM = 64 * 1024;

  private final HttpServerRequest request;
  private final BodyBudget.Share share;
  private final Limits limits;
  private final Promise<Optional<Uploaded>> read = Promise.promise();
  private Uploaded first;
  private long received;

  private UploadForm(RoutingContext context, BodyBudget budget, Limits limits) {
    this.request = context.request();
    this.share = budget.share(context, true);
    this.limits = limits;
  }

  /**
   * What an upload may be.
   *
   * @param largest of the file, in bytes
   * @param tooLarge what to say of a larger one
   */
  public record Limits(long largest, String tooLarge, Duration deadline) {}

  /** A file as the browser named it. */
  public record Uploaded(String fileName, Buffer content) {}

  /**
   * The file of a request that was paused until now; other fields are then found with the request.
   *
   * @return empty without a file; fails as too large, or a bad request when it is no form
   */
  public static Future<Optional<Uploaded>> read(
      RoutingContext context, BodyBudget budget, Limits limits) {
    if (!isForm(context.request()))
      return Future.failedFuture(
          Failure.badRequest("The body must be multipart/form-data with a boundary."));
    if (Bodies.announced(context.request()) > limits.largest() + ROOM_FOR_THE_FORM)
      return Future.failedFuture(Failure.tooLarge(limits.tooLarge()));
    return new UploadForm(context, budget, limits).begin(context);
  }

  private Future<Optional<Uploaded>> begin(RoutingContext context) {
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException e) { // whatever is wrong with the type's parameters
      return Future.failedFuture(unreadable());
    }
    request.uploadHandler(this::file);
    request.handler(this::count);
    request.exceptionHandler(this::broken);
    request.endHandler(end -> finish());
    BodyDeadline.of(context, limits.deadline());
    Bodies.letCome(request);
    return read.future();
  }

  private static boolean isForm(HttpServerRequest request) {
    var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private static Failure unreadable() {
    return Failure.badRequest("The form cannot be read.");
  }

  private void broken(Throwable e) {
    read.tryFail(e instanceof HttpClosedException ? e : unreadable());
  }

  private void file(HttpServerFileUpload upload) {
    if (first != null || !upload.name().equals("file")) {
      upload.handler(part -> {});
      return;
    }
    first = new Uploaded(upload.filename(), Buffer.buffer());
    upload.handler(this::keep);
  }

  private void keep(Buffer part) {
    if (read.future().isComplete()) return;
    if (first.content().length() + part.length() > limits.largest()) tooLarge();
    else if (!share.take(part.length())) read.fail(Bodies.full());
    else first.content().appendBuffer(part);
  }

  private void count(Buffer part) {
    received += part.length();
    if (received > limits.largest() + ROOM_FOR_THE_FORM) tooLarge();
  }

  private void tooLarge() {
    read.tryFail(Failure.tooLarge(limits.tooLarge()));
  }

  private void finish() {
    read.tryComplete(Optional.ofNullable(first));
  }
}
