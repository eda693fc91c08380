package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The settings of the channel: where webhooks go, which files are fetched at once, how patiently.
 */
final class WhapiSettings {
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
    WhapiForms.settings(change);
    settings = settings.copy().mergeIn(change.copy());
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
