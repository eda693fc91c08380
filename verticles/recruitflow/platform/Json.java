package recruitflow.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.VertxModule;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Records to JSON and back: camelCase, ISO-8601 instants, enums as lower_snake words. */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(new VertxModule())
          .addModule(lowerCaseEnums())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** The mapper behind {@link #of} and {@link #read}. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** A record as JSON. */
  @SuppressWarnings("unchecked")
  public static JsonObject of(Object value) {
    if (value instanceof JsonObject json) return json;
    return new JsonObject((Map<String, Object>) MAPPER.convertValue(value, Map.class));
  }

  /**
   * JSON as a record.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  public static <T> T read(JsonObject json, Class<T> type) {
    return MAPPER.convertValue(json, type);
  }

  /** The word an enum constant is known by outside: {@code CALL_QUEUED} is {@code call_queued}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static SimpleModule lowerCaseEnums() {
    var module = new SimpleModule();
    module.addSerializer(new EnumWords());
    module.setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> deserializer) {
            return new WordsToEnum(type.getRawClass());
          }
        });
    return module;
  }

  @SuppressWarnings("rawtypes")
  private static final class EnumWords extends StdSerializer<Enum> {
    private EnumWords() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }

  private static final class WordsToEnum extends JsonDeserializer<Enum<?>> {
    private final Class<?> type;

    private WordsToEnum(Class<?> type) {
      this.type = type;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Enum<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
      var word = in.getText();
      try {
        return Enum.valueOf((Class<? extends Enum>) type, word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw context.weirdStringException(word, type, "not one of its words");
      }
    }
  }
}
