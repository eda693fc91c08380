package recruitflow.sandbox;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox alone, in its own process: it outlives a product that is killed, and its ledger says
 * what that product really did.
 *
 * <p>Reads {@code SANDBOX_PORT} (8011), {@code SANDBOX_SPEED} (1), {@code SANDBOX_LEDGER} (a file,
 * none), {@code SANDBOX_MANUAL_CALLS} (false) and {@code SANDBOX_PRODUCT_URL} (where the webhooks
 * go, http://127.0.0.1:8010).
 */
public final class SandboxMain {
  private static final Logger log = LoggerFactory.getLogger(SandboxMain.class);
  private static final long STOP_SECONDS = 10;

  private SandboxMain() {}

  /** Returns when it listens; the process then lives until it is ended. */
  public static void run(Map<String, String> environment) {
    var vertx = Vertx.vertx();
    var verticle = new SandboxVerticle(settings(environment));
    vertx.deployVerticle(verticle).await();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx), "stop"));
    log.info("The sandbox runs alone at http://127.0.0.1:{}", verticle.port());
    verticle.roots().forEach((name, root) -> log.info("{} is at {}", name, root));
  }

  static SandboxSettings settings(Map<String, String> environment) {
    var speed = Double.parseDouble(environment.getOrDefault("SANDBOX_SPEED", "1"));
    var product = environment.getOrDefault("SANDBOX_PRODUCT_URL", "http://127.0.0.1:8010");
    var ledger = environment.get("SANDBOX_LEDGER");
    return new SandboxSettings(
        Integer.parseInt(environment.getOrDefault("SANDBOX_PORT", "8011")),
        WebhookTargets.to(product + "/webhooks/elevenlabs", product + "/webhooks/whapi"),
        fast(Instant.now(), speed),
        speed,
        ledger == null || ledger.isBlank() ? null : Path.of(ledger),
        Boolean.parseBoolean(environment.getOrDefault("SANDBOX_MANUAL_CALLS", "false")));
  }

  private static Supplier<Instant> fast(Instant start, double speed) {
    return () -> {
      var passed = Duration.between(start, Instant.now());
      return start.plusMillis((long) (passed.toMillis() * speed));
    };
  }

  private static void stop(Vertx vertx) {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      log.warn("did not close in time", e);
    }
  }
}
