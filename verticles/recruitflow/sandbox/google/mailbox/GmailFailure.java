package recruitflow.sandbox.google.mailbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A refusal by Gmail, with the body it answers. */
public final class GmailFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public final int code;
  private final String domain;
  private final String reason;
  private final String status;

  private GmailFailure(int code, String domain, String reason, String status, String message) {
    super(message, null, false, false);
    this.code = code;
    this.domain = domain;
    this.reason = reason;
    this.status = status;
  }

  public static GmailFailure invalid(String message) {
    return new GmailFailure(400, "global", "invalidArgument", "INVALID_ARGUMENT", message);
  }

  public static GmailFailure notFound() {
    var message = "Requested entity was not found.";
    return new GmailFailure(404, "global", "notFound", "NOT_FOUND", message);
  }

  static GmailFailure conflict(String message) {
    return new GmailFailure(409, "global", "aborted", "ABORTED", message);
  }

  public static GmailFailure credentials() {
    return new GmailFailure(401, "global", "authError", "UNAUTHENTICATED", "Invalid Credentials");
  }

  public static GmailFailure quota() {
    var message =
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of"
            + " service 'gmail.googleapis.com' for consumer 'project_number:0'.";
    return new GmailFailure(403, "usageLimits", "rateLimitExceeded", "PERMISSION_DENIED", message);
  }

  public static GmailFailure concurrency() {
    var message = "Too many concurrent requests for user";
    return new GmailFailure(429, "usageLimits", "rateLimitExceeded", "RESOURCE_EXHAUSTED", message);
  }

  public static GmailFailure permission() {
    var message = "Request had insufficient authentication scopes.";
    return new GmailFailure(403, "global", "insufficientPermissions", "PERMISSION_DENIED", message);
  }

  public static GmailFailure backend() {
    return new GmailFailure(
        500, "global", "backendError", "INTERNAL", "Internal error encountered.");
  }

  public JsonObject body() {
    var detail = new JsonObject().put("message", getMessage());
    detail.put("domain", domain).put("reason", reason);
    if (code == 401) detail.put("locationType", "header").put("location", "Authorization");
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("code", code)
                .put("message", getMessage())
                .put("errors", new JsonArray().add(detail))
                .put("status", status));
  }
}
