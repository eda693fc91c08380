package recruitflow.sandbox.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recruitflow.sandbox.anthropic.AnthropicCaller.TALK;
import static recruitflow.sandbox.anthropic.AnthropicCaller.message;
import static recruitflow.sandbox.anthropic.AnthropicCaller.object;
import static recruitflow.sandbox.anthropic.AnthropicCaller.outputConfig;
import static recruitflow.sandbox.anthropic.AnthropicCaller.params;
import static recruitflow.sandbox.anthropic.AnthropicCaller.request;
import static recruitflow.sandbox.anthropic.AnthropicCaller.type;

import com.anthropic.core.JsonValue;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.sandbox.SandboxKeys;

class AnthropicRequestsTest {
  @RegisterExtension private static final AnthropicCaller model = new AnthropicCaller();

  @Test
  void keys_and_models_that_are_wrong_are_refused() {
    var stranger = model.client("sk-other");
    assertThatThrownBy(
            () -> stranger.messages().create(params("claude-opus-5").addUserMessage("x").build()))
        .isInstanceOf(UnauthorizedException.class);
    stranger.close();
    assertThatThrownBy(() -> model.ask(params("claude-3-haiku-20240307"), TALK))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> model.ask(params("claude-sonnet-4-20250514"), TALK))
        .isInstanceOf(NotFoundException.class);
    assertThat(model.ask(params("claude-haiku-4-5"), TALK).model().asString())
        .isEqualTo("claude-haiku-4-5-20251001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "top_p", "top_k"})
  void the_new_version_takes_no_sampling_parameters(String name) {
    var params = params("claude-sonnet-4-6").putAdditionalBodyProperty(name, JsonValue.from(1));
    assertThatThrownBy(() -> model.ask(params, TALK)).isInstanceOf(BadRequestException.class);
  }

  private void invalid(JsonObject body, String part) {
    var answer = model.post("2023-06-01", body);
    assertThat(answer.statusCode()).as(body.encode()).isEqualTo(400);
    assertThat(answer.getHeader("request-id")).startsWith("req_");
    var json = answer.bodyAsJsonObject();
    assertThat(json.getString("type")).isEqualTo("error");
    assertThat(json.getString("request_id")).isEqualTo(answer.getHeader("request-id"));
    assertThat(json.getJsonObject("error").getString("type")).isEqualTo("invalid_request_error");
    assertThat(json.getJsonObject("error").getString("message")).contains(part);
  }

  @Test
  void the_old_version_takes_sampling_parameters_from_older_models_only() {
    assertThat(model.post("2023-06-01", request().put("temperature", 0)).statusCode())
        .isEqualTo(200);
    var newer = request().put("model", "claude-opus-4-7").put("temperature", 0);
    invalid(newer, "temperature");
    assertThat(model.post("2026-10-21", request().put("temperature", 1)).statusCode())
        .isEqualTo(400);
    assertThat(model.post("2024-01-01", request()).statusCode()).isEqualTo(400);
    assertThat(model.post(null, request()).statusCode()).isEqualTo(400);
  }

  @Test
  void requests_that_are_not_in_order_are_refused_with_the_field() {
    invalid(without("model"), "model");
    invalid(without("max_tokens"), "max_tokens");
    invalid(without("messages"), "messages");
    invalid(request().put("max_tokens", 0), "max_tokens");
    invalid(request().put("max_tokens", "1"), "max_tokens");
    invalid(request().put("max_token", 1), "Extra inputs");
    invalid(request().put("messages", new JsonArray()), "at least one");
    invalid(request().put("messages", new JsonArray().add(message("user", ""))), "non-empty");
    invalid(request().put("messages", new JsonArray().add(message("bot", "x"))), "role");
    invalid(request().put("stream", "yes"), "stream");
    var block = new JsonObject().put("type", "text").put("text", " ");
    invalid(
        request().put("messages", new JsonArray().add(message("user", new JsonArray().add(block)))),
        "non-empty");
    invalid(request().put("metadata", new JsonObject().put("email", "x")), "metadata");
    var answer =
        model.sandbox.ask(
            HttpMethod.POST,
            model.sandbox.url("anthropic") + "/v1/messages",
            Map.of("x-api-key", SandboxKeys.ANTHROPIC_API_KEY, "anthropic-version", "2023-06-01"),
            Buffer.buffer("{nonsense"));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  private static JsonObject without(String field) {
    var request = request();
    request.remove(field);
    return request;
  }

  @Test
  void a_prepared_beginning_of_the_answer_is_refused_from_version_4_6_on() {
    var messages = new JsonArray().add(message("user", "Hi")).add(message("assistant", "{"));
    invalid(request().put("messages", messages), "prefill");
    var older = request().put("model", "claude-sonnet-4-5").put("messages", messages);
    assertThat(model.post("2023-06-01", older).statusCode()).isEqualTo(200);
  }

  @Test
  void schemas_must_close_their_objects_and_leave_limits_out() {
    invalid(request().put("output_config", withSchema(type("object"))), "additionalProperties");
    var open = object(new JsonObject().put("a", type("object")));
    invalid(request().put("output_config", withSchema(open)), "properties.a");
    var limited = object(new JsonObject().put("score", type("integer").put("maximum", 100)));
    invalid(request().put("output_config", withSchema(limited)), "maximum");
    var effort = new JsonObject().put("effort", "enormous");
    invalid(request().put("output_config", effort), "effort");
    assertThat(
            model.post("2023-06-01", request().put("output_config", outputConfig())).statusCode())
        .isEqualTo(200);
  }

  private static JsonObject withSchema(JsonObject schema) {
    return new JsonObject()
        .put("format", new JsonObject().put("type", "json_schema").put("schema", schema));
  }

  @Test
  void a_forced_tool_is_used_and_an_unknown_one_refused() {
    var schema = outputConfig().getJsonObject("format").getJsonObject("schema");
    var tool = new JsonObject().put("name", "record").put("input_schema", schema);
    var choice = new JsonObject().put("type", "tool").put("name", "record");
    var request =
        request()
            .put("messages", new JsonArray().add(message("user", TALK)))
            .put("tools", new JsonArray().add(tool.put("strict", true)))
            .put("tool_choice", choice);
    var answer = model.post("2026-10-21", request).bodyAsJsonObject();
    assertThat(answer.getString("stop_reason")).isEqualTo("tool_use");
    var use = answer.getJsonArray("content").getJsonObject(0);
    assertThat(use.getString("name")).isEqualTo("record");
    assertThat(use.getJsonObject("input").getString("outcome")).isEqualTo("not_qualified");

    invalid(request.copy().put("tool_choice", choice.copy().put("name", "other")), "other");
    invalid(request().put("tool_choice", choice), "tools");
    var thinking = new JsonObject().put("type", "enabled").put("budget_tokens", 1024);
    invalid(request.copy().put("max_tokens", 4000).put("thinking", thinking), "Thinking");
  }

  @Test
  void a_web_page_can_come_in_place_of_an_answer() {
    model.sandbox.turnOn("anthropic", "html", 1);
    var answer = model.post("2026-10-21", request());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html");
  }

  @Test
  void models_are_listed_in_pages_and_found_by_id() {
    var ids = model.client.models().list().autoPager().stream().map(model -> model.id()).toList();
    assertThat(ids).contains("claude-sonnet-4-6", "claude-haiku-5-5").doesNotHaveDuplicates();
    assertThat(model.client.models().retrieve("claude-sonnet-4-6").displayName())
        .isEqualTo("Claude Sonnet 4.6");
    assertThatThrownBy(() -> model.client.models().retrieve("claude-1"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_long_marked_beginning_is_written_to_the_cache_and_then_read_from_it() {
    var block =
        new JsonObject()
            .put("type", "text")
            .put("text", "Long instructions. ".repeat(400))
            .put("cache_control", new JsonObject().put("type", "ephemeral"));
    var request = request().put("system", new JsonArray().add(block));
    var first = usage(request);
    assertThat(first.getInteger("cache_creation_input_tokens")).isGreaterThan(1024);
    var second = usage(request);
    assertThat(second.getInteger("cache_read_input_tokens"))
        .isEqualTo(first.getInteger("cache_creation_input_tokens"));
    assertThat(second.getInteger("cache_creation_input_tokens")).isZero();
    block.put("text", "Short");
    assertThat(usage(request).getInteger("cache_creation_input_tokens")).isZero();
  }

  private JsonObject usage(JsonObject request) {
    return model.post("2026-10-21", request).bodyAsJsonObject().getJsonObject("usage");
  }
}
