package recruitflow.screening.cvs.files;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.domain.screening.cvs.CvLike.Attachment;

/**
 * Opens envelopes one level deep on a thread of its own: inflating is work for the processor, and
 * what strangers send may be damaged or made to hurt.
 */
final class Unpack {
  private static final Logger log = LoggerFactory.getLogger(Unpack.class);
  private static final long LIMIT_SECONDS = 30;

  private final WorkerExecutor worker;

  Unpack(Vertx vertx) {
    this.worker = vertx.createSharedWorkerExecutor("unpack", 1, LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** What is inside; never fails. */
  Content run(Attachment envelope, Buffer bytes) {
    return worker
        .executeBlocking(() -> open(envelope.contentType(), bytes.getBytes()))
        .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .otherwise(
            e -> {
              log.info(
                  "an envelope of type {} stays closed: {}", envelope.contentType(), e.toString());
              return Content.CLOSED;
            })
        .await();
  }

  private static Content open(String contentType, byte[] bytes) throws Exception {
    return switch (contentType) {
      case "application/zip" -> Zip.open(bytes);
      case "application/vnd.ms-tnef" -> OutlookFiles.ofTnef(bytes);
      case "application/vnd.ms-outlook" -> OutlookFiles.ofMessage(bytes);
      default -> AttachedLetter.open(bytes);
    };
  }
}
