package recruitflow.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A sandbox on a free port, a clock that tests move, and somebody who receives its webhooks. */
final class VoiceSandbox implements AutoCloseable {
  /** One webhook as it came in. */
  record Received(String path, String signature, Buffer body) {
    JsonObject json() {
      return body.toJsonObject();
    }

    JsonObject data() {
      return json().getJsonObject("data");
    }
  }

  final Vertx vertx = Vertx.vertx();
  final WebClient client = WebClient.create(vertx, new WebClientOptions().setKeepAlive(false));
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
  final BlockingQueue<Received> webhooks = new LinkedBlockingQueue<>();
  final AtomicInteger webhookStatus = new AtomicInteger(200);
  final int port;

  private VoiceSandbox(UnaryOperator<SandboxSettings> change) {
    var receiver =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              var signature = request.getHeader("ElevenLabs-Signature");
                              webhooks.add(new Received(request.path(), signature, body));
                              request.response().setStatusCode(webhookStatus.get()).end();
                            }))
            .listen(0, "127.0.0.1")
            .await();
    var base = "http://127.0.0.1:" + receiver.actualPort();
    var targets = WebhookTargets.to(base + "/elevenlabs", base + "/whapi");
    var settings = change.apply(SandboxSettings.of(now::get, 1).postingTo(targets));
    var verticle = new SandboxVerticle(settings);
    vertx.deployVerticle(verticle).await();
    port = verticle.port();
  }

  /** Calls end within milliseconds. */
  static VoiceSandbox quick() {
    var sandbox = new VoiceSandbox(UnaryOperator.identity());
    sandbox.control("/elevenlabs/settings", JsonObject.of("minMillis", 1, "maxMillis", 5));
    return sandbox;
  }

  /** Calls wait to be released. */
  static VoiceSandbox manual() {
    return new VoiceSandbox(SandboxSettings::withManualCalls);
  }

  static VoiceSandbox with(UnaryOperator<SandboxSettings> change) {
    return new VoiceSandbox(change);
  }

  void pass(Duration business) {
    now.updateAndGet(instant -> instant.plus(business));
  }

  HttpResponse<Buffer> ask(HttpMethod method, String path, Object bodyOrNull, String... headers) {
    var request = client.request(method, port, "127.0.0.1", path);
    for (var i = 0; i < headers.length; i += 2) request.putHeader(headers[i], headers[i + 1]);
    if (bodyOrNull == null) return request.send().timeout(5, TimeUnit.SECONDS).await();
    request.putHeader("content-type", "application/json");
    return request
        .sendBuffer(Buffer.buffer(bodyOrNull.toString()))
        .timeout(5, TimeUnit.SECONDS)
        .await();
  }

  HttpResponse<Buffer> elevenLabs(HttpMethod method, String path, Object bodyOrNull) {
    return ask(
        method,
        "/elevenlabs/v1/convai" + path,
        bodyOrNull,
        "xi-api-key",
        SandboxKeys.ELEVENLABS_API_KEY);
  }

  HttpResponse<Buffer> control(String path, Object body) {
    return ask(HttpMethod.POST, "/control" + path, body);
  }

  void fault(JsonObject fault) {
    control("/faults", fault);
  }

  void person(String phone, String persona) {
    control("/people", JsonObject.of("phone", phone, "persona", persona));
  }

  JsonArray ledger(String query) {
    return ask(HttpMethod.GET, "/control/ledger?" + query, null)
        .bodyAsJsonObject()
        .getJsonArray("items");
  }

  Received nextWebhook() {
    try {
      var received = webhooks.poll(5, TimeUnit.SECONDS);
      if (received == null) throw new AssertionError("no webhook came");
      return received;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
