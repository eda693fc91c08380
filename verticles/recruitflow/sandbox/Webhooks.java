package recruitflow.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import recruitflow.sandbox.faults.Fault;
import recruitflow.sandbox.faults.Faults;

/** Posts what the providers announce to the product, faults included. */
public final class Webhooks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * One announcement.
   *
   * @param kind its type, for the ledger
   * @param headers made anew for each attempt: signatures carry the time
   * @param pauses real time before each further attempt, if the answer is worth one
   * @param fields what identifies it in the ledger
   */
  public record Webhook(
      String provider,
      String kind,
      String url,
      Buffer body,
      Supplier<Map<String, String>> headers,
      List<Duration> pauses,
      JsonObject fields) {}

  private final Vertx vertx;
  private final HttpClient client;
  private final Faults faults;
  private final Ledger ledger;
  private final Map<String, List<Webhook>> held = new HashMap<>();
  private volatile WebhookTargets targets; // may be set by the thread that opens the product's door

  Webhooks(Vertx vertx, WebhookTargets targets, Faults faults, Ledger ledger) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.targets = targets;
    this.faults = faults;
    this.ledger = ledger;
  }

  public WebhookTargets targets() {
    return targets;
  }

  void target(WebhookTargets other) {
    targets = other;
  }

  /** Sends it unless no target is set; a fault may lose, delay, repeat or hold it back. */
  public void send(Webhook webhook) {
    if (webhook.url() == null || webhook.url().isBlank()) return;
    var fault = faults.onWebhook(webhook.provider()).orElse(null);
    switch (fault == null ? "" : fault.kind()) {
      case "webhook_lose" -> enter(webhook, null, fault.kind());
      case "webhook_delay" ->
          vertx.setTimer(Math.max(1, fault.millis()), _ -> attempt(webhook, 0, fault.kind()));
      case "webhook_duplicate" -> {
        for (var i = 0; i < fault.times(); i++) attempt(webhook, 0, fault.kind());
      }
      case "webhook_hold" -> hold(webhook, fault);
      default -> attempt(webhook, 0, null);
    }
  }

  private void hold(Webhook webhook, Fault fault) {
    var waiting = held.computeIfAbsent(webhook.provider(), _ -> new ArrayList<>());
    waiting.add(webhook);
    if (fault.count() == null || waiting.size() < fault.count()) return;
    held.remove(webhook.provider());
    var inTurn = Future.<Void>succeededFuture();
    for (var each : waiting.reversed())
      inTurn = inTurn.compose(_ -> attempt(each, 0, fault.kind()));
  }

  private Future<Void> attempt(Webhook webhook, int number, String fault) {
    return post(webhook)
        .otherwise((Integer) null)
        .map(
            status -> {
              enter(webhook, status, fault);
              if (worthAnother(webhook, status) && number < webhook.pauses().size())
                vertx.setTimer(
                    Math.max(1, webhook.pauses().get(number).toMillis()),
                    _ -> attempt(webhook, number + 1, fault));
              return null;
            });
  }

  /** Whapi repeats until it is answered 200; ElevenLabs takes a refusal for an answer. */
  private static boolean worthAnother(Webhook webhook, Integer status) {
    if (webhook.provider().equals("whapi")) return status == null || status != 200;
    return status == null || status == 408 || status == 429 || status >= 500;
  }

  private Future<Integer> post(Webhook webhook) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(webhook.url())
            .setConnectTimeout(PATIENCE.toMillis())
            .setIdleTimeout(PATIENCE.toMillis());
    options.putHeader("content-type", "application/json");
    webhook.headers().get().forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> request.send(webhook.body()))
        .map(response -> response.statusCode());
  }

  private void enter(Webhook webhook, Integer status, String fault) {
    ledger.add(
        "webhook",
        webhook.provider(),
        webhook.kind(),
        webhook.url(),
        status,
        status != null,
        fault,
        webhook.fields());
  }
}
