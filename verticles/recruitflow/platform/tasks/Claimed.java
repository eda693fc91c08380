package recruitflow.platform.tasks;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

/** A task in our hands; {@code fence} proves it. */
record Claimed(
    long id,
    String kind,
    String key,
    JsonObject payload,
    int attempt,
    int maxAttempts,
    long fence) {

  static Claimed from(Row row) {
    return new Claimed(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("key"),
        row.getJsonObject("payload"),
        row.getInteger("attempt"),
        row.getInteger("max_attempts"),
        row.getLong("fence"));
  }
}
