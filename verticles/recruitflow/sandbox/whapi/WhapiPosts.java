package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import recruitflow.sandbox.Webhooks;

/**
 * Tells the product what happened on the channel. Nothing is signed: a fixed header is all there
 * is. Webhooks set through the API come before the one the sandbox was started with.
 */
final class WhapiPosts {
  private static final int MOST_REPETITIONS = 30;

  private final Webhooks webhooks;
  private final WhapiSettings settings;
  private Duration shortened;

  WhapiPosts(Webhooks webhooks, WhapiSettings settings) {
    this.webhooks = webhooks;
    this.settings = settings;
  }

  /** Repeats sooner than the settings allow; null for as they say. */
  void repeatAfter(Duration pause) {
    shortened = pause;
  }

  void messages(List<JsonObject> messages) {
    send("messages", messages);
  }

  void statuses(List<JsonObject> statuses) {
    send("statuses", statuses);
  }

  private void send(String type, List<JsonObject> items) {
    var event = new JsonObject().put("type", type).put("event", "post");
    var copies = items.stream().map(JsonObject::copy).toList();
    var body = new JsonObject().put(type, new JsonArray(copies));
    body.put("event", event).put("channel_id", WhapiChannel.ID);
    if (settings.webhooks().isEmpty()) {
      var target = webhooks.targets();
      var secret = target.whapiHeaderName() != null && target.whapiHeaderValue() != null;
      var headers =
          secret
              ? Map.of(target.whapiHeaderName(), target.whapiHeaderValue())
              : Map.<String, String>of();
      post(type, items, target.whapiUrl(), headers, body);
    }
    for (var each : settings.webhooks()) {
      var webhook = (JsonObject) each;
      if (wants(webhook, type)) post(type, items, webhook.getString("url"), headers(webhook), body);
    }
  }

  private static boolean wants(JsonObject webhook, String type) {
    var events = webhook.getJsonArray("events", new JsonArray());
    return events.isEmpty()
        || events.stream().anyMatch(event -> type.equals(((JsonObject) event).getString("type")));
  }

  private static Map<String, String> headers(JsonObject webhook) {
    var headers = new HashMap<String, String>();
    webhook
        .getJsonObject("headers", new JsonObject())
        .forEach(header -> headers.put(header.getKey(), header.getValue().toString()));
    return headers;
  }

  private void post(
      String type,
      List<JsonObject> items,
      String url,
      Map<String, String> headers,
      JsonObject body) {
    var ids = new JsonArray(items.stream().map(item -> item.getString("id")).toList());
    var fields = new JsonObject().put("ids", ids);
    items.stream()
        .map(item -> item.getString("status"))
        .filter(status -> type.equals("statuses") && status != null)
        .findFirst()
        .ifPresent(status -> fields.put("status", status));
    webhooks.send(
        new Webhooks.Webhook("whapi", type, url, body.toBuffer(), () -> headers, pauses(), fields));
  }

  /** Each wait is longer than the one before by the same amount. */
  private List<Duration> pauses() {
    if (shortened != null)
      return LongStream.rangeClosed(1, MOST_REPETITIONS).mapToObj(shortened::multipliedBy).toList();
    return LongStream.rangeClosed(1, MOST_REPETITIONS)
        .map(n -> Math.min(n * settings.backoffMillis(), settings.longestBackoffMillis()))
        .mapToObj(Duration::ofMillis)
        .toList();
  }
}
