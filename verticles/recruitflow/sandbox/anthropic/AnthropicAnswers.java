package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.judge.AskedQuestion;
import recruitflow.sandbox.judge.Judgement;
import recruitflow.sandbox.judge.SchemaFill;

/**
 * Writes the model's message. Switches: {@code refusal}, {@code empty_content}, {@code max_tokens},
 * {@code context_exceeded}, {@code thinking_first}, {@code fenced_json}, {@code prose}, {@code
 * broken_json}, {@code foreign_quote}.
 */
final class AnthropicAnswers {
  private static final String NEVER_SAID = "I have sold more than anybody in the whole company.";

  private final Judgement judgement;
  private final AnthropicCache cache;
  private final Predicate<String> switchedOn;
  private final Serial serial = new Serial();

  AnthropicAnswers(Judgement judgement, AnthropicCache cache, Predicate<String> switchedOn) {
    this.judgement = judgement;
    this.cache = cache;
    this.switchedOn = switchedOn;
  }

  /** The answer to a request that was found in order. */
  JsonObject answer(JsonObject request, AnthropicModels.Model model) {
    var content = new JsonArray();
    var stop = "end_turn";
    if (switchedOn.test("refusal")) {
      stop = "refusal";
    } else if (!switchedOn.test("empty_content")) {
      if (thinks(request, model)) content.add(thinking());
      stop = write(content, request);
    }
    var counts = cache.count(request, model.id());
    return new JsonObject()
        .put("id", "msg_sandbox%d".formatted(serial.next()))
        .put("type", "message")
        .put("role", "assistant")
        .put("model", model.id())
        .put("content", content)
        .put("stop_reason", stop)
        .putNull("stop_sequence")
        .put("stop_details", stop.equals("refusal") ? refusal() : null)
        .putNull("container")
        .putNull("diagnostics")
        .put("usage", counts.usage(AnthropicCache.tokens(content.encode())));
  }

  private boolean thinks(JsonObject request, AnthropicModels.Model model) {
    var mode = request.getJsonObject("thinking", new JsonObject()).getString("type", "");
    var on = model.thinks() ? !mode.equals("disabled") : mode.equals("enabled");
    return on || mode.equals("adaptive") || switchedOn.test("thinking_first");
  }

  private static JsonObject thinking() {
    return new JsonObject()
        .put("type", "thinking")
        .put("thinking", "")
        .put("signature", "EqQBsandbox");
  }

  private static JsonObject refusal() {
    return new JsonObject()
        .put("type", "refusal")
        .put("category", "general_harms")
        .putNull("explanation");
  }

  /** Adds what is said and tells why it stopped there. */
  private String write(JsonArray content, JsonObject request) {
    var tool = forcedTool(request);
    if (tool != null) {
      content.add(
          new JsonObject()
              .put("type", "tool_use")
              .put("id", "toolu_sandbox%d".formatted(serial.next()))
              .put("name", tool.getString("name"))
              .put("input", filled(request, tool.getJsonObject("input_schema")))
              .put("caller", new JsonObject().put("type", "direct")));
      return "tool_use";
    }
    var whole = dressed(text(request));
    var room = request.getInteger("max_tokens") * 4;
    if (switchedOn.test("max_tokens")) room = whole.length() / 2;
    var exceeded = switchedOn.test("context_exceeded");
    if (exceeded) room = whole.length() / 2;
    var said = whole.length() > room ? whole.substring(0, room) : whole;
    content.add(new JsonObject().put("type", "text").put("text", said).putNull("citations"));
    if (exceeded) return "model_context_window_exceeded";
    return said.length() < whole.length() ? "max_tokens" : "end_turn";
  }

  private static JsonObject forcedTool(JsonObject request) {
    var tools = request.getJsonArray("tools", new JsonArray());
    var choice = request.getJsonObject("tool_choice", new JsonObject().put("type", "auto"));
    if (tools.isEmpty() || choice.getString("type").equals("none")) return null;
    for (var each : tools) {
      var tool = (JsonObject) each;
      var wanted = choice.getString("name", tool.getString("name"));
      if (tool.getString("name").equals(wanted)) return tool;
    }
    return null;
  }

  private String text(JsonObject request) {
    var format = request.getJsonObject("output_config", new JsonObject()).getJsonObject("format");
    if (format != null) return filled(request, format.getJsonObject("schema")).encode();
    var facts = judgement.facts(AskedQuestion.of(request, null));
    return facts.map(JsonObject::encode).orElse("I read this and have nothing to add.");
  }

  private JsonObject filled(JsonObject request, JsonObject schema) {
    var facts = judgement.facts(AskedQuestion.of(request, schema)).orElseGet(JsonObject::new);
    if (switchedOn.test("foreign_quote")) {
      for (var finding : facts.getJsonArray("criteria", new JsonArray()))
        ((JsonObject) finding).put("quote", NEVER_SAID);
    }
    return SchemaFill.object(schema, facts);
  }

  /** Not everything that is meant to be JSON is bare JSON. */
  private String dressed(String text) {
    if (switchedOn.test("broken_json"))
      return text.replaceFirst("(\"reasoning\":\")", "$1Said \"da, sigur\", then \"poate\". ");
    if (switchedOn.test("fenced_json")) return "```json\n" + text + "\n```";
    if (switchedOn.test("prose"))
      return "Here is the evaluation:\n\n" + text + "\n\nAnything else?";
    return text;
  }
}
