package recruitflow.platform.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** JSON Schema (2020-12) of the records that go in and out, their limits included. */
public final class Schemas {

  private final Map<Class<?>, JsonObject> inputs = new ConcurrentHashMap<>();
  private final Map<Class<?>, JsonObject> outputs = new ConcurrentHashMap<>();
  private final SchemaGenerator strict = generator(true);
  private final SchemaGenerator open = generator(false);

  /** What an operation takes: nothing besides the named fields. */
  public JsonObject input(Class<?> type) {
    return inputs.computeIfAbsent(type, t -> new JsonObject(strict.generateSchema(t).toString()));
  }

  /** What an operation gives. */
  public JsonObject output(Class<?> type) {
    return outputs.computeIfAbsent(type, t -> new JsonObject(open.generateSchema(t).toString()));
  }

  private static SchemaGenerator generator(boolean forbidOthers) {
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    if (forbidOthers) config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    config.forFields().withRequiredCheck(field -> field.getType().getErasedType().isPrimitive());
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              var node = context.getGeneratorConfig().createObjectNode();
              return plain(type.getErasedType(), node)
                  ? new CustomDefinition(
                      node,
                      CustomDefinition.DefinitionType.INLINE,
                      CustomDefinition.AttributeInclusion.YES)
                  : null;
            });
    return new SchemaGenerator(config.build());
  }

  private static boolean plain(Class<?> type, ObjectNode node) {
    if (type.isEnum()) {
      var words = node.put("type", "string").putArray("enum");
      for (var constant : type.getEnumConstants())
        words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
      return true;
    }
    if (type == Instant.class) {
      node.put("type", "string").put("format", "date-time");
      return true;
    }
    if (type == JsonObject.class || Map.class.isAssignableFrom(type) || type == Object.class) {
      node.put("type", type == Object.class ? "string" : "object");
      if (type == Object.class) node.remove("type");
      return true;
    }
    return false;
  }
}
