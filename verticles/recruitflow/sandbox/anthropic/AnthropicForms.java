package recruitflow.sandbox.anthropic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recruitflow.sandbox.forms.Form;
import recruitflow.sandbox.forms.Misfit;

/** Refuses the first value that does not fit its form, in the API's words. */
final class AnthropicForms {
  private static final Map<String, Form> FORMS = Form.of("anthropic");

  private AnthropicForms() {}

  /**
   * @param at where the value stands in the request; empty for the request itself
   */
  static void check(String form, Object value, String at) {
    var misfits = FORMS.get(form).misfits(value);
    if (misfits.isEmpty()) return;
    var misfit = misfits.getFirst();
    var place = Stream.of(at, misfit.path()).filter(part -> !part.isEmpty());
    throw AnthropicFailure.invalid(place.collect(Collectors.joining(".")) + ": " + words(misfit));
  }

  /**
   * Checks one of several kinds of object that name themselves.
   *
   * @param kinds what their forms' names begin with
   * @param otherwise the kind of one without a type, or null if it must have one
   */
  static void checkTagged(String kinds, JsonObject value, String at, String otherwise) {
    var tag = value.getValue("type") == null ? otherwise : value.getValue("type");
    if (tag == null)
      throw AnthropicFailure.invalid(at + ": Unable to extract tag using discriminator 'type'");
    if (!FORMS.containsKey(kinds + tag))
      throw AnthropicFailure.invalid(
          "%s: Input tag '%s' found using 'type' does not match any of the expected tags: %s"
              .formatted(at, tag, tags(kinds)));
    check(kinds + tag, value, at + "." + tag);
  }

  private static String tags(String kinds) {
    return FORMS.keySet().stream()
        .filter(name -> name.startsWith(kinds))
        .map(name -> "'" + name.substring(kinds.length()) + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(Misfit misfit) {
    var limit = misfit.limit();
    return switch (misfit.rule()) {
      case "additionalProperties" -> "Extra inputs are not permitted";
      case "required" -> "Field required";
      case "type" -> "Input should be a valid " + type(limit);
      case "enum" -> "Input should be " + oneOf((JsonArray) limit);
      case "minimum" -> "Input should be greater than or equal to " + limit;
      case "maximum" -> "Input should be less than or equal to " + limit;
      case "maxLength" -> "String should have at most " + limit + " characters";
      case "pattern" -> "String should match pattern '" + limit + "'";
      default -> throw new IllegalStateException("no words for " + misfit.rule());
    };
  }

  private static String type(Object limit) {
    var type = limit instanceof JsonArray several ? several.getString(0) : limit.toString();
    return Map.of("array", "list", "object", "dictionary").getOrDefault(type, type);
  }

  private static String oneOf(JsonArray words) {
    return words.stream()
        .filter(Objects::nonNull)
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" or "));
  }

  /** The objects of a list that was found in order; absent is empty. */
  static List<JsonObject> objects(JsonObject in, String field) {
    return in.getValue(field) instanceof JsonArray list
        ? list.stream().map(JsonObject.class::cast).toList()
        : List.of();
  }
}
