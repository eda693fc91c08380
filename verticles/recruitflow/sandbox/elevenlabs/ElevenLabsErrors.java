package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** The bodies with which ElevenLabs refuses. */
final class ElevenLabsErrors {
  /** A refusal on its way to the client. */
  static final class Refusal extends RuntimeException {
    final int status;
    final transient JsonObject body;

    Refusal(int status, JsonObject body) {
      super(null, null, false, false);
      this.status = status;
      this.body = body;
    }
  }

  private ElevenLabsErrors() {}

  static Refusal unauthorized(boolean missing) {
    return missing
        ? refusal(401, "authentication_error", "needs_authorization", "An API key is needed.", null)
        : refusal(401, "authentication_error", "invalid_api_key", "Invalid API key", null);
  }

  static Refusal notFound(String what, String param) {
    var message = what.replace('_', ' ') + " not found";
    return refusal(404, "not_found", what + "_not_found", message, param);
  }

  static Refusal invalid(String code, String message, String param) {
    return refusal(400, "invalid_request", code, message, param);
  }

  static Refusal tooManyCalls() {
    return refusal(
        429,
        "rate_limit_error",
        "concurrent_limit_exceeded",
        "Too many concurrent calls for this subscription.",
        null);
  }

  private static Refusal refusal(
      int status, String type, String code, String message, String param) {
    var detail =
        new JsonObject()
            .put("type", type)
            .put("code", code)
            .put("message", message)
            .put("status", code)
            .put("request_id", UUID.randomUUID().toString().replace("-", ""))
            .put("param", param);
    return new Refusal(status, new JsonObject().put("detail", detail));
  }

  /** The form in which FastAPI refuses a body or a query. */
  static Refusal unprocessable(JsonArray errors) {
    return new Refusal(422, new JsonObject().put("detail", errors));
  }

  static JsonObject problem(JsonArray loc, String type, String message) {
    return new JsonObject().put("loc", loc).put("msg", message).put("type", type);
  }
}
