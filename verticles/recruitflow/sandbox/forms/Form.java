package recruitflow.sandbox.forms;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a provider takes in one of its requests: a JSON Schema of {@code
 * config/sandbox/requests/<provider>.json}. Parameters of a query are forms too.
 */
public final class Form {
  private static final String FOLDER = "config/sandbox/requests/";

  /** They only say that something further in is wrong. */
  private static final Set<String> ENCLOSING = Set.of("properties", "items", "$ref", "allOf");

  private final JsonObject schema;
  private final JsonObject properties;
  private final Validator validator;

  private Form(JsonObject definitions, String name) {
    this.schema = new JsonObject().put("$ref", "#/$defs/" + name).put("$defs", definitions);
    this.properties = definitions.getJsonObject(name).getJsonObject("properties", new JsonObject());
    this.validator =
        Validator.create(
            JsonSchema.of(schema),
            new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("app://sandbox")
                .setOutputFormat(OutputFormat.Basic));
  }

  /** The forms of a provider by name. */
  public static Map<String, Form> of(String provider) {
    var definitions = new JsonObject(resource(provider + ".json"));
    var forms = new TreeMap<String, Form>();
    for (var name : definitions.fieldNames()) forms.put(name, new Form(definitions, name));
    return Map.copyOf(forms);
  }

  private static String resource(String name) {
    try (var in = Form.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IllegalStateException("missing resource " + FOLDER + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Whether a field of this name is known. */
  public boolean knows(String field) {
    return properties.containsKey(field);
  }

  /** Everything that does not fit, in the order of the rules; empty when it fits. */
  public List<Misfit> misfits(Object value) {
    var result = validator.validate(value);
    if (Boolean.TRUE.equals(result.getValid())) return List.of();
    var known =
        result.getErrors().stream()
            .filter(error -> keyword(error).equals("properties"))
            .map(OutputUnit::getInstanceLocation)
            .collect(Collectors.toSet());
    var misfits = new ArrayList<Misfit>();
    for (var error : result.getErrors()) {
      if (ENCLOSING.contains(keyword(error))) continue;
      var limit = limit(error);
      var extra = keyword(error).equals("additionalProperties");
      if (extra && (limit instanceof JsonObject || known.contains(error.getInstanceLocation())))
        continue;
      misfits.add(misfit(error, limit, value));
    }
    return misfits;
  }

  private static Misfit misfit(OutputUnit error, Object limit, Object value) {
    var place = new ArrayList<Object>();
    var inside = value;
    for (var step : error.getInstanceLocation().substring(1).split("/")) {
      if (step.isEmpty()) continue;
      var name = step.replace("~1", "/").replace("~0", "~");
      if (inside instanceof JsonArray list) {
        place.add(Integer.parseInt(name));
        inside = list.getValue(Integer.parseInt(name));
      } else {
        place.add(name);
        inside = inside instanceof JsonObject object ? object.getValue(name) : null;
      }
    }
    if (!keyword(error).equals("required"))
      return new Misfit(List.copyOf(place), keyword(error), limit, inside);
    place.add(error.getError().split("\"")[1]);
    return new Misfit(List.copyOf(place), "required", limit, null);
  }

  private static String keyword(OutputUnit error) {
    var location = error.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private Object limit(OutputUnit error) {
    var location = error.getAbsoluteKeywordLocation();
    return JsonPointer.from(location.substring(location.indexOf('#') + 1)).queryJson(schema);
  }

  /** The parameters of a query with their types; what is of another type stays a text. */
  public JsonObject read(MultiMap query) {
    var read = new JsonObject();
    for (var name : query.names()) {
      var type = properties.getJsonObject(name, new JsonObject()).getValue("type");
      var values = query.getAll(name);
      if ("array".equals(type)) read.put(name, new JsonArray(List.copyOf(values)));
      else read.put(name, typed(String.valueOf(type), values.getFirst()));
    }
    return read;
  }

  private static Object typed(String type, String text) {
    return switch (type) {
      case "integer", "number" -> text.matches("-?\\d{1,18}") ? Long.valueOf(text) : text;
      case "boolean" -> text.matches("true|false") ? Boolean.valueOf(text) : text;
      default -> text;
    };
  }
}
