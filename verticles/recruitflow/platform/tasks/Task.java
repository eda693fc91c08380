package recruitflow.platform.tasks;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A piece of background work to be added. Payloads hold ids only and may only grow.
 *
 * @param key unique among open tasks of the kind: asking twice makes one; null for no such limit
 * @param runAt business time; null means now
 * @param priority smaller goes first
 */
public record Task(
    String kind, String key, JsonObject payload, Instant runAt, int priority, int maxAttempts) {

  private static final int USUAL_PRIORITY = 100;
  private static final int USUAL_ATTEMPTS = 5;

  /** A task due now, without key and payload. */
  public static Task of(String kind) {
    return new Task(kind, null, new JsonObject(), null, USUAL_PRIORITY, USUAL_ATTEMPTS);
  }

  /** The same with a key. */
  public Task key(String newKey) {
    return new Task(kind, newKey, payload, runAt, priority, maxAttempts);
  }

  /** The same with a payload. */
  public Task payload(JsonObject newPayload) {
    return new Task(kind, key, newPayload, runAt, priority, maxAttempts);
  }

  /** The same, due at a business time. */
  public Task at(Instant newRunAt) {
    return new Task(kind, key, payload, newRunAt, priority, maxAttempts);
  }

  /** The same with another priority. */
  public Task priority(int newPriority) {
    return new Task(kind, key, payload, runAt, newPriority, maxAttempts);
  }

  /** The same with another number of attempts in all. */
  public Task maxAttempts(int newMaxAttempts) {
    return new Task(kind, key, payload, runAt, priority, newMaxAttempts);
  }
}
