package recruitflow.platform;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

  /**
   * Looks before anything is started: 0 is any free one.
   *
   * @throws CannotStart when somebody listens there
   */
  public static void unlessFree(String setting, String host, int port) {
    if (port == 0) return;
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw taken(setting, host, port, e);
    }
  }

  private static CannotStart taken(String setting, String host, int port, Throwable cause) {
    var why = cause.getMessage();
    return new CannotStart(
        "RecruitFlow cannot listen on %s:%d (%s): end what listens there, or change %s."
            .formatted(host, port, why, setting),
        cause);
  }

  /** A port that cannot be had becomes a sentence that names it and its setting. */
  public static <T> Function<Throwable, Future<T>> without(String setting, String host, int port) {
    return cause ->
        Future.failedFuture(
            cause instanceof BindException || cause instanceof UnresolvedAddressException
                ? taken(setting, host, port, cause)
                : cause);
  }
}
