package recruitflow.sandbox.anthropic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** The same message as a stream of events. */
final class AnthropicEvents {
  private final Buffer stream = Buffer.buffer();

  private AnthropicEvents() {}

  static Buffer of(JsonObject message) {
    var events = new AnthropicEvents();
    var start = message.copy().putNull("stop_reason").putNull("stop_details");
    start.getJsonArray("content").clear();
    events.add("message_start", new JsonObject().put("message", start));
    events.add("ping", new JsonObject());
    var content = message.getJsonArray("content");
    for (var i = 0; i < content.size(); i++) events.block(i, content.getJsonObject(i));
    var delta =
        new JsonObject()
            .put("stop_reason", message.getString("stop_reason"))
            .put("stop_sequence", message.getString("stop_sequence"))
            .put("stop_details", message.getJsonObject("stop_details"))
            .putNull("container");
    events.add(
        "message_delta",
        new JsonObject().put("delta", delta).put("usage", message.getJsonObject("usage")));
    events.add("message_stop", new JsonObject());
    return events.stream;
  }

  private void block(int index, JsonObject block) {
    var empty = block.copy();
    var delta = new JsonObject();
    switch (block.getString("type")) {
      case "text" -> {
        empty.put("text", "");
        delta.put("type", "text_delta").put("text", block.getString("text"));
      }
      case "tool_use" -> {
        empty.put("input", new JsonObject());
        delta.put("type", "input_json_delta");
        delta.put("partial_json", block.getJsonObject("input").encode());
      }
      default ->
          delta.put("type", "signature_delta").put("signature", block.getString("signature"));
    }
    add("content_block_start", new JsonObject().put("index", index).put("content_block", empty));
    add("content_block_delta", new JsonObject().put("index", index).put("delta", delta));
    add("content_block_stop", new JsonObject().put("index", index));
  }

  private void add(String type, JsonObject data) {
    var typed = new JsonObject().put("type", type).mergeIn(data);
    stream.appendString("event: " + type + "\ndata: " + typed.encode() + "\n\n");
  }
}
