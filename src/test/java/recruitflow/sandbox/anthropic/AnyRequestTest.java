package recruitflow.sandbox.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked, the model's stand-in answers or refuses; it does not break. */
class AnyRequestTest {
  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(s -> (Object) s),
            Arbitraries.integers().map(n -> (Object) n),
            Arbitraries.of(true, false).map(b -> (Object) b),
            Arbitraries.of(
                new JsonObject(),
                new JsonArray(),
                JsonObject.of("role", "user", "content", "x"),
                JsonArray.of(JsonObject.of("role", "user", "content", "x")),
                JsonObject.of("type", "tool", "name", "x"),
                "claude-sonnet-4-6"));
    return leaves;
  }

  @Property(tries = 1000)
  void any_request_to_the_model_is_in_order_or_refused(
      @ForAll("fields") Map<String, Object> fields) {
    var request =
        JsonObject.of("model", "claude-sonnet-4-6", "max_tokens", 10)
            .put("messages", JsonArray.of(JsonObject.of("role", "user", "content", "x")));
    fields.forEach(request::put);
    try {
      AnthropicCheck.request(request, AnthropicCheck.NEW_VERSION);
    } catch (AnthropicFailure refusal) {
      assertThat(refusal.code).isIn(400, 404);
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> fields() {
    var names =
        Arbitraries.of(
            "model",
            "max_tokens",
            "messages",
            "system",
            "tools",
            "tool_choice",
            "output_config",
            "thinking",
            "cache_control",
            "stream",
            "metadata",
            "temperature",
            "other");
    return Arbitraries.maps(names, values()).ofMaxSize(4);
  }
}
