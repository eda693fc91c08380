package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the channel: where webhooks go, which files are fetched at once, how patiently.
 */
final class WhapiSettings {
  private static final Set<String> EVENTS =
      Set.of(
          "messages",
          "statuses",
          "chats",
          "contacts",
          "groups",
          "presences",
          "calls",
          "channel",
          "users",
          "labels",
          "service");
  private static final Set<String> METHODS = Set.of("post", "put", "patch", "delete");
  private static final Set<String> MEDIA =
      Set.of("image", "audio", "voice", "video", "document", "sticker");

  private JsonObject settings =
      new JsonObject()
          .put("callback_backoff_delay_ms", 3000)
          .put("max_callback_backoff_delay_ms", 900_000)
          .put("callback_persist", true)
          .put("media", new JsonObject().put("auto_download", new JsonArray()))
          .put("webhooks", new JsonArray())
          .put("offline_mode", false);

  JsonObject all() {
    return settings.copy();
  }

  /** Takes over what is named; a wrong value leaves everything as it was. */
  void patch(JsonObject change) {
    number(change, "callback_backoff_delay_ms", 3_000, 15_000);
    number(change, "max_callback_backoff_delay_ms", 600_000, 3_600_000);
    flag(change, "callback_persist");
    flag(change, "offline_mode");
    if (change.containsKey("media")) media(object(change.getValue("media"), "media"));
    if (change.containsKey("webhooks")) {
      for (var each : array(change.getValue("webhooks"), "webhooks"))
        webhook(object(each, "webhooks"));
    }
    settings = settings.copy().mergeIn(change.copy());
  }

  private static void number(JsonObject change, String field, long least, long most) {
    if (!change.containsKey(field)) return;
    if (!(change.getValue(field) instanceof Number value)) throw WhapiFailure.settings(field);
    if (value.longValue() < least || value.longValue() > most) throw WhapiFailure.settings(field);
  }

  private static void flag(JsonObject change, String field) {
    if (change.containsKey(field) && !(change.getValue(field) instanceof Boolean))
      throw WhapiFailure.settings(field);
  }

  private static void media(JsonObject media) {
    if (!media.containsKey("auto_download")) return;
    for (var type : array(media.getValue("auto_download"), "media.auto_download"))
      if (!MEDIA.contains(String.valueOf(type))) throw WhapiFailure.settings("auto_download");
  }

  private static void webhook(JsonObject webhook) {
    if (!(webhook.getValue("url") instanceof String url) || !url.matches("https?://\\S+"))
      throw WhapiFailure.settings("webhooks.url");
    if (!Set.of("body", "path", "method").contains(webhook.getString("mode", "body")))
      throw WhapiFailure.settings("webhooks.mode");
    var headers = object(webhook.getValue("headers", new JsonObject()), "webhooks.headers");
    if (headers.size() > 5) throw WhapiFailure.settings("webhooks.headers");
    for (var each : array(webhook.getValue("events", new JsonArray()), "webhooks.events")) {
      var event = object(each, "webhooks.events");
      if (!EVENTS.contains(event.getString("type"))
          || !METHODS.contains(event.getString("method", "post")))
        throw WhapiFailure.settings("webhooks.events");
    }
  }

  private static JsonObject object(Object value, String field) {
    if (value instanceof JsonObject object) return object;
    if (value instanceof Map<?, ?>) return JsonObject.mapFrom(value);
    throw WhapiFailure.settings(field);
  }

  private static JsonArray array(Object value, String field) {
    if (value instanceof JsonArray array) return array;
    throw WhapiFailure.settings(field);
  }

  boolean downloads(String mediaType) {
    return settings.getJsonObject("media").getJsonArray("auto_download").contains(mediaType);
  }

  JsonArray webhooks() {
    return settings.getJsonArray("webhooks");
  }

  long backoffMillis() {
    return settings.getLong("callback_backoff_delay_ms");
  }

  long longestBackoffMillis() {
    return settings.getLong("max_callback_backoff_delay_ms");
  }
}
