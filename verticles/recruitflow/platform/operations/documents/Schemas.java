package recruitflow.platform.operations.documents;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** JSON Schema (2020-12) of the records that go in and out, their limits included. */
public final class Schemas {

  private static final List<Class<?>> BOXES =
      List.of(Integer.class, Long.class, Double.class, Boolean.class);

  private final Map<Class<?>, JsonObject> inputs = new ConcurrentHashMap<>();
  private final Map<Class<?>, JsonObject> outputs = new ConcurrentHashMap<>();
  private final SchemaGenerator strict = new SchemaGenerator(inputConfig().build());
  private final SchemaGenerator open =
      new SchemaGenerator(outputConfig().with(Option.INLINE_ALL_SCHEMAS).build());

  /** What an operation takes: nothing besides the named fields. */
  public JsonObject input(Class<?> type) {
    return inputs.computeIfAbsent(type, t -> new JsonObject(strict.generateSchema(t).toString()));
  }

  /** What an operation gives. */
  public JsonObject output(Class<?> type) {
    return outputs.computeIfAbsent(type, t -> new JsonObject(open.generateSchema(t).toString()));
  }

  /** Records that go out, each described once under its own name. */
  static final class Named {

    private final Map<Class<?>, JsonNode> references = new HashMap<>();
    private final JsonObject described;

    /**
     * @param place where in the document the descriptions stand
     */
    Named(Collection<Class<?>> types, String place) {
      var generator =
          new SchemaGenerator(
              outputConfig()
                  .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.INLINE_NULLABLE_SCHEMAS)
                  .build());
      var builder = generator.buildMultipleSchemaDefinitions();
      for (var type : types) references.computeIfAbsent(type, builder::createSchemaReference);
      described = new JsonObject(builder.collectDefinitions(place).toString());
    }

    /** Points at the description of a record. */
    JsonObject reference(Class<?> type) {
      return new JsonObject(references.get(type).toString());
    }

    /** The descriptions by name. */
    JsonObject described() {
      return described;
    }
  }

  private static SchemaGeneratorConfigBuilder config() {
    var config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              var node = context.getGeneratorConfig().createObjectNode();
              return plain(type, node)
                  ? new CustomDefinition(
                      node,
                      CustomDefinition.DefinitionType.INLINE,
                      CustomDefinition.AttributeInclusion.YES)
                  : null;
            });
    return config;
  }

  private static SchemaGeneratorConfigBuilder inputConfig() {
    var config =
        config()
            .with(Option.INLINE_ALL_SCHEMAS)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    config.forFields().withRequiredCheck(field -> field.getType().getErasedType().isPrimitive());
    return config;
  }

  /** Every component of a record is written, as null where there is nothing. */
  private static SchemaGeneratorConfigBuilder outputConfig() {
    var config = config();
    config
        .forFields()
        .withRequiredCheck(field -> true)
        .withNullableCheck(Schemas::mayBeNull)
        .withEnumResolver(Schemas::words);
    return config;
  }

  private static boolean mayBeNull(FieldScope field) {
    if (field.isFakeContainerItemScope()) return false;
    return BOXES.contains(field.getType().getErasedType())
        || field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Null where any text may stand. */
  private static Collection<?> words(FieldScope field) {
    var words = field.getRawMember().getAnnotation(Words.class);
    if (words == null || field.getType().getErasedType() != String.class) return null;
    return words.value().length > 0 ? List.of(words.value()) : words(words.of());
  }

  private static List<String> words(Class<?> constants) {
    return Arrays.stream(constants.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean plain(ResolvedType resolved, ObjectNode node) {
    var type = resolved.getErasedType();
    if (type.isEnum()) {
      var words = node.put("type", "string").putArray("enum");
      words(type).forEach(words::add);
    } else if (type == Instant.class) {
      node.put("type", "string").put("format", "date-time");
    } else if (type == LocalDate.class) {
      node.put("type", "string").put("format", "date");
    } else if (type == JsonObject.class || Map.class.isAssignableFrom(type)) {
      node.put("type", "object").set("additionalProperties", anyOrText(resolved, node));
    } else return type == Object.class;
    return true;
  }

  private static JsonNode anyOrText(ResolvedType map, ObjectNode node) {
    var types = map.getTypeParameters();
    var texts = types.size() == 2 && types.get(1).getErasedType() == String.class;
    return texts ? node.objectNode().put("type", "string") : node.booleanNode(true);
  }
}
