package recruitflow.platform.operations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import recruitflow.platform.operations.documents.Schemas;

/** Brings what came from outside into the shape of the input record, or says which field is not. */
final class InputCheck {

  private final Schemas schemas;
  private final Map<Class<?>, Validator> validators = new ConcurrentHashMap<>();
  private final Map<Class<?>, PlainInput> plain = new ConcurrentHashMap<>();

  InputCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * @param texts values from path and query, always text; they win over the body
   * @throws Failure invalid, naming each wrong field
   */
  JsonObject checked(Operation<?, ?> operation, JsonObject body, Map<String, List<String>> texts) {
    var schema = schemas.input(operation.input());
    var input = withoutNulls(body);
    texts.forEach((name, values) -> input.put(name, coerced(schema, name, values)));
    var fields = new LinkedHashMap<String, String>();
    if (!plain.computeIfAbsent(operation.input(), t -> PlainInput.of(schema)).surelyFits(input))
      fields.putAll(mistakes(operation, schema, input));
    fields.putAll(wrongTimes(schema, input));
    input.forEach(entry -> refuseNul(fields, entry.getKey(), entry.getValue()));
    if (!fields.isEmpty()) throw Failure.invalid(fields);
    return input;
  }

  private Map<String, String> mistakes(
      Operation<?, ?> operation, JsonObject schema, JsonObject input) {
    var validator = validators.computeIfAbsent(operation.input(), t -> validator(schema));
    var result = validator.validate(input);
    return Boolean.TRUE.equals(result.getValid()) ? Map.of() : mistakes(result);
  }

  private static Validator validator(JsonObject schema) {
    return Validator.create(
        JsonSchema.of(withoutFormats(schema)),
        new JsonSchemaOptions()
            .setDraft(Draft.DRAFT202012)
            .setBaseUri("app://recruitflow")
            .setOutputFormat(OutputFormat.Basic));
  }

  /**
   * The validator's own format checks throw on some texts (an empty e-mail address); times are
   * checked here, addresses by their pattern.
   */
  private static JsonObject withoutFormats(JsonObject schema) {
    var without = new JsonObject();
    schema.forEach(
        entry -> {
          var value = entry.getValue();
          if (value instanceof JsonObject inner) without.put(entry.getKey(), withoutFormats(inner));
          else if (!entry.getKey().equals("format")) without.put(entry.getKey(), value);
        });
    return without;
  }

  /**
   * The innermost message of each place; the enclosing ones only repeat that something is wrong.
   */
  private static Map<String, String> mistakes(OutputUnit result) {
    var told = new LinkedHashMap<String, String>();
    if (result.getErrors() == null) return Map.of("", "does not fit");
    for (var error : result.getErrors()) {
      var field = field(error.getInstanceLocation());
      var message = error.getError();
      if (message == null || message.contains("additional properties schema")) continue;
      if (message.startsWith("Instance does not have required property")) {
        told.put(quoted(message), "is needed");
      } else if (!field.isEmpty() && !message.startsWith("Property \"")) {
        told.put(field, readable(message));
      }
    }
    if (told.isEmpty())
      for (var error : result.getErrors()) {
        var field = field(error.getInstanceLocation());
        told.putIfAbsent(field.isEmpty() ? "body" : field, "is not known here");
      }
    return told;
  }

  private static String readable(String message) {
    return message.contains("False boolean schema") ? "is not known here" : message;
  }

  private static String quoted(String message) {
    var parts = message.split("\"");
    return parts.length > 1 ? parts[1] : "body";
  }

  private static String field(String location) {
    return location.replaceFirst("^#/?", "").replace("/", ".");
  }

  private static Map<String, String> wrongTimes(JsonObject schema, JsonObject input) {
    var wrong = new LinkedHashMap<String, String>();
    var properties = schema.getJsonObject("properties", new JsonObject());
    for (var name : properties.fieldNames()) {
      var isTime = "date-time".equals(properties.getJsonObject(name).getString("format"));
      if (isTime && input.getValue(name) instanceof String text && !isInstant(text))
        wrong.put(name, "must be a time such as 2026-05-01T09:00:00Z");
    }
    return wrong;
  }

  /** The database keeps every character but this one. */
  private static void refuseNul(Map<String, String> fields, String name, Object value) {
    switch (value) {
      case String text when text.indexOf('\0') >= 0 ->
          fields.put(name, "must not contain the character U+0000");
      case JsonObject nested -> nested.forEach(entry -> refuseNul(fields, name, entry.getValue()));
      case JsonArray nested -> nested.forEach(item -> refuseNul(fields, name, item));
      case null, default -> {}
    }
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Object coerced(JsonObject schema, String name, List<String> values) {
    var property =
        schema.getJsonObject("properties", new JsonObject()).getJsonObject(name, new JsonObject());
    if (!"array".equals(property.getValue("type")))
      return one(String.valueOf(property.getValue("type")), values.getLast());
    var items = property.getJsonObject("items", new JsonObject()).getString("type", "string");
    var all = new JsonArray();
    values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .filter(value -> !value.isBlank())
        .forEach(value -> all.add(one(items, value.strip())));
    return all;
  }

  private static Object one(String type, String text) {
    try {
      return switch (type) {
        case "integer" -> Long.valueOf(text);
        case "number" -> Double.valueOf(text);
        case "boolean" ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> text;
            };
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text; // the schema says what is wrong with it
    }
  }

  /** Null means absent. */
  private static JsonObject withoutNulls(JsonObject body) {
    var kept = new JsonObject();
    body.forEach(
        entry -> {
          if (entry.getValue() != null) kept.put(entry.getKey(), entry.getValue());
        });
    return kept;
  }
}
