package recruitflow;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.CannotStart;
import recruitflow.platform.OutOfMemory;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.sandbox.SandboxMain;

/** Starts the server, or with {@code --sandbox} the providers' stand-ins alone. */
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Exits with 1 and one clear message when it cannot start. */
  public static void main(String[] arguments) {
    OutOfMemory.endsTheProcess();
    try {
      if (Arrays.asList(arguments).contains("--sandbox")) SandboxMain.run(System.getenv());
      else serve();
    } catch (SettingsReader.BadSettings | CannotStart e) {
      log.debug("RecruitFlow could not start", e);
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      log.error("RecruitFlow could not start", e);
      System.exit(1);
    }
  }

  private static void serve() {
    var configured = SettingsReader.of(System.getenv());
    var settings = Settings.read(configured);
    settings.logs().apply();
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var vertx =
        Vertx.builder()
            .with(
                new VertxOptions()
                    .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
            .withMetrics(new MicrometerMetricsFactory(metrics))
            .build();
    var running = Server.start(vertx, metrics, configured);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, running), "stop"));
    var where = "http://localhost:" + running.port();
    var mode =
        settings.sandbox().on() ? "in sandbox mode (recruiter@sandbox.local / sandbox) " : "";
    log.info("RecruitFlow runs {}at {}, ready {} ms after its start", mode, where, upMillis());
  }

  private static long upMillis() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  /** Waits, so that running work is finished or handed back before the process ends. */
  private static void stop(Vertx vertx, Server.Running running) {
    try {
      // Not chained with the end of Vert.x: what follows the end of its loops is never told of it.
      running.stop().toCompletionStage().toCompletableFuture().get(25, TimeUnit.SECONDS);
      vertx.close();
    } catch (Exception e) {
      log.warn("did not close in time", e);
    } finally {
      running.closeDatabase();
    }
  }
}
