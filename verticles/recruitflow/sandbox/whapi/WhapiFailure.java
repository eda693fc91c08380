package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonObject;

/** A refusal by Whapi, with the body it answers. */
final class WhapiFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  final int code;
  private final String details;

  WhapiFailure(int code, String message, String details) {
    super(message, null, false, false);
    this.code = code;
    this.details = details;
  }

  static WhapiFailure parameters(String details) {
    return new WhapiFailure(400, "Wrong request parameters", details);
  }

  static WhapiFailure settings(String details) {
    return new WhapiFailure(400, "Wrong settings format", details);
  }

  static WhapiFailure notFound(String what) {
    return new WhapiFailure(404, "Specified " + what + " not found", null);
  }

  JsonObject body() {
    var error = new JsonObject().put("code", code).put("message", getMessage());
    if (details != null) error.put("details", details);
    return new JsonObject().put("error", error);
  }
}
