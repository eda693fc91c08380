package recruitflow.platform.llm;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.House;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderNotices;

/**
 * The one way to language models. Every call is logged. A refused key, an empty account or a
 * missing model is shown to people once, and the provider is left alone for a while.
 */
public final class Models {

  private static final Duration LEFT_ALONE = Duration.ofMinutes(5);

  private final ModelSettings settings;

  /** Null when it is not configured. */
  private final AnthropicModels anthropic;

  private final ModelLog log;
  private final ProviderNotices notices;

  public Models(House house) {
    this.settings = house.models();
    this.anthropic = settings.configured() ? new AnthropicModels(house) : null;
    this.log = new ModelLog(house.db(), house.metrics(), settings);
    this.notices = new ProviderNotices(house.db());
  }

  /** Forgets an earlier trouble: the configuration may have changed since. */
  public void startAfresh() {
    notices.clear(AnthropicModels.PROVIDER);
  }

  /**
   * Asks and waits for the whole answer.
   *
   * @throws ProviderFailure when no answer came; asking again is safe, though billed again
   * @throws ModelsBlocked when a person has to act first
   */
  public ModelAnswer ask(ModelRequest request) {
    if (anthropic == null) {
      throw new ModelsBlocked("No language model is configured.", LEFT_ALONE);
    }
    var block = notices.block(AnthropicModels.PROVIDER);
    if (block.isPresent()) {
      throw new ModelsBlocked(block.get().message(), block.get().pause());
    }
    var started = System.nanoTime();
    try {
      return answer(request, anthropic.ask(request), started);
    } catch (ProviderFailure.Paused notAsked) {
      throw notAsked;
    } catch (ProviderFailure failure) {
      log.failed(request, failure, millisSince(started));
      throw blocking(failure);
    }
  }

  private ModelAnswer answer(ModelRequest request, AnthropicModels.Reply reply, long started) {
    var answer = read(request, reply);
    log.answered(request, reply, outcome(answer), millisSince(started));
    notices.clear(AnthropicModels.PROVIDER);
    return answer;
  }

  private ModelAnswer read(ModelRequest request, AnthropicModels.Reply reply) {
    var wire = reply.wire();
    var model = wire.model(request.purpose().model(settings));
    return switch (wire.stopReason()) {
      case "end_turn", "stop_sequence" ->
          new ModelAnswer.Complete(model, reply.text(), wire.json());
      case "refusal" -> new ModelAnswer.Refused(model, wire.explanation());
      case "max_tokens", "model_context_window_exceeded" ->
          new ModelAnswer.Truncated(model, wire.stopReason());
      default ->
          throw new ProviderFailure.Malformed(
              AnthropicModels.PROVIDER, "stopped for no known reason");
    };
  }

  private static String outcome(ModelAnswer answer) {
    return switch (answer) {
      case ModelAnswer.Complete _ -> "complete";
      case ModelAnswer.Truncated _ -> "truncated";
      case ModelAnswer.Refused _ -> "refused";
    };
  }

  /** Troubles that only a person can end become a notice; all others stay what they are. */
  private RuntimeException blocking(ProviderFailure failure) {
    var trouble =
        switch (failure) {
          case ProviderFailure.Refused refused -> trouble(refused.status());
          case ProviderFailure.RateLimited limited when isSpendLimit(limited.body()) ->
              "The spending limit of the language model account is reached.";
          default -> null;
        };
    if (trouble == null) {
      return failure;
    }
    notices.raise(AnthropicModels.PROVIDER, trouble, LEFT_ALONE);
    return new ModelsBlocked(trouble, LEFT_ALONE);
  }

  private static String trouble(int status) {
    return switch (status) {
      case 401 -> "The language model provider refuses our key.";
      case 402 -> "The language model account cannot be billed.";
      case 403 -> "The language model account lacks a permission.";
      case 404 -> "The configured language model does not exist any more.";
      default -> null;
    };
  }

  /** By code, never by wording: ordinary rate limits carry none of these. */
  private static boolean isSpendLimit(Buffer body) {
    try {
      var error = new JsonObject(body).getJsonObject("error", new JsonObject());
      var code = error.getJsonObject("details", new JsonObject()).getString("error_code", "");
      return code.endsWith("spend_limit_reached");
    } catch (DecodeException | ClassCastException | NullPointerException e) {
      return false;
    }
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }
}
