package recruitflow.platform.llm;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What the Anthropic API says beside the text: why it stopped and what it cost. */
record WireResponse(JsonObject json) {

  /** The four counts that are billed. */
  record Usage(int input, int output, int cacheWritten, int cacheRead) {}

  static WireResponse of(String body) {
    return new WireResponse(new JsonObject(body));
  }

  String stopReason() {
    return json.getValue("stop_reason") instanceof String reason ? reason : "";
  }

  String model(String asked) {
    return json.getValue("model") instanceof String model && !model.isBlank() ? model : asked;
  }

  String explanation() {
    return json.getValue("stop_details") instanceof JsonObject details
            && details.getValue("explanation") instanceof String explanation
        ? explanation
        : "";
  }

  Usage usage() {
    var usage =
        Optional.of(json).map(j -> j.getValue("usage")).filter(JsonObject.class::isInstance);
    var counts = usage.map(JsonObject.class::cast).orElseGet(JsonObject::new);
    return new Usage(
        count(counts, "input_tokens"),
        count(counts, "output_tokens"),
        count(counts, "cache_creation_input_tokens"),
        count(counts, "cache_read_input_tokens"));
  }

  private static int count(JsonObject counts, String name) {
    return counts.getValue(name) instanceof Number number ? Math.max(0, number.intValue()) : 0;
  }
}
