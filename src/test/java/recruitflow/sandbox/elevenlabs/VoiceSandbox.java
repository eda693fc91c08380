package recruitflow.sandbox.elevenlabs;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.SandboxSettings;
import recruitflow.support.ClosedAfterAll;

/** A running sandbox with ElevenLabs' key at hand, and somebody who receives its webhooks. */
public final class VoiceSandbox implements ClosedAfterAll {
  /** One webhook as it came in. */
  record Received(String signature, Buffer body) {
    JsonObject json() {
      return body.toJsonObject();
    }

    JsonObject data() {
      return json().getJsonObject("data");
    }
  }

  final BlockingQueue<Received> webhooks = new LinkedBlockingQueue<>();
  final AtomicInteger webhookStatus = new AtomicInteger(200);
  private final RunningSandbox sandbox;

  private VoiceSandbox(UnaryOperator<SandboxSettings> with) {
    sandbox = RunningSandbox.start(with);
    var to = "http://127.0.0.1:" + receiver(sandbox.vertx()) + "/hook";
    control("/webhooks", new JsonObject().put("elevenLabsUrl", to));
  }

  /** Calls end within milliseconds. */
  static VoiceSandbox quick() {
    var sandbox = new VoiceSandbox(UnaryOperator.identity());
    sandbox.control("/elevenlabs/settings", JsonObject.of("minMillis", 1, "maxMillis", 5));
    return sandbox;
  }

  /** Calls wait to be released. */
  public static VoiceSandbox manual() {
    return new VoiceSandbox(SandboxSettings::withManualCalls);
  }

  public static VoiceSandbox with(UnaryOperator<SandboxSettings> change) {
    return new VoiceSandbox(change);
  }

  private int receiver(Vertx vertx) {
    return vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .body()
                    .onSuccess(
                        body -> {
                          webhooks.add(
                              new Received(request.getHeader("ElevenLabs-Signature"), body));
                          request.response().setStatusCode(webhookStatus.get()).end();
                        }))
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  Instant now() {
    return sandbox.now();
  }

  public String url(String provider) {
    return sandbox.url(provider);
  }

  void pass(Duration business) {
    sandbox.pass(business);
  }

  /** Asks by a path under the voice agents' own. */
  public HttpResponse<Buffer> elevenLabs(HttpMethod method, String path, Object bodyOrNull) {
    var key = SandboxKeys.ELEVENLABS_API_KEY;
    return ask(method, "elevenlabs", "/v1/convai" + path, bodyOrNull, "xi-api-key", key);
  }

  public HttpResponse<Buffer> ask(
      HttpMethod method, String provider, String path, Object bodyOrNull, String... headers) {
    if (bodyOrNull == null) return send(method, provider, path, null, headers);
    var all = Stream.concat(Stream.of(headers), Stream.of("content-type", "application/json"));
    var body = Buffer.buffer(bodyOrNull.toString());
    return send(method, provider, path, body, all.toArray(String[]::new));
  }

  /**
   * Sends bytes as they are.
   *
   * @param headers names and values in turn
   */
  HttpResponse<Buffer> send(
      HttpMethod method, String provider, String path, Buffer bodyOrNull, String... headers) {
    var all = new HashMap<String, String>();
    for (var i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
    return sandbox.ask(method, sandbox.url(provider) + path, all, bodyOrNull);
  }

  public HttpResponse<Buffer> control(String path, Object body) {
    return ask(HttpMethod.POST, "control", path, body);
  }

  public void fault(JsonObject fault) {
    sandbox.fault(fault);
  }

  void person(String phone, String persona) {
    control("/people", JsonObject.of("phone", phone, "persona", persona));
  }

  public JsonArray ledger(String query) {
    return ask(HttpMethod.GET, "control", "/ledger?" + query, null)
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
    sandbox.close();
  }
}
