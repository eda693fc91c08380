package recruitflow.sandbox.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.ClosedAfterAll;

/** Asks the model's stand-in, by Anthropic's own client and by hand where that is too good. */
final class AnthropicCaller implements ClosedAfterAll, BeforeEachCallback {
  static final String SYSTEM =
      """
      You judge a screening. Now: 2026-11-21T15:04:00+02:00 (zone Europe/Bucharest).
      Criteria, each with its key:
      - licence: Do you have a driving licence?
      - weekends: Would you work on weekends?
      """;

  static final String TALK =
      """
      [0] Agent: Hello, do you have a driving licence?
      [1] User: Yes, since 2014.
      [2] Agent: Would you work on weekends?
      [3] User: No, never on weekends.
      """;

  final RunningSandbox sandbox = RunningSandbox.start();
  final AnthropicClient client = client(SandboxKeys.ANTHROPIC_API_KEY);

  AnthropicClient client(String key) {
    return AnthropicOkHttpClient.builder()
        .baseUrl(sandbox.url("anthropic"))
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  static MessageCreateParams.Builder params(String model) {
    return MessageCreateParams.builder().model(model).maxTokens(2000).system(SYSTEM);
  }

  Message ask(String talk) {
    return ask(params("claude-sonnet-4-6"), talk);
  }

  Message ask(MessageCreateParams.Builder params, String talk) {
    var asked = params.addUserMessage(talk).putAdditionalBodyProperty("output_config", format());
    return client.messages().create(asked.build()).validate();
  }

  static JsonValue format() {
    try {
      return JsonValue.from(new ObjectMapper().readValue(outputConfig().encode(), Map.class));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static JsonObject outputConfig() {
    var finding =
        object(
            new JsonObject()
                .put(
                    "key",
                    type("string").put("enum", new JsonArray().add("licence").add("weekends")))
                .put("verdict", type("string"))
                .put("quote", nullable("string"))
                .put("turn_index", nullable("integer")));
    var schema =
        object(
            new JsonObject()
                .put("outcome", type("string"))
                .put("qualified", type("boolean"))
                .put("score", type("integer"))
                .put("reasoning", type("string"))
                .put("callback_requested", type("boolean"))
                .put("callback_notes", nullable("string"))
                .put("callback_at", nullable("string"))
                .put("needs_human", type("boolean"))
                .put("needs_human_notes", nullable("string"))
                .put("criteria", type("array").put("items", finding)));
    return new JsonObject()
        .put("format", new JsonObject().put("type", "json_schema").put("schema", schema));
  }

  static JsonObject type(String type) {
    return new JsonObject().put("type", type);
  }

  static JsonObject nullable(String type) {
    return new JsonObject().put("type", new JsonArray().add(type).add("null"));
  }

  static JsonObject object(JsonObject properties) {
    return type("object")
        .put("properties", properties)
        .put("required", new JsonArray(properties.fieldNames().stream().toList()))
        .put("additionalProperties", false);
  }

  static String text(Message message) {
    return message.content().stream()
        .flatMap(block -> block.text().stream())
        .map(block -> block.text())
        .collect(Collectors.joining());
  }

  static JsonObject verdict(Message message) {
    return new JsonObject(text(message));
  }

  HttpResponse<Buffer> post(String version, JsonObject body) {
    return sandbox.ask(
        HttpMethod.POST,
        sandbox.url("anthropic") + "/v1/messages",
        version == null
            ? Map.of("x-api-key", SandboxKeys.ANTHROPIC_API_KEY)
            : Map.of("x-api-key", SandboxKeys.ANTHROPIC_API_KEY, "anthropic-version", version),
        body.toBuffer());
  }

  static JsonObject request() {
    return new JsonObject()
        .put("model", "claude-sonnet-4-6")
        .put("max_tokens", 500)
        .put("messages", new JsonArray().add(message("user", "Hello")));
  }

  static JsonObject message(String role, Object content) {
    return new JsonObject().put("role", role).put("content", content);
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
  }

  /** No fault of one test is left for the next. */
  @Override
  public void beforeEach(ExtensionContext test) {
    sandbox.control(HttpMethod.DELETE, "/faults", null);
  }
}
