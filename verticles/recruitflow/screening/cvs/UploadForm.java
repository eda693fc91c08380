package recruitflow.screening.cvs;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import recruitflow.domain.screening.cvs.CvLike;
import recruitflow.platform.files.FileStore.Stored;
import recruitflow.platform.operations.Failure;

/**
 * The one file of a multipart form, read into memory as far as it may be large: an upload that
 * breaks off leaves nothing behind. The request is held until somebody wants to read it.
 */
final class UploadForm {
  private static final long ROOM_FOR_THE_FORM = 64 * 1024;

  private final HttpServerRequest request;
  private final Promise<Uploaded> read = Promise.promise();
  private Uploaded first;
  private long received;

  UploadForm(HttpServerRequest request) {
    this.request = request.pause();
    if (isForm(request)) request.setExpectMultipart(true).uploadHandler(this::file);
    request.handler(this::count);
    request.exceptionHandler(this::broken);
    request.endHandler(v -> finish());
  }

  /** A file as the browser named it. */
  record Uploaded(String fileName, Buffer content) {
    JsonObject stored(Stored file) {
      return new JsonObject()
          .put("fileName", fileName)
          .put("hash", file.hash())
          .put("size", file.size());
    }
  }

  /** The file, or a {@link Failure}: too large, or there is none. */
  Future<Uploaded> read() {
    request.resume();
    return read.future();
  }

  private static boolean isForm(HttpServerRequest request) {
    var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private void broken(Throwable e) {
    var gone = e instanceof HttpClosedException;
    read.tryFail(gone ? e : Failure.badRequest("The form cannot be read."));
  }

  private void file(HttpServerFileUpload upload) {
    if (first != null || !upload.name().equals("file")) {
      upload.handler(part -> {});
      return;
    }
    first = new Uploaded(upload.filename(), Buffer.buffer());
    upload.handler(
        part -> {
          if (first.content().length() + part.length() > CvLike.LARGEST) tooLarge();
          else first.content().appendBuffer(part);
        });
  }

  private void count(Buffer part) {
    received += part.length();
    if (received > CvLike.LARGEST + ROOM_FOR_THE_FORM) tooLarge();
  }

  private void tooLarge() {
    read.tryFail(Failure.tooLarge("A CV may have 25 MB."));
  }

  private void finish() {
    if (first == null) read.tryFail(Failure.invalid("file", "A file is needed."));
    else read.tryComplete(first);
  }
}
