package recruitflow.platform.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.EnumMap;
import java.util.Map;
import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderHttp;

/**
 * Claude by the Messages API. Sampling parameters and a prepared beginning of the answer are never
 * sent: newer models refuse both.
 */
final class AnthropicModels {

  static final String PROVIDER = "anthropic";

  private static final String VERSION = "2023-06-01";

  /** Text and the facts beside it. */
  record Reply(String text, WireResponse wire) {}

  private final ModelSettings settings;
  private final Map<Purpose, ChatModel> models = new EnumMap<>(Purpose.class);

  AnthropicModels(House house) {
    settings = house.models();
    var http = new ProviderHttp(house, PROVIDER, settings.apiUrl());
    for (var purpose : Purpose.values()) {
      models.put(purpose, model(purpose, http));
    }
  }

  private ChatModel model(Purpose purpose, ProviderHttp http) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(ProviderHttpClient.builder(http, settings.apiUrl(), purpose.limit()))
        .baseUrl(settings.apiUrl() + "/v1")
        .apiKey(settings.apiKey().value())
        .version(VERSION)
        .modelName(purpose.model(settings))
        .maxTokens(settings.maxTokens())
        .timeout(purpose.limit())
        .maxRetries(0)
        .build();
  }

  /**
   * Asks and waits.
   *
   * @throws ProviderFailure whatever goes wrong
   */
  Reply ask(ModelRequest request) {
    try {
      var response = models.get(request.purpose()).chat(chat(request));
      return new Reply(text(response), wire(response));
    } catch (ProviderFailure failure) {
      throw failure;
    } catch (RuntimeException notUnderstood) {
      throw new ProviderFailure.Malformed(PROVIDER, "answered something that is no message");
    }
  }

  private ChatRequest chat(ModelRequest request) {
    var chat =
        ChatRequest.builder()
            .messages(SystemMessage.from(request.system()), UserMessage.from(request.user()));
    if (request.schema() != null && takesSchema(request.purpose().model(settings))) {
      chat.responseFormat(format(request));
    }
    return chat.build();
  }

  private static ResponseFormat format(ModelRequest request) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name(request.purpose().word())
                .rootElement(JsonRawSchema.from(request.schema()))
                .build())
        .build();
  }

  /** Models before 4.5 answer JSON only by being asked for it. */
  private static boolean takesSchema(String model) {
    return !model.matches("claude-(2|3|instant|(sonnet|opus)-4(-0|-1|-2025.*)?$).*");
  }

  private static String text(ChatResponse response) {
    var text = response.aiMessage().text();
    return text == null ? "" : text;
  }

  private static WireResponse wire(ChatResponse response) {
    var metadata = (AnthropicChatResponseMetadata) response.metadata();
    return WireResponse.of(metadata.rawHttpResponse().body());
  }
}
