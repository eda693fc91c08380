package recruitflow.sandbox.faults;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One way in which a provider misbehaves.
 *
 * <p>Kinds for requests: {@code latency} (millis, then as usual), {@code status} (status, headers,
 * body), {@code hang} (no answer at all), {@code hang_in_body} (headers and half of the body, then
 * nothing), {@code trickle} (one byte per millis), {@code drop} (connection closed), {@code
 * cut_body} (half of the promised body, then closed), {@code wrong_body} (200 with contentType and
 * body). Those marked {@code acting} happen after the provider did what it was asked; hang, drop
 * and status happen before unless told otherwise.
 *
 * <p>Kinds for webhooks: {@code webhook_duplicate} (times in all), {@code webhook_delay} (millis),
 * {@code webhook_lose}, {@code webhook_hold} (kept back until {@code count} of them are there, then
 * sent last first).
 *
 * <p>{@code switch} turns on the peculiarity {@code name} of one stand-in.
 *
 * @param method null for any
 * @param path prefix without the provider's own, null for any
 * @param count how often, null for until removed
 */
public record Fault(
    String provider,
    String kind,
    String method,
    String path,
    Integer count,
    boolean acting,
    long millis,
    int status,
    Map<String, String> headers,
    String contentType,
    String body,
    int times,
    String name) {

  private static final Set<String> KINDS =
      Set.of(
          "latency",
          "status",
          "hang",
          "hang_in_body",
          "trickle",
          "drop",
          "cut_body",
          "wrong_body",
          "webhook_duplicate",
          "webhook_delay",
          "webhook_lose",
          "webhook_hold",
          "switch");
  private static final Set<String> ALWAYS_ACTING =
      Set.of("latency", "hang_in_body", "trickle", "cut_body", "wrong_body");

  /** Reads a rule; an unknown kind or a missing provider is refused. */
  public static Fault from(JsonObject json) {
    var kind = json.getString("kind", "");
    if (!KINDS.contains(kind)) throw new IllegalArgumentException("kind: one of " + KINDS);
    if (json.getString("provider", "").isBlank())
      throw new IllegalArgumentException("provider: missing");
    var body = json.getValue("body");
    return new Fault(
        json.getString("provider"),
        kind,
        json.getString("method"),
        json.getString("path"),
        json.getInteger("count"),
        ALWAYS_ACTING.contains(kind) || json.getBoolean("acting", false),
        json.getLong("millis", 1000L),
        json.getInteger("status", 503),
        headers(json.getJsonObject("headers", new JsonObject())),
        json.getString("contentType", body instanceof String ? "text/html" : "application/json"),
        body == null ? "" : body.toString(),
        json.getInteger("times", 2),
        json.getString("name"));
  }

  private static Map<String, String> headers(JsonObject json) {
    return json.stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }

  boolean concernsRequest(String toProvider, String withMethod, String toPath) {
    return !kind.startsWith("webhook_")
        && !kind.equals("switch")
        && provider.equals(toProvider)
        && (method == null || method.equalsIgnoreCase(withMethod))
        && (path == null || toPath.startsWith(path));
  }
}
