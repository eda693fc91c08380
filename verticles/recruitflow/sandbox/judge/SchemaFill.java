package recruitflow.sandbox.judge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** Writes JSON that fits a schema, taking from what is known whatever the schema names. */
public final class SchemaFill {
  private static final Map<String, String> OTHER_NAMES =
      Map.of("turn", "turnindex", "turnnumber", "turnindex", "criterion", "key");

  private SchemaFill() {}

  public static JsonObject object(JsonObject schema, JsonObject facts) {
    var filled = new JsonObject();
    var properties = schema.getJsonObject("properties", new JsonObject());
    for (var property : properties)
      filled.put(
          property.getKey(),
          value((JsonObject) property.getValue(), fact(facts, property.getKey())));
    return filled;
  }

  private static Object fact(JsonObject facts, String name) {
    var wanted = plain(name);
    var other = OTHER_NAMES.get(wanted);
    for (var fact : facts) {
      var named = plain(fact.getKey());
      if (named.equals(wanted) || named.equals(other)) return fact.getValue();
    }
    return null;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Object value(JsonObject schema, Object fact) {
    if (schema.getValue("anyOf") instanceof JsonArray branches) return branch(branches, fact);
    if (schema.getValue("enum") instanceof JsonArray allowed)
      return allowed.contains(fact) ? fact : allowed.getValue(0);
    if (schema.containsKey("const")) return schema.getValue("const");
    var type = schema.getValue("type");
    if (fact == null && says(type, "null")) return null;
    if (says(type, "object"))
      return object(schema, fact instanceof JsonObject known ? known : new JsonObject());
    if (says(type, "array")) return array(schema, fact);
    if (says(type, "boolean")) return Boolean.TRUE.equals(fact);
    if (says(type, "integer") || says(type, "number"))
      return fact instanceof Number number ? number : 0;
    return fact == null ? "" : fact.toString();
  }

  private static Object branch(JsonArray branches, Object fact) {
    for (var each : branches) {
      var branch = (JsonObject) each;
      if (says(branch.getValue("type"), "null") == (fact == null))
        return fact == null ? null : value(branch, fact);
    }
    return value(branches.getJsonObject(0), fact);
  }

  private static JsonArray array(JsonObject schema, Object fact) {
    var filled = new JsonArray();
    if (fact instanceof JsonArray items && schema.getValue("items") instanceof JsonObject item)
      for (var each : items) filled.add(value(item, each));
    return filled;
  }

  /** Whether a type, or one of several, is the one named. */
  public static boolean says(Object type, String name) {
    return type instanceof JsonArray several ? several.contains(name) : name.equals(type);
  }
}
