package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** Refuses wrong messages and system texts. */
final class AnthropicMessagesCheck {
  private static final Set<String> BLOCKS =
      Set.of(
          "text",
          "image",
          "document",
          "tool_use",
          "tool_result",
          "thinking",
          "redacted_thinking",
          "search_result");

  private AnthropicMessagesCheck() {}

  static void check(JsonObject request, String version, AnthropicModels.Model model) {
    system(request.getValue("system"));
    if (request.getValue("messages") == null)
      throw AnthropicFailure.invalid("messages: Field required");
    var messages = AnthropicCheck.array(request, "messages");
    if (messages.isEmpty())
      throw AnthropicFailure.invalid("messages: at least one message is required");
    for (var i = 0; i < messages.size(); i++) {
      var at = "messages." + i;
      message(AnthropicCheck.object(messages.getValue(i), at), at, version);
    }
    if (!"user".equals(messages.getJsonObject(0).getString("role")))
      throw AnthropicFailure.invalid("messages: first message must use the \"user\" role");
    var last = messages.getJsonObject(messages.size() - 1).getString("role");
    if (last.equals("assistant") && !model.prefill())
      throw AnthropicFailure.invalid(
          "This model does not support assistant message prefill. The conversation must end with"
              + " a user message.");
  }

  private static void system(Object system) {
    switch (system) {
      case null -> {}
      case String _ -> {}
      case JsonArray blocks -> {
        for (var each : blocks) text(AnthropicCheck.object(each, "system"), "system");
      }
      default -> throw AnthropicFailure.invalid("system: Input should be a valid string");
    }
  }

  private static void message(JsonObject message, String at, String version) {
    for (var field : message.fieldNames())
      if (!Set.of("role", "content").contains(field))
        throw AnthropicFailure.invalid(at + "." + field + ": Extra inputs are not permitted");
    var role = String.valueOf(message.getValue("role"));
    if (!Set.of("user", "assistant", "system").contains(role))
      throw AnthropicFailure.invalid(at + ".role: Input should be 'user' or 'assistant'");
    switch (message.getValue("content")) {
      case null -> throw AnthropicFailure.invalid(at + ".content: Field required");
      case String text when text.isBlank() ->
          throw AnthropicFailure.invalid(at + ": all messages must have non-empty content");
      case String _ -> {}
      case JsonArray blocks -> blocks(blocks, at, role, version);
      default -> throw AnthropicFailure.invalid(at + ".content: Input should be a valid string");
    }
  }

  private static void blocks(JsonArray blocks, String at, String role, String version) {
    if (blocks.isEmpty())
      throw AnthropicFailure.invalid(at + ": all messages must have non-empty content");
    for (var i = 0; i < blocks.size(); i++) {
      var where = at + ".content." + i;
      var block = AnthropicCheck.object(blocks.getValue(i), where);
      var type = block.getString("type", "");
      if (!BLOCKS.contains(type))
        throw AnthropicFailure.invalid(where + ": Input tag '" + type + "' is not expected");
      if (type.equals("text")) text(block, where);
      else AnthropicCheck.cacheControl(block.getValue("cache_control"), where + ".cache_control");
      if (version.equals(AnthropicCheck.NEW_VERSION)) removed(block, where, role, type);
    }
  }

  /** What the version of October 2026 does not take any more. */
  private static void removed(JsonObject block, String where, String role, String type) {
    if (type.equals("document") && role.equals("assistant"))
      throw AnthropicFailure.invalid(where + ": document blocks are not allowed here");
    if (type.equals("text")
        && role.equals("user")
        && !AnthropicCheck.array(block, "citations").isEmpty())
      throw AnthropicFailure.invalid(where + ".citations: not supported on this API version");
  }

  private static void text(JsonObject block, String where) {
    if (!"text".equals(block.getValue("type")))
      throw AnthropicFailure.invalid(where + ".type: Input should be 'text'");
    AnthropicCheck.cacheControl(block.getValue("cache_control"), where + ".cache_control");
    if (!(block.getValue("text") instanceof String text))
      throw AnthropicFailure.invalid(where + ".text: Field required");
    if (text.isBlank())
      throw AnthropicFailure.invalid(where + ": text content blocks must be non-empty");
  }
}
