package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import recruitflow.sandbox.judge.SchemaFill;

/** Refuses JSON schemas that structured output does not take. */
final class AnthropicSchemas {
  private static final Set<String> NUMBER_LIMITS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  private static final Set<String> TEXT_LIMITS = Set.of("minLength", "maxLength");
  private static final Set<String> LIST_LIMITS = Set.of("maxItems", "uniqueItems");

  private AnthropicSchemas() {}

  /** Walks the whole schema. */
  static void check(JsonObject schema, String at) {
    var type = schema.getValue("type");
    if (SchemaFill.says(type, "object") || schema.containsKey("properties")) {
      if (!Boolean.FALSE.equals(schema.getValue("additionalProperties")))
        throw AnthropicFailure.invalid(
            at + ": For 'object' type, 'additionalProperties' must be explicitly set to false");
      properties(schema, at);
    }
    refuse(schema, at, NUMBER_LIMITS, "integer");
    refuse(schema, at, TEXT_LIMITS, "string");
    refuse(schema, at, LIST_LIMITS, "array");
    if (schema.getValue("minItems") instanceof Number least && least.intValue() > 1)
      throw AnthropicFailure.invalid(at + ": For 'array' type, 'minItems' must be 0 or 1");
    if (schema.getValue("$ref") instanceof String ref && !ref.startsWith("#"))
      throw AnthropicFailure.invalid(at + ": external $ref is not supported");
    if (schema.getValue("items") instanceof JsonObject items) check(items, at + ".items");
    for (var joint : Set.of("anyOf", "allOf")) branches(schema, joint, at);
    for (var table : Set.of("$defs", "definitions")) {
      if (schema.getValue(table) instanceof JsonObject defined)
        for (var each : defined) nested(each.getValue(), at + "." + table);
    }
  }

  private static void properties(JsonObject schema, String at) {
    if (!(schema.getValue("properties") instanceof JsonObject properties)) return;
    for (var each : properties) nested(each.getValue(), at + ".properties." + each.getKey());
    if (!(schema.getValue("required") instanceof JsonArray required)) return;
    for (var name : required)
      if (!properties.containsKey(name.toString()))
        throw AnthropicFailure.invalid(at + ".required: unknown property " + name);
  }

  private static void branches(JsonObject schema, String joint, String at) {
    if (!(schema.getValue(joint) instanceof JsonArray branches)) return;
    for (var each : branches) nested(each, at + "." + joint);
  }

  private static void nested(Object schema, String at) {
    if (!(schema instanceof JsonObject object))
      throw AnthropicFailure.invalid(at + ": Input should be a valid dictionary");
    check(object, at);
  }

  private static void refuse(JsonObject schema, String at, Set<String> keywords, String type) {
    for (var keyword : keywords)
      if (schema.containsKey(keyword))
        throw AnthropicFailure.invalid(
            at + ": For '" + type + "' type, property '" + keyword + "' is not supported");
  }
}
