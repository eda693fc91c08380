package recruitflow.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.operations.Failure;

/**
 * Requests and bells on the event bus. A body is a {@link JsonObject}; an answer is {@code {"ok":
 * …}} or {@code {"failure": {code, message, fields}}}, since the bus itself carries only a number
 * and a text.
 */
public final class Bus {

  private static final Logger log = LoggerFactory.getLogger(Bus.class);

  private Bus() {}

  /**
   * Each message gets its own task, so that a slow one delays nobody, and every request gets an
   * answer, even when the handler throws.
   */
  public static Future<Void> on(
      Context context, String address, Function<JsonObject, JsonObject> handler) {
    return context
        .owner()
        .eventBus()
        .<JsonObject>localConsumer(
            address,
            message ->
                context.runOnContext(
                    v -> {
                      JsonObject answer;
                      try {
                        answer = new JsonObject().put("ok", handler.apply(message.body()));
                      } catch (Throwable e) { // an Error must be answered too
                        answer = new JsonObject().put("failure", failure(address, e).toJson());
                      }
                      if (message.replyAddress() != null) message.reply(answer);
                    }))
        .completion();
  }

  /** Rings when something may be waiting; losing the bell costs a poll interval. */
  public static Future<Void> onRing(Context context, String address, Runnable look) {
    return context
        .owner()
        .eventBus()
        .localConsumer(address, message -> context.runOnContext(v -> look.run()))
        .completion();
  }

  /** Asks and waits at most {@code limit}; a failure arrives as the {@link Failure} it was. */
  public static Future<JsonObject> ask(
      Vertx vertx, String address, JsonObject body, Duration limit) {
    var options = new DeliveryOptions().setSendTimeout(limit.toMillis()).setLocalOnly(true);
    return vertx
        .eventBus()
        .<JsonObject>request(address, body, options)
        .map(message -> answered(message.body()));
  }

  private static JsonObject answered(JsonObject answer) {
    if (answer.containsKey("failure")) throw Failure.of(answer.getJsonObject("failure"));
    return answer.getJsonObject("ok");
  }

  private static Failure failure(String address, Throwable thrown) {
    var failure = Failure.from(thrown);
    if (failure.isOurFault()) log.error("{} failed", address, thrown);
    return failure;
  }
}
