package recruitflow.platform;

import io.vertx.core.Future;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Function;

/** Why the server cannot start, in one sentence that tells whoever starts it what to do. */
public class CannotStart extends RuntimeException {

  public CannotStart(String sentence) {
    super(sentence);
  }

  /**
   * @param cause goes to the log
   */
  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** A port that cannot be had becomes a sentence that names it and its setting. */
  public static <T> Function<Throwable, Future<T>> without(String setting, String host, int port) {
    return cause ->
        Future.failedFuture(
            cause instanceof BindException || cause instanceof UnresolvedAddressException
                ? new CannotStart(
                    "RecruitFlow cannot listen on %s:%d (%s): end what listens there, or change %s."
                        .formatted(host, port, cause.getMessage(), setting),
                    cause)
                : cause);
  }
}
