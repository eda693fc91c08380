package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** A refusal by Anthropic, with the body and the headers it answers. */
final class AnthropicFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int code;
  final transient Map<String, String> headers;
  private final String type;
  private final String errorCode;

  private AnthropicFailure(
      int code, String type, String message, String errorCode, Map<String, String> headers) {
    super(message, null, false, false);
    this.code = code;
    this.type = type;
    this.errorCode = errorCode;
    this.headers = headers;
  }

  private static AnthropicFailure of(int code, String type, String message) {
    return new AnthropicFailure(code, type, message, null, Map.of());
  }

  static AnthropicFailure invalid(String message) {
    return of(400, "invalid_request_error", message);
  }

  static AnthropicFailure authentication(String message) {
    return of(401, "authentication_error", message);
  }

  static AnthropicFailure billing() {
    return of(402, "billing_error", "Your credit balance is too low.");
  }

  static AnthropicFailure permission() {
    return of(403, "permission_error", "Your API key does not have permission to use this.");
  }

  static AnthropicFailure notFound(String message) {
    return of(404, "not_found_error", message);
  }

  static AnthropicFailure wrongMethod() {
    return of(405, "invalid_request_error", "Method Not Allowed");
  }

  static AnthropicFailure rateLimit(int seconds) {
    var headers = Map.of("retry-after", "" + seconds);
    var message = "This request would exceed your organization's rate limit.";
    return new AnthropicFailure(429, "rate_limit_error", message, null, headers);
  }

  /** Looks like a rate limit and never passes by waiting: no retry-after. */
  static AnthropicFailure spendLimit() {
    var message = "You have reached your specified API usage limits.";
    var code = "enforced_spend_limit_reached";
    return new AnthropicFailure(429, "rate_limit_error", message, code, Map.of());
  }

  static AnthropicFailure internal() {
    return of(500, "api_error", "Internal server error");
  }

  static AnthropicFailure timeout() {
    return of(504, "timeout_error", "Request timed out.");
  }

  static AnthropicFailure overloaded() {
    return of(529, "overloaded_error", "Overloaded");
  }

  JsonObject body(String requestId) {
    var error = new JsonObject().put("type", type).put("message", getMessage());
    if (errorCode != null) error.put("details", new JsonObject().put("error_code", errorCode));
    return new JsonObject().put("type", "error").put("error", error).put("request_id", requestId);
  }
}
