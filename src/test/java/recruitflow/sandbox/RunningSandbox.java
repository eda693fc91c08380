package recruitflow.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import recruitflow.support.ClosedAfterAll;

/** A sandbox on a free port with a clock the test moves, and a hand on its control routes. */
public final class RunningSandbox implements ClosedAfterAll {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));
  private final WebClient client = WebClient.create(vertx);
  private final String shared;
  private final Map<String, String> roots;

  private RunningSandbox(UnaryOperator<SandboxSettings> with) {
    var verticle = new SandboxVerticle(with.apply(SandboxSettings.of(now::get, 1)));
    vertx.deployVerticle(verticle).await();
    shared = "http://127.0.0.1:" + verticle.port() + "/";
    roots = verticle.roots();
  }

  public static RunningSandbox start() {
    return new RunningSandbox(settings -> settings);
  }

  public static RunningSandbox start(UnaryOperator<SandboxSettings> with) {
    return new RunningSandbox(with);
  }

  public Vertx vertx() {
    return vertx;
  }

  public Instant now() {
    return now.get();
  }

  /** Moves business time on. */
  public void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  /** The root address of a provider, such as {@code url("gmail")}, or that of {@code control}. */
  public String url(String provider) {
    return roots.getOrDefault(provider, shared + provider);
  }

  /** Where a provider is found on the port that all share. */
  public String shared(String provider) {
    return shared + provider;
  }

  /** Turns one peculiarity on, for so many uses. */
  public void turnOn(String provider, String name, int count) {
    fault(
        new JsonObject()
            .put("provider", provider)
            .put("kind", "switch")
            .put("name", name)
            .put("count", count));
  }

  public void fault(JsonObject fault) {
    control(HttpMethod.POST, "/faults", fault);
  }

  public JsonObject control(HttpMethod method, String path, JsonObject body) {
    var answer =
        ask(method, url("control") + path, Map.of(), body == null ? null : body.toBuffer());
    if (answer.statusCode() >= 300)
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.bodyAsString());
    return answer.bodyAsString() == null ? new JsonObject() : answer.bodyAsJsonObject();
  }

  /** The ledger's entries for a provider, oldest first. */
  public JsonArray ledger(String provider) {
    return control(HttpMethod.GET, "/ledger?provider=" + provider, null).getJsonArray("items");
  }

  public HttpResponse<Buffer> ask(
      HttpMethod method, String url, Map<String, String> headers, Buffer body) {
    var request = client.requestAbs(method, url);
    headers.forEach(request::putHeader);
    Future<HttpResponse<Buffer>> answer = body == null ? request.send() : request.sendBuffer(body);
    return answer.timeout(10, TimeUnit.SECONDS).await();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
