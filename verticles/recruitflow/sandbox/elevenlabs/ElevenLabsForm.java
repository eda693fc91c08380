package recruitflow.sandbox.elevenlabs;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import recruitflow.sandbox.forms.Form;
import recruitflow.sandbox.forms.Misfit;

/**
 * Checks requests as strictly as FastAPI does: every wrong field is named with its place, unknown
 * fields are passed over, nothing is converted.
 */
final class ElevenLabsForm {
  private static final Map<String, Form> FORMS = Form.of("elevenlabs");
  private static final String OBJECT =
      "Input should be a valid dictionary or object to extract fields from";

  private ElevenLabsForm() {}

  /** The body of a request, or a refusal. */
  static JsonObject body(RoutingContext context, String form) {
    var body = json(context);
    refuse("body", FORMS.get(form), body);
    return (JsonObject) body;
  }

  /** The parameters of a query with their types, or a refusal. */
  static JsonObject query(RoutingContext context, String form) {
    var query = FORMS.get(form).read(context.queryParams());
    refuse("query", FORMS.get(form), query);
    return query;
  }

  /** What is not called JSON is a text, whatever stands in it. */
  private static Object json(RoutingContext context) {
    var buffer = context.body().buffer();
    if (buffer == null || buffer.length() == 0)
      throw refusal(new JsonArray().add("body"), "missing", "Field required");
    if (!isJson(context.request().getHeader("content-type"))) return buffer.toString();
    try {
      return Json.decodeValue(buffer);
    } catch (DecodeException e) {
      throw refusal(new JsonArray().add("body").add(0), "json_invalid", "JSON decode error");
    }
  }

  private static boolean isJson(String contentType) {
    return contentType == null
        || contentType.strip().matches("(?i)application/([\\w.-]+\\+)?json *(;.*)?");
  }

  private static void refuse(String from, Form form, Object value) {
    var problems = new JsonArray();
    for (var misfit : form.misfits(value)) problems.add(problem(from, misfit));
    if (!problems.isEmpty()) throw ElevenLabsErrors.unprocessable(problems);
  }

  private static ElevenLabsErrors.Refusal refusal(JsonArray loc, String type, String message) {
    var problem = ElevenLabsErrors.problem(loc, type, message);
    return ElevenLabsErrors.unprocessable(new JsonArray().add(problem));
  }

  private static JsonObject problem(String from, Misfit misfit) {
    var loc = new JsonArray().add(from);
    misfit.place().forEach(loc::add);
    var limit = misfit.limit();
    return switch (misfit.rule()) {
      case "required" -> ElevenLabsErrors.problem(loc, "missing", "Field required");
      case "type" -> wrongType(loc, from.equals("query"), type(limit));
      case "enum" ->
          ElevenLabsErrors.problem(loc, "enum", "Input should be " + words((JsonArray) limit));
      case "minimum" ->
          ElevenLabsErrors.problem(
              loc, "greater_than_equal", "Input should be greater than or equal to " + limit);
      case "maximum" ->
          ElevenLabsErrors.problem(
              loc, "less_than_equal", "Input should be less than or equal to " + limit);
      case "maxItems" ->
          ElevenLabsErrors.problem(
              loc,
              "too_long",
              "List should have at most %s items after validation, not %d"
                  .formatted(limit, ((JsonArray) misfit.given()).size()));
      case "maxLength" ->
          ElevenLabsErrors.problem(
              loc, "string_too_long", "String should have at most " + limit + " characters");
      default -> throw new IllegalStateException("no words for " + misfit.rule());
    };
  }

  private static String type(Object limit) {
    return limit instanceof JsonArray several ? several.getString(0) : limit.toString();
  }

  private static String words(JsonArray allowed) {
    return allowed.stream()
        .filter(Objects::nonNull)
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" or "));
  }

  private static JsonObject wrongType(JsonArray loc, boolean inQuery, String type) {
    return switch (type) {
      case "object" -> ElevenLabsErrors.problem(loc, "model_attributes_type", OBJECT);
      case "array" -> ElevenLabsErrors.problem(loc, "list_type", "Input should be a valid list");
      case "boolean" ->
          ElevenLabsErrors.problem(loc, "bool_type", "Input should be a valid boolean");
      case "integer" ->
          ElevenLabsErrors.problem(
              loc, inQuery ? "int_parsing" : "int_type", "Input should be a valid integer");
      default -> ElevenLabsErrors.problem(loc, "string_type", "Input should be a valid string");
    };
  }
}
