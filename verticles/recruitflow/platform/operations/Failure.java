package recruitflow.platform.operations;

import io.vertx.core.VertxException;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Why an operation was refused or could not be done: a small closed set, one table from it to
 * status codes.
 */
public final class Failure extends RuntimeException {

  /** The kinds of failure with their HTTP status and JSON-RPC code. */
  public enum Kind {
    BAD_REQUEST(400, -32600),
    UNAUTHORIZED(401, -32001),
    FORBIDDEN(403, -32003),
    NOT_FOUND(404, -32004),
    CONFLICT(409, -32009),
    NOT_CONFIGURED(409, -32010),
    TOO_LARGE(413, -32013),
    UNSUPPORTED(415, -32600),
    INVALID(422, -32602),
    TOO_MANY(429, -32029),
    INTERNAL(500, -32603),
    UNAVAILABLE(503, -32053);

    private final int status;
    private final int rpcCode;

    Kind(int status, int rpcCode) {
      this.status = status;
      this.rpcCode = rpcCode;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The JSON-RPC error code. */
    public int rpcCode() {
      return rpcCode;
    }

    /** As it is told: {@code not_found}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How the database client begins to say that a pooled connection was cut meanwhile. */
  private static final String LINE_CUT = "Connection is not active";

  /** And that none became free, or could be made, in time. */
  private static final String NO_LINE = "Timeout";

  private final Kind kind;
  private final JsonObject details;

  private Failure(Kind kind, String message, JsonObject details) {
    super(message);
    this.kind = kind;
    this.details = details;
  }

  /**
   * The same with a code for why, from which screens take their words in other languages.
   *
   * @param reason in small letters, such as {@code password_known}
   */
  public Failure because(String reason) {
    return new Failure(kind, getMessage(), details.copy().put("reason", reason));
  }

  /** The thing asked for is not there, or not for the caller. */
  public static Failure notFound(String what) {
    return new Failure(Kind.NOT_FOUND, "There is no such " + what + ".", new JsonObject());
  }

  /** One field is wrong. */
  public static Failure invalid(String field, String message) {
    return invalid(Map.of(field, message));
  }

  /** Fields are wrong: name to message. */
  public static Failure invalid(Map<String, String> fields) {
    var told = new JsonObject();
    fields.forEach(told::put);
    return new Failure(
        Kind.INVALID,
        fields.size() == 1 ? fields.values().iterator().next() : "Some fields need attention.",
        new JsonObject().put("fields", told));
  }

  /** The request cannot be understood at all. */
  public static Failure badRequest(String message) {
    return new Failure(Kind.BAD_REQUEST, message, new JsonObject());
  }

  /** The state of things does not allow it. */
  public static Failure conflict(String message) {
    return new Failure(Kind.CONFLICT, message, new JsonObject());
  }

  /** Somebody else changed the record; {@code current} is how it stands now. */
  public static Failure conflict(String message, JsonObject current) {
    return new Failure(Kind.CONFLICT, message, new JsonObject().put("current", current));
  }

  /** It needs a provider whose keys are not set. */
  public static Failure notConfigured(String provider) {
    var details = new JsonObject().put("provider", provider);
    return new Failure(
        Kind.NOT_CONFIGURED, "The provider " + provider + " is not configured.", details);
  }

  /** The same with a code and what stands in the sentence, for those who translate it. */
  public static Failure conflict(String message, String reason, Map<String, String> params) {
    var details =
        new JsonObject().put("reason", reason).put("params", new JsonObject(Map.copyOf(params)));
    return new Failure(Kind.CONFLICT, message, details);
  }

  /** One more detail for the caller, such as the id of what is to be put right. */
  public Failure with(String name, Object value) {
    details.put(name, value);
    return this;
  }

  /** The caller is known but may not. */
  public static Failure forbidden(String message) {
    return new Failure(Kind.FORBIDDEN, message, new JsonObject());
  }

  /** The caller is not known. */
  public static Failure unauthorized(String message) {
    return new Failure(Kind.UNAUTHORIZED, message, new JsonObject());
  }

  /** More bytes than we take. */
  public static Failure tooLarge(String message) {
    return new Failure(Kind.TOO_LARGE, message, new JsonObject());
  }

  /** A body of a kind that we do not read. */
  public static Failure unsupported(String message) {
    return new Failure(Kind.UNSUPPORTED, message, new JsonObject());
  }

  /** Asked too often; try again after the pause. */
  public static Failure tooMany(String message, Duration pause) {
    return new Failure(
        Kind.TOO_MANY, message, new JsonObject().put("retryAfterSeconds", pause.toSeconds() + 1));
  }

  /** Something outside (a provider, the database) does not answer. */
  public static Failure unavailable(String what, String message) {
    return new Failure(Kind.UNAVAILABLE, message, new JsonObject().put("part", what));
  }

  /** What a thrown thing means to a caller; our own mistakes tell nothing of the inside. */
  public static Failure from(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> failure;
      case PgException pg when pg.getSqlState() != null && pg.getSqlState().startsWith("23") ->
          conflict("The change contradicts what is already stored.");
      case PgException pg when pg.getSqlState() != null && pg.getSqlState().startsWith("22") ->
          badRequest("A value is outside of what can be stored.");
      case PgException pg when "57014".equals(pg.getSqlState()) ->
          unavailable("database", "The database took too long. Please try again.");
      case PgException pg when pg.getSqlState() != null && pg.getSqlState().startsWith("57") ->
          unavailable("database", "The database is restarting. Please try again.");
      case SocketException _, TimeoutException _, ClosedConnectionException _ -> away();
      case ClosedChannelException _ -> away();
      case ConnectionPoolTooBusyException _ -> away();
      case VertxException e when saysThatNoLineIsThere(e) -> away();
      case ReplyException _ -> away();
      default -> internal(thrown);
    };
  }

  /** The database client has no types for these, only words. */
  private static boolean saysThatNoLineIsThere(VertxException e) {
    var said = String.valueOf(e.getMessage());
    return said.startsWith(LINE_CUT) || said.startsWith(NO_LINE);
  }

  private static Failure internal(Throwable thrown) {
    var failure = new Failure(Kind.INTERNAL, "Something went wrong on our side.", new JsonObject());
    failure.initCause(thrown); // for the log; the caller sees nothing of it
    return failure;
  }

  private static Failure away() {
    return unavailable("database", "A part of the server does not answer. Please try again.");
  }

  /** Reads what {@link #toJson} wrote. */
  public static Failure of(JsonObject json) {
    var kind = Kind.valueOf(json.getString("code").toUpperCase(java.util.Locale.ROOT));
    var details = json.copy();
    details.remove("code");
    details.remove("message");
    return new Failure(kind, json.getString("message"), details);
  }

  /** {@code {code, message, fields?, current?, …}}. */
  public JsonObject toJson() {
    return new JsonObject().put("code", kind.word()).put("message", getMessage()).mergeIn(details);
  }

  /** Which kind it is. */
  public Kind kind() {
    return kind;
  }

  /** True when a person must look at the log. */
  public boolean isOurFault() {
    return kind == Kind.INTERNAL;
  }
}
