package recruitflow.platform.providers;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;

/** Why a provider did not do what we asked, told by what we know about whether it acted. */
public abstract sealed class ProviderFailure extends RuntimeException {

  private static final int SHOWN = 500;

  private final String provider;

  private ProviderFailure(String provider, String message, Throwable cause) {
    super(provider + ": " + message, cause, false, false);
    this.provider = provider;
  }

  /** Which provider it was. */
  public String provider() {
    return provider;
  }

  private static String shown(Buffer body) {
    var text = body == null ? "" : body.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Nothing left the house: no connection came about. Safe to repeat. */
  public static final class NotSent extends ProviderFailure {
    public NotSent(String provider, String what, Throwable cause) {
      super(provider, what + ": not reached (" + cause.getMessage() + ")", cause);
    }
  }

  /** 429: it did not act; ask again no earlier than told. */
  public static sealed class RateLimited extends ProviderFailure {
    private final transient Optional<Duration> retryAfter;
    private final transient Buffer body;

    public RateLimited(String provider, Optional<Duration> retryAfter, Buffer body) {
      super(provider, "too many requests", null);
      this.retryAfter = retryAfter;
      this.body = body;
    }

    /** The pause it asked for, at most an hour. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }

    /** Its words: a quota that never heals looks like a rate limit. */
    public Buffer body() {
      return body;
    }
  }

  /** It was not even asked: it wants a pause that is not over. Waiting for that costs nothing. */
  public static final class Paused extends RateLimited {
    private final transient Duration left;

    public Paused(String provider, Duration left) {
      super(provider, Optional.of(left), null);
      this.left = left;
    }

    /** Until the pause is over. */
    public Duration left() {
      return left;
    }
  }

  /** Another 4xx: it did not act, and asking the same again is useless. */
  public static final class Refused extends ProviderFailure {
    private final int status;
    private final transient Buffer body;

    public Refused(String provider, int status, Buffer body) {
      super(provider, "refused with " + status + " " + shown(body), null);
      this.status = status;
      this.body = body;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** Its words. */
    public Buffer body() {
      return body;
    }
  }

  /** 5xx: it may have acted. */
  public static final class Down extends ProviderFailure {
    private final int status;
    private final transient Optional<Duration> retryAfter;
    private final transient Buffer body;

    public Down(String provider, int status, Optional<Duration> retryAfter, Buffer body) {
      super(provider, "failed with " + status, null);
      this.status = status;
      this.retryAfter = retryAfter;
      this.body = body;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The pause it asked for, at most an hour. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }

    /** Its words. */
    public Buffer body() {
      return body;
    }
  }

  /** The request left and no whole answer came: it may have acted. */
  public static final class Lost extends ProviderFailure {
    public Lost(String provider, String what, Throwable cause) {
      super(provider, what + ": no answer (" + cause.getMessage() + ")", cause);
    }
  }

  /** A 2xx whose content is not what was promised: it may have acted. */
  public static final class Malformed extends ProviderFailure {
    public Malformed(String provider, String what) {
      super(provider, what, null);
    }
  }
}
