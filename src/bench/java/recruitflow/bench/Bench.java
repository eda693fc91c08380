package recruitflow.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import recruitflow.Server;
import recruitflow.platform.settings.Logs;
import recruitflow.platform.settings.SettingsReader;

/**
 * Prints how fast the whole server is on this machine, with its embedded database, its stand-ins
 * and the load in one process; PostgreSQL's own pgbench runs against the same database.
 */
public final class Bench {

  private static final int CONNECTIONS = 32;
  private static final int APPLICATIONS = 10_000;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final World world;
  private final Load load;
  private final PgBench pgbench;

  private Bench(World world, Load load, PgBench pgbench) {
    this.world = world;
    this.load = load;
    this.pgbench = pgbench;
  }

  /** Takes some two minutes. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Logs("WARN", Logs.Format.TEXT).apply(); // a line for each webhook would bury the figures
    var vertx = Vertx.vertx();
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var running = Server.start(vertx, metrics, SettingsReader.of(environment()));
    var database = running.house().db().options();
    var generator = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var pgbench = PgBench.find(database).orElse(null);
    if (pgbench == null) say("pgbench is not on this machine (Debian: postgresql-contrib)", "");
    say("machine", cores() + " cores, load " + loadAverage());
    new Bench(new World(running), new Load(generator, running.port()), pgbench).run();
    Runtime.getRuntime().halt(0); // the stand-ins would go on phoning
  }

  private static Map<String, String> environment() throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("PORT", "0");
    environment.put("HOST", "127.0.0.1");
    environment.put("RECRUITFLOW_DATA_DIR", Files.createTempDirectory("rf-bench").toString());
    environment.put("MEDIA_ROOT", Files.createTempDirectory("rf-bench").toString());
    environment.put("SANDBOX_SPEED", "1");
    environment.put("ELEVENLABS_MAX_IN_FLIGHT", "20000");
    return environment;
  }

  private void run() throws IOException, InterruptedException {
    say(
        "one position, first ten seconds",
        load.run(CONNECTIONS, ROUND.multipliedBy(2), world::read));
    load.run(CONNECTIONS, Duration.ofSeconds(20), world::read);
    for (var n = 0; n < ROUNDS; n++)
      say("one position, warm", load.run(CONNECTIONS, ROUND, world::read));
    webhooks();
    untilIdle();
    trigger();
  }

  private void webhooks() throws IOException, InterruptedException {
    load.run(CONNECTIONS, ROUND, world::webhook);
    world.sql().execute(BENCH_TABLE);
    for (var n = 0; n < ROUNDS; n++) {
      var inserts = pgbench == null ? 0 : pgbench.run(CONNECTIONS, (int) ROUND.toSeconds());
      if (inserts > 0) say("pgbench, single inserts", "%,8.0f/s".formatted(inserts));
      var ingress = load.run(CONNECTIONS, ROUND, world::webhook);
      say("webhooks, stored and answered", ingress);
      if (inserts > 0)
        say("  of pgbench's inserts", "%8.2f".formatted(ingress.perSecond() / inserts));
    }
    say("tasks still to be done", "%8d".formatted(open()));
  }

  private static final String BENCH_TABLE =
      """
      create table bench_events (
        id bigint generated always as identity primary key, provider text not null,
        event_id text not null, body bytea not null, received_at timestamptz not null default now(),
        unique (provider, event_id))
      """;

  /** The rest of what the webhooks caused is not measured, and must not disturb. */
  private void untilIdle() throws InterruptedException {
    world.sql().execute("delete from tasks where kind = 'inbound.whapi' and state = 'ready'");
    while (open() > 0) TimeUnit.MILLISECONDS.sleep(100);
  }

  private long open() {
    return world
        .sql()
        .one(
            """
            select count(*) as n from tasks
            where kind not like 'jobs.%' and state in ('ready', 'running')
            """,
            row -> row.getLong("n"));
  }

  private void trigger() throws InterruptedException {
    var applications = world.people(APPLICATIONS);
    world.sql().execute("analyze");
    var request = world.trigger(applications);
    var begun = world.sql().one("select clock_timestamp() as t", row -> row.getOffsetDateTime("t"));
    var answered = load.run(1, Duration.ZERO, () -> request);
    say("trigger of " + APPLICATIONS + " applications, answered", answered);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (atProvider() < APPLICATIONS && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(50);
    say("  first batch at the provider", "%8.2f s".formatted(submitted("min", begun)));
    say("  all batches at the provider", "%8.2f s".formatted(submitted("max", begun)));
    say("load at the end", loadAverage());
  }

  private double submitted(String which, OffsetDateTime begun) {
    return world
        .sql()
        .one(
            "select extract(epoch from %s(submitted_at) - $1)::float8 as seconds from call_batches"
                .formatted(which),
            row -> row.getDouble("seconds"),
            begun);
  }

  private long atProvider() {
    return world
        .sql()
        .one(
            "select count(*) as n from calls where status not in ('submitting', 'unknown')",
            row -> row.getLong("n"));
  }

  private static void say(String what, Object figure) {
    System.out.printf("%-46s %s%n", what, figure);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String loadAverage() {
    return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
