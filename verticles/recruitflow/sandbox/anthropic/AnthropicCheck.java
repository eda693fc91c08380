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
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "tools",
          "tool_choice",
          "output_config",
          "thinking",
          "cache_control",
          "stop_sequences",
          "stream",
          "metadata",
          "service_tier",
          "speed",
          "inference_geo",
          "container",
          "diagnostics",
          "user_profile_id",
          "workspace_id",
          "temperature",
          "top_p",
          "top_k");
  private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");
  private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");

  private AnthropicCheck() {}

  static void version(String version) {
    if (version == null) throw AnthropicFailure.invalid("anthropic-version: header is required");
    if (!Set.of(OLD_VERSION, NEW_VERSION).contains(version))
      throw AnthropicFailure.invalid(
          "anthropic-version: \"" + version + "\" is not a valid version");
  }

  /** The model asked for, once everything about the request is right. */
  static AnthropicModels.Model request(JsonObject request, String version) {
    var model = model(request);
    for (var field : request.fieldNames())
      if (!FIELDS.contains(field))
        throw AnthropicFailure.invalid(field + ": Extra inputs are not permitted");
    maxTokens(request);
    sampling(request, version, model);
    AnthropicMessagesCheck.check(request, version, model);
    tools(request);
    outputConfig(request);
    thinking(request, model);
    metadata(request);
    stream(request);
    cacheControl(request.getValue("cache_control"), "cache_control");
    return model;
  }

  private static AnthropicModels.Model model(JsonObject request) {
    if (request.getValue("model") == null) throw AnthropicFailure.invalid("model: Field required");
    if (!(request.getValue("model") instanceof String id))
      throw AnthropicFailure.invalid("model: Input should be a valid string");
    return AnthropicModels.find(id).orElseThrow(() -> AnthropicFailure.notFound("model: " + id));
  }

  private static void maxTokens(JsonObject request) {
    var value = request.getValue("max_tokens");
    if (value == null) throw AnthropicFailure.invalid("max_tokens: Field required");
    if (!(value instanceof Integer tokens))
      throw AnthropicFailure.invalid("max_tokens: Input should be a valid integer");
    if (tokens < 1)
      throw AnthropicFailure.invalid("max_tokens: Input should be greater than or equal to 1");
    if (tokens > MOST_TOKENS)
      throw AnthropicFailure.invalid("max_tokens: " + tokens + " > " + MOST_TOKENS);
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
    var tools = array(request, "tools");
    for (var each : tools) {
      var tool = object(each, "tools");
      cacheControl(tool.getValue("cache_control"), "tools.0.cache_control");
      var name = tool.getValue("name");
      if (!(name instanceof String text) || !text.matches("[a-zA-Z0-9_-]{1,128}"))
        throw AnthropicFailure.invalid("tools.0.custom.name: String should match pattern");
      var schema = object(tool.getValue("input_schema"), "tools.0.custom.input_schema");
      if (!"object".equals(schema.getValue("type")))
        throw AnthropicFailure.invalid(
            "tools.0.custom.input_schema.type: Input should be 'object'");
      if (Boolean.TRUE.equals(tool.getValue("strict")))
        AnthropicSchemas.check(schema, "tools.0.custom.input_schema");
    }
    if (request.getValue("tool_choice") == null) return;
    toolChoice(object(request.getValue("tool_choice"), "tool_choice"), tools);
  }

  private static void toolChoice(JsonObject choice, JsonArray tools) {
    var type = choice.getString("type", "");
    if (!Set.of("auto", "any", "tool", "none").contains(type))
      throw AnthropicFailure.invalid("tool_choice: Input tag '" + type + "' is not expected");
    if (tools.isEmpty() && !type.equals("none"))
      throw AnthropicFailure.invalid("tool_choice may only be specified while providing tools.");
    if (!type.equals("tool")) return;
    var name = choice.getString("name");
    if (tools.stream().noneMatch(tool -> ((JsonObject) tool).getString("name").equals(name)))
      throw AnthropicFailure.invalid("Tool '" + name + "' not found in provided tools");
  }

  private static void outputConfig(JsonObject request) {
    if (request.getValue("output_config") == null) return;
    var config = object(request.getValue("output_config"), "output_config");
    var effort = config.getValue("effort");
    if (effort != null && !EFFORTS.contains(effort.toString()))
      throw AnthropicFailure.invalid("output_config.effort: Input should be one of " + EFFORTS);
    if (config.getValue("format") == null) return;
    var format = object(config.getValue("format"), "output_config.format");
    if (!"json_schema".equals(format.getValue("type")))
      throw AnthropicFailure.invalid("output_config.format.type: Input should be 'json_schema'");
    var schema = object(format.getValue("schema"), "output_config.format.schema");
    AnthropicSchemas.check(schema, "output_config.format.schema");
  }

  private static void thinking(JsonObject request, AnthropicModels.Model model) {
    if (request.getValue("thinking") == null) return;
    var thinking = object(request.getValue("thinking"), "thinking");
    var config = request.getJsonObject("output_config", new JsonObject());
    switch (thinking.getString("type", "")) {
      case "adaptive", "between_tools" -> {}
      case "disabled" -> {
        if (model.thinks() && Set.of("xhigh", "max").contains(config.getString("effort", "")))
          throw AnthropicFailure.invalid("thinking: cannot be disabled at this effort");
      }
      case "enabled" -> budget(request, thinking, model);
      default -> throw AnthropicFailure.invalid("thinking.type: Input tag is not expected");
    }
  }

  private static void budget(JsonObject request, JsonObject thinking, AnthropicModels.Model model) {
    if (model.thinks())
      throw AnthropicFailure.invalid(
          "thinking.type: \"enabled\" is not supported, use \"adaptive\"");
    if (!(thinking.getValue("budget_tokens") instanceof Integer budget) || budget < 1024)
      throw AnthropicFailure.invalid("thinking.enabled.budget_tokens: at least 1024");
    if (budget >= request.getInteger("max_tokens"))
      throw AnthropicFailure.invalid("max_tokens must be greater than thinking.budget_tokens");
    var choice = request.getJsonObject("tool_choice", new JsonObject()).getString("type", "");
    if (Set.of("any", "tool").contains(choice))
      throw AnthropicFailure.invalid(
          "Thinking may not be enabled when tool_choice forces tool use.");
  }

  private static void metadata(JsonObject request) {
    if (request.getValue("metadata") == null) return;
    for (var field : object(request.getValue("metadata"), "metadata"))
      if (!field.getKey().equals("user_id"))
        throw AnthropicFailure.invalid(
            "metadata." + field.getKey() + ": Extra inputs are not permitted");
  }

  private static void stream(JsonObject request) {
    var stream = request.getValue("stream");
    if (stream != null && !(stream instanceof Boolean))
      throw AnthropicFailure.invalid("stream: Input should be a valid boolean");
  }

  static void cacheControl(Object value, String field) {
    if (value == null) return;
    var control = object(value, field);
    if (!"ephemeral".equals(control.getValue("type")))
      throw AnthropicFailure.invalid(field + ".type: Input should be 'ephemeral'");
    if (!Set.of("5m", "1h").contains(control.getString("ttl", "5m")))
      throw AnthropicFailure.invalid(field + ".ttl: Input should be '5m' or '1h'");
  }

  static JsonArray array(JsonObject in, String field) {
    var value = in.getValue(field);
    if (value == null) return new JsonArray();
    if (value instanceof JsonArray array) return array;
    throw AnthropicFailure.invalid(field + ": Input should be a valid list");
  }

  static JsonObject object(Object value, String field) {
    if (value instanceof JsonObject object) return object;
    throw AnthropicFailure.invalid(field + ": Input should be a valid dictionary");
  }
}
