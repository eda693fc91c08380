package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Refuses wrong messages and system texts, once their outer form was found in order. */
final class AnthropicMessagesCheck {
  private AnthropicMessagesCheck() {}

  static void check(JsonObject request, String version, AnthropicModels.Model model) {
    var system = AnthropicForms.objects(request, "system");
    for (var i = 0; i < system.size(); i++) system(system.get(i), "system." + i);
    var messages = AnthropicForms.objects(request, "messages");
    if (messages.isEmpty())
      throw AnthropicFailure.invalid("messages: at least one message is required");
    for (var i = 0; i < messages.size(); i++) message(messages.get(i), "messages." + i, version);
    if (!"user".equals(messages.getFirst().getString("role")))
      throw AnthropicFailure.invalid("messages: first message must use the \"user\" role");
    if (messages.getLast().getString("role").equals("assistant") && !model.prefill())
      throw AnthropicFailure.invalid(
          "This model does not support assistant message prefill. The conversation must end with"
              + " a user message.");
  }

  private static void system(JsonObject block, String at) {
    if (!"text".equals(block.getValue("type")))
      throw AnthropicFailure.invalid(at + ".type: Input should be 'text'");
    AnthropicForms.check("block_text", block, at);
    refuseBlank(block, at);
  }

  private static void message(JsonObject message, String at, String version) {
    var content = message.getValue("content");
    var empty =
        content instanceof JsonArray blocks ? blocks.isEmpty() : content.toString().isBlank();
    if (empty) throw AnthropicFailure.invalid(at + ": all messages must have non-empty content");
    var blocks = AnthropicForms.objects(message, "content");
    for (var i = 0; i < blocks.size(); i++) {
      var where = at + ".content." + i;
      AnthropicForms.checkTagged("block_", blocks.get(i), where, null);
      if (blocks.get(i).getString("type").equals("text")) refuseBlank(blocks.get(i), where);
      if (version.equals(AnthropicCheck.NEW_VERSION))
        removed(blocks.get(i), where, message.getString("role"));
    }
  }

  private static void refuseBlank(JsonObject block, String at) {
    if (block.getString("text").isBlank())
      throw AnthropicFailure.invalid(at + ": text content blocks must be non-empty");
  }

  /** What the version of October 2026 does not take any more. */
  private static void removed(JsonObject block, String where, String role) {
    var type = block.getString("type");
    if (type.equals("document") && role.equals("assistant"))
      throw AnthropicFailure.invalid(where + ": document blocks are not allowed here");
    if (type.equals("text")
        && role.equals("user")
        && !AnthropicForms.objects(block, "citations").isEmpty())
      throw AnthropicFailure.invalid(where + ".citations: not supported on this API version");
  }
}
