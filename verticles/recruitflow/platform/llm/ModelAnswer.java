package recruitflow.platform.llm;

import io.vertx.core.json.JsonObject;

/** What a model answered, told by why it stopped. */
public sealed interface ModelAnswer {

  /** The model that answered. */
  String model();

  /**
   * It came to its end.
   *
   * @param raw all that the provider answered
   */
  record Complete(String model, String text, JsonObject raw) implements ModelAnswer {}

  /** It ran into a length limit: the text is cut and worth nothing. */
  record Truncated(String model, String stopReason) implements ModelAnswer {}

  /**
   * It declined.
   *
   * @param explanation in the provider's words, may be empty
   */
  record Refused(String model, String explanation) implements ModelAnswer {}
}
