package recruitflow.sandbox.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recruitflow.sandbox.anthropic.AnthropicCaller.TALK;
import static recruitflow.sandbox.anthropic.AnthropicCaller.message;
import static recruitflow.sandbox.anthropic.AnthropicCaller.params;
import static recruitflow.sandbox.anthropic.AnthropicCaller.request;

import com.anthropic.core.JsonValue;
import com.anthropic.errors.BadRequestException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Tool;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.sandbox.SandboxKeys;

/** What the Messages API does not take, and how it says so. */
class AnthropicRefusalsTest {
  @RegisterExtension private static final AnthropicCaller model = new AnthropicCaller();

  private static void refused(MessageCreateParams.Builder params, String part) {
    var asked = params.addUserMessage(TALK).build();
    assertThatThrownBy(() -> model.client.messages().create(asked))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining(part);
  }

  @Test
  void five_marks_for_the_cache_are_one_too_many() {
    var block =
        TextBlockParam.builder()
            .text("Read this.")
            .cacheControl(CacheControlEphemeral.builder().build())
            .build();
    refused(
        params("claude-sonnet-4-6").systemOfTextBlockParams(Collections.nCopies(5, block)),
        "A maximum of 4 blocks with cache_control may be provided. Found 5.");
    var four = params("claude-sonnet-4-6").systemOfTextBlockParams(Collections.nCopies(4, block));
    assertThat(model.ask(four, TALK).content()).isNotEmpty();
    var marked = new JsonObject().put("type", "text").put("text", "x");
    marked.put("cache_control", JsonObject.of("type", "ephemeral"));
    var tool = tool("a").put("cache_control", JsonObject.of("type", "ephemeral"));
    var everywhere =
        request()
            .put("tools", JsonArray.of(tool, tool.copy().put("name", "b")))
            .put("system", JsonArray.of(marked))
            .put("messages", JsonArray.of(message("user", JsonArray.of(marked, marked))));
    invalid(everywhere, "Found 5");
  }

  private static JsonObject tool(String name) {
    return JsonObject.of("name", name, "input_schema", JsonObject.of("type", "object"));
  }

  private static void invalid(JsonObject body, String part) {
    var answer = model.post("2026-10-21", body);
    assertThat(answer.statusCode()).as(body.encode()).isEqualTo(400);
    var error = answer.bodyAsJsonObject().getJsonObject("error");
    assertThat(error.getString("type")).isEqualTo("invalid_request_error");
    assertThat(error.getString("message")).contains(part);
  }

  @Test
  void two_tools_of_one_name_are_refused() {
    var tool =
        Tool.builder().name("record").inputSchema(Tool.InputSchema.builder().build()).build();
    refused(params("claude-sonnet-4-6").addTool(tool).addTool(tool), "Tool names must be unique");
  }

  @Test
  void keys_that_are_not_known_are_refused_with_their_place() {
    refused(
        params("claude-sonnet-4-6")
            .outputConfig(
                OutputConfig.builder()
                    .putAdditionalProperty("verbosity", JsonValue.from("high"))
                    .build()),
        "output_config.verbosity: Extra inputs are not permitted");
    var tool =
        Tool.builder()
            .name("record")
            .inputSchema(Tool.InputSchema.builder().build())
            .putAdditionalProperty("colour", JsonValue.from("red"))
            .build();
    refused(
        params("claude-sonnet-4-6").addTool(tool),
        "tools.0.custom.colour: Extra inputs are not permitted");
  }

  @Test
  void words_and_types_that_are_not_known_are_refused() {
    refused(
        params("claude-sonnet-4-6")
            .putAdditionalBodyProperty("stop_sequences", JsonValue.from("END")),
        "stop_sequences: Input should be a valid list");
    refused(
        params("claude-sonnet-4-6").serviceTier(MessageCreateParams.ServiceTier.of("gold")),
        "service_tier: Input should be 'auto' or 'standard_only'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stop_sequences | [1] | stop_sequences.0: Input should be a valid string",
        "stop_sequences | [\" \"] | stop_sequences",
        "speed | \"warp\" | speed: Input should be 'standard' or 'fast'",
        "max_tokens | 1.5 | max_tokens: Input should be a valid integer",
        "max_tokens | 200000 | max_tokens",
        "stream | 1 | stream: Input should be a valid boolean",
        "system | 7 | system: Input should be a valid string",
        "system | [{\"type\": \"text\", \"text\": \"x\", \"loud\": 1}] | system.0.loud: Extra"
            + " inputs",
        "system | [{\"type\": \"image\"}] | system.0",
        "metadata | {\"user_id\": 7} | metadata.user_id: Input should be a valid string",
        "output_config | {\"format\": {\"type\": \"json_schema\"}} | format.schema: Field required",
        "output_config | {\"format\": {\"type\": \"json\", \"schema\": {}}} | format.type",
        "output_config | {\"effort\": 3} | output_config.effort",
        "cache_control | {\"type\": \"forever\"} | cache_control.type: Input should be 'ephemeral'",
        "cache_control | {\"type\": \"ephemeral\", \"ttl\": \"2h\"} | '5m' or '1h'",
        "thinking | {\"type\": \"deep\"} | thinking: Input tag 'deep'",
        "thinking | {\"type\": \"adaptive\", \"budget_tokens\": 1} | Extra inputs",
        "tools | [{\"name\": \"a\"}] | tools.0.custom.input_schema: Field required",
        "tools | [{\"name\": \"a b\", \"input_schema\": {\"type\": \"object\"}}] | custom.name",
        "tools | [{\"type\": \"magic\", \"name\": \"a\"}] | tools.0: Input tag 'magic'",
        "tools | {} | tools: Input should be a valid list",
        "temperature | \"hot\" | temperature"
      })
  void a_value_that_does_not_fit_is_refused_with_its_place(String field, String json, String part) {
    var value = Json.decodeValue(json);
    invalid(request().put(field, value), part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"text\", \"text\": \"x\", \"bold\": true} | content.0.text.bold: Extra inputs",
        "{\"type\": \"text\"} | content.0.text.text: Field required",
        "{\"type\": \"video\"} | content.0: Input tag 'video'",
        "{\"type\": \"document\"} | content.0.document.source: Field required",
        "{\"type\": \"tool_result\", \"tool_use_id\": 4} | tool_use_id: Input should be a valid",
        "{\"type\": \"image\", \"source\": {}, \"alt\": \"x\"} | content.0.image.alt: Extra inputs"
      })
  void a_block_that_does_not_fit_is_refused_with_its_place(String block, String part) {
    var content = new JsonArray().add(new JsonObject(block));
    invalid(request().put("messages", JsonArray.of(message("user", content))), part);
  }

  @Test
  void counting_takes_no_fields_that_only_an_answer_needs() {
    var answer =
        model.sandbox.ask(
            HttpMethod.POST,
            model.sandbox.url("anthropic") + "/v1/messages/count_tokens",
            Map.of("x-api-key", SandboxKeys.ANTHROPIC_API_KEY, "anthropic-version", "2026-10-21"),
            request().toBuffer());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.bodyAsString()).contains("max_tokens: Extra inputs are not permitted");
  }

  @Test
  void a_wrong_method_and_a_wrong_path_are_answered_in_its_own_form() {
    for (var each : List.of(Map.entry("/v1/messages", 405), Map.entry("/v1/letters", 404))) {
      var url = model.sandbox.url("anthropic") + each.getKey();
      var answer = model.sandbox.ask(HttpMethod.GET, url, Map.of(), null);
      assertThat(answer.statusCode()).isEqualTo(each.getValue());
      assertThat(answer.bodyAsJsonObject().getString("type")).isEqualTo("error");
    }
  }
}
