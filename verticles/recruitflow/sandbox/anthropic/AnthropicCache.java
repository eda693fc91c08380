package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers beginnings of requests that were marked for caching, and counts what was written to and
 * read from the cache. Beginnings that are too short are silently not kept.
 */
final class AnthropicCache {

  /** Token counts of one request. */
  record Counts(int uncached, int written, int writtenForAnHour, int read) {

    JsonObject usage(int outputTokens) {
      var creation = new JsonObject().put("ephemeral_5m_input_tokens", written - writtenForAnHour);
      creation.put("ephemeral_1h_input_tokens", writtenForAnHour);
      return new JsonObject()
          .put("input_tokens", uncached)
          .put("output_tokens", outputTokens)
          .put("cache_creation_input_tokens", written)
          .put("cache_read_input_tokens", read)
          .put("cache_creation", creation)
          .putNull("output_tokens_details")
          .putNull("server_tool_use")
          .put("service_tier", "standard")
          .putNull("inference_geo")
          .putNull("speed");
    }
  }

  private final Supplier<Instant> clock;
  private final Map<String, Instant> kept = new HashMap<>();

  /**
   * @param clock real time
   */
  AnthropicCache(Supplier<Instant> clock) {
    this.clock = clock;
  }

  static int tokens(String text) {
    return (text.length() + 3) / 4;
  }

  Counts count(JsonObject request, String model) {
    var beginning = new StringBuilder();
    var marked = new Marked(request.getJsonObject("cache_control"), 0);
    for (var part : parts(request)) {
      var mark = mark(part);
      var bare = part instanceof JsonObject object ? object.copy() : part;
      if (bare instanceof JsonObject object) object.remove("cache_control");
      beginning.append(bare);
      if (mark != null) marked = new Marked(mark, beginning.length());
    }
    var all = tokens(beginning.toString());
    if (marked.control() == null) return new Counts(all, 0, 0, 0);
    var length = marked.length() == 0 ? beginning.length() : marked.length();
    return counts(model + beginning.substring(0, length), marked.control(), model, all);
  }

  private record Marked(JsonObject control, int length) {}

  private Counts counts(String prefix, JsonObject control, String model, int all) {
    var size = tokens(prefix);
    if (size < least(model)) return new Counts(all, 0, 0, 0);
    var hour = "1h".equals(control.getString("ttl"));
    var until = kept.get(prefix);
    var now = clock.get();
    kept.put(prefix, now.plus(hour ? Duration.ofHours(1) : Duration.ofMinutes(5)));
    var rest = Math.max(0, all - size);
    if (until != null && until.isAfter(now)) return new Counts(rest, 0, 0, size);
    return new Counts(rest, size, hour ? size : 0, 0);
  }

  /** Tools, then system, then messages, block by block. */
  private static JsonArray parts(JsonObject request) {
    var parts = new JsonArray();
    parts.addAll(request.getJsonArray("tools", new JsonArray()));
    append(parts, request.getValue("system"));
    for (var message : request.getJsonArray("messages"))
      append(parts, ((JsonObject) message).getValue("content"));
    return parts;
  }

  private static void append(JsonArray parts, Object content) {
    if (content instanceof JsonArray blocks) parts.addAll(blocks);
    else if (content != null) parts.add(content);
  }

  private static JsonObject mark(Object part) {
    return part instanceof JsonObject block ? block.getJsonObject("cache_control") : null;
  }

  private static int least(String model) {
    return switch (model) {
      case "claude-opus-5", "claude-fable-5" -> 512;
      case "claude-opus-4-7" -> 2048;
      case "claude-opus-4-6", "claude-opus-4-5", "claude-haiku-4-5-20251001" -> 4096;
      default -> 1024;
    };
  }
}
