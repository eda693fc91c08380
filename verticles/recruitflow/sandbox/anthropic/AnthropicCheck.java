package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Refuses what the Messages API refuses, in its words. */
final class AnthropicCheck {
  static final String OLD_VERSION = "2023-06-01";
  static final String NEW_VERSION = "2026-10-21";
  private static final int MOST_TOKENS = 128_000;
  private static final int MOST_CACHE_MARKS = 4;
  private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");

  private AnthropicCheck() {}

  static void version(String version) {
    if (version == null) throw AnthropicFailure.invalid("anthropic-version: header is required");
    if (!Set.of(OLD_VERSION, NEW_VERSION).contains(version))
      throw AnthropicFailure.invalid(
          "anthropic-version: \"" + version + "\" is not a valid version");
  }

  /** The model asked for, once everything about the request is right. */
  static AnthropicModels.Model request(JsonObject request, String version) {
    AnthropicForms.check("request", request, "");
    var model = model(request);
    if (request.getInteger("max_tokens") > MOST_TOKENS)
      throw AnthropicFailure.invalid(
          "max_tokens: " + request.getInteger("max_tokens") + " > " + MOST_TOKENS);
    sampling(request, version, model);
    AnthropicMessagesCheck.check(request, version, model);
    tools(request);
    outputConfig(request);
    thinking(request, model);
    cacheMarks(request);
    return model;
  }

  private static AnthropicModels.Model model(JsonObject request) {
    var id = request.getString("model");
    return AnthropicModels.find(id).orElseThrow(() -> AnthropicFailure.notFound("model: " + id));
  }

  private static void sampling(JsonObject request, String version, AnthropicModels.Model model) {
    for (var field : SAMPLING) {
      if (request.getValue(field) == null) continue;
      if (version.equals(NEW_VERSION))
        throw AnthropicFailure.invalid(field + ": not supported on this API version");
      if (!model.sampling())
        throw AnthropicFailure.invalid(field + ": not supported by " + model.id());
    }
  }

  private static void tools(JsonObject request) {
    var tools = AnthropicForms.objects(request, "tools");
    for (var i = 0; i < tools.size(); i++) {
      AnthropicForms.checkTagged("tool_", tools.get(i), "tools." + i, "custom");
      if (Boolean.TRUE.equals(tools.get(i).getValue("strict")))
        AnthropicSchemas.check(
            tools.get(i).getJsonObject("input_schema"), "tools." + i + ".custom.input_schema");
    }
    var names = tools.stream().map(tool -> tool.getString("name")).toList();
    if (Set.copyOf(names).size() < names.size())
      throw AnthropicFailure.invalid("tools: Tool names must be unique.");
    var choice = request.getJsonObject("tool_choice");
    if (choice != null) toolChoice(choice, names);
  }

  private static void toolChoice(JsonObject choice, List<String> tools) {
    AnthropicForms.checkTagged("tool_choice_", choice, "tool_choice", null);
    var type = choice.getString("type");
    if (tools.isEmpty() && !type.equals("none"))
      throw AnthropicFailure.invalid("tool_choice may only be specified while providing tools.");
    if (type.equals("tool") && !tools.contains(choice.getString("name")))
      throw AnthropicFailure.invalid(
          "Tool '" + choice.getString("name") + "' not found in provided tools");
  }

  private static JsonObject config(JsonObject request) {
    var config = request.getJsonObject("output_config");
    return config == null ? new JsonObject() : config;
  }

  private static void outputConfig(JsonObject request) {
    var format = config(request).getJsonObject("format");
    if (format != null)
      AnthropicSchemas.check(format.getJsonObject("schema"), "output_config.format.schema");
  }

  private static void thinking(JsonObject request, AnthropicModels.Model model) {
    var thinking = request.getJsonObject("thinking");
    if (thinking == null) return;
    AnthropicForms.checkTagged("thinking_", thinking, "thinking", null);
    var effort = String.valueOf(config(request).getString("effort"));
    switch (thinking.getString("type")) {
      case "disabled" -> {
        if (model.thinks() && Set.of("xhigh", "max").contains(effort))
          throw AnthropicFailure.invalid("thinking: cannot be disabled at this effort");
      }
      case "enabled" -> budget(request, thinking, model);
      default -> {} // fits every model
    }
  }

  private static void budget(JsonObject request, JsonObject thinking, AnthropicModels.Model model) {
    if (model.thinks())
      throw AnthropicFailure.invalid(
          "thinking.type: \"enabled\" is not supported, use \"adaptive\"");
    if (thinking.getInteger("budget_tokens") >= request.getInteger("max_tokens"))
      throw AnthropicFailure.invalid("max_tokens must be greater than thinking.budget_tokens");
    var choice = request.getJsonObject("tool_choice");
    if (choice != null && Set.of("any", "tool").contains(choice.getString("type")))
      throw AnthropicFailure.invalid(
          "Thinking may not be enabled when tool_choice forces tool use.");
  }

  /** The one of the whole request counts like those of its parts. */
  private static void cacheMarks(JsonObject request) {
    var marks = request.getValue("cache_control") == null ? 0 : 1;
    for (var part : List.of("tools", "system", "messages")) marks += marks(request.getValue(part));
    if (marks > MOST_CACHE_MARKS)
      throw AnthropicFailure.invalid(
          "A maximum of 4 blocks with cache_control may be provided. Found " + marks + ".");
  }

  private static int marks(Object blocks) {
    if (!(blocks instanceof JsonArray list)) return 0;
    var marks = 0;
    for (var each : list)
      if (each instanceof JsonObject block)
        marks +=
            (block.getValue("cache_control") == null ? 0 : 1) + marks(block.getValue("content"));
    return marks;
  }
}
