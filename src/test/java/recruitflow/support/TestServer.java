package recruitflow.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import recruitflow.Server;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.sandbox.SandboxAccounts;
import recruitflow.sandbox.SandboxSettings;

/**
 * The whole server on a free port, a fresh database and a clock that stands still, with the
 * stand-ins for the providers. Log in first: {@code server.login()}.
 */
public final class TestServer implements ClosedAfterAll {

  /** A Tuesday, noon in Bucharest. */
  public static final Instant NOON = Instant.parse("2026-11-24T10:00:00Z");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TestServer shared;

  public final MovableClock clock = new MovableClock(NOON);
  private final Vertx vertx = Vertx.vertx();
  private final Server.Running running;
  private final Db beside;
  private final String url;
  private final WebClient client;
  private String token;

  private TestServer(
      Map<String, String> environment,
      UnaryOperator<SandboxSettings> sandbox,
      String url,
      UnaryOperator<String> line) {
    var env = new HashMap<String, String>();
    env.put("PORT", "0");
    env.put("HOST", "127.0.0.1");
    env.put("RECRUITFLOW_DATA_DIR", folder());
    env.put("MEDIA_ROOT", folder());
    env.put("SECRET_KEY", "the same on every node of a test");
    env.put("SANDBOX_SPEED", "1");
    env.put("SCHEDULED_JOBS", "false"); // the clock is moved: what is due then is the test's word
    env.put("TASK_POLL_MILLIS", "100");
    env.put("TASK_LEASE_SECONDS", "4");
    env.put("TASK_HEARTBEAT_SECONDS", "0.5");
    env.putAll(environment);
    var configured = SettingsReader.of(env);
    var settings = Settings.read(configured);
    this.url = url;
    var db = Db.open(vertx, PgConnectOptions.fromUri(line.apply(url)), settings.database());
    this.beside = Db.open(vertx, PgConnectOptions.fromUri(url), settings.database());
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var sandboxed = sandbox.apply(SandboxSettings.of(clock::now, 1));
    this.running = Server.start(vertx, metrics, configured, db, clock, sandboxed);
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(running.port()));
  }

  /** Calls are placed by the stand-in itself. */
  public static TestServer start() {
    return new TestServer(Map.of(), s -> s, TestDatabase.fresh(), url -> url);
  }

  /**
   * One for all classes of a run that leave its clock and settings alone and look at nothing but
   * what they made themselves; logged in, and never closed.
   */
  public static synchronized TestServer shared() {
    if (shared == null) shared = start().login();
    return shared;
  }

  /** With settings of its own, and stand-ins as told. */
  public static TestServer start(
      Map<String, String> environment, UnaryOperator<SandboxSettings> sandbox) {
    return new TestServer(environment, sandbox, TestDatabase.fresh(), url -> url);
  }

  /** Over a line to its database that a test can cut; the test's own statements go beside it. */
  public static TestServer startOver(
      DatabaseProxy line, Map<String, String> environment, UnaryOperator<SandboxSettings> sandbox) {
    return new TestServer(environment, sandbox, TestDatabase.fresh(), line::to);
  }

  /** Another node on the same database, with stand-ins of its own. */
  public TestServer startNode() {
    return new TestServer(Map.of(), s -> s, url, same -> same);
  }

  /** Another node on the same database with settings of its own. */
  public TestServer startNode(Map<String, String> environment) {
    return new TestServer(environment, s -> s, url, same -> same);
  }

  /** Another node on the same database that speaks to the same stand-ins. */
  public TestServer startNodeBeside() {
    var accounts = new HashMap<>(SandboxAccounts.unhurried());
    accounts.putAll(SandboxAccounts.at(running.sandbox().roots()));
    var node = new TestServer(accounts, s -> s, url, same -> same);
    // With keys it is a live one and closed the account that we log in with.
    sql().execute("update users set active = true, version = version + 1");
    login();
    return node;
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("rf-test").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public House house() {
    return running.house();
  }

  public Sql sql() {
    return beside.sql();
  }

  /** Commits what is done, as a verticle would: on a virtual thread of its own. */
  public <T> T inTransaction(Function<Sql, T> work) {
    var done = Promise.<T>promise();
    ((VertxInternal) vertx)
        .createVirtualThreadContext()
        .runOnContext(
            v -> {
              try {
                done.complete(beside.inTransaction(work));
              } catch (Throwable e) { // told to the test, whatever it is
                done.fail(e);
              }
            });
    return done.future().timeout(PATIENCE.toSeconds(), SECONDS).await();
  }

  public int port() {
    return running.port();
  }

  /** The stand-ins' port. */
  public int sandboxPort() {
    return running.sandbox().port();
  }

  public Vertx vertx() {
    return vertx;
  }

  public WebClient client() {
    return client;
  }

  /** Logs in as the sandbox recruiter; later calls carry the token. */
  public TestServer login() {
    token =
        post("/api/auth/login", credentials("recruiter@sandbox.local", "sandbox"))
            .bodyAsJsonObject()
            .getString("accessToken");
    return this;
  }

  public static JsonObject credentials(String email, String password) {
    return new JsonObject().put("email", email).put("password", password);
  }

  public String token() {
    return token;
  }

  public HttpResponse<Buffer> get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  public HttpResponse<Buffer> post(String path, JsonObject body) {
    return send(HttpMethod.POST, path, body);
  }

  public HttpResponse<Buffer> send(HttpMethod method, String path, JsonObject body) {
    var request = client.request(method, path);
    if (token != null) request.putHeader("Authorization", "Bearer " + token);
    var sent = body == null ? request.send() : request.sendJsonObject(body);
    return sent.timeout(PATIENCE.toSeconds(), SECONDS).await();
  }

  /** The same to the stand-ins' control routes, as {@code POST /control/…}. */
  public HttpResponse<Buffer> control(HttpMethod method, String path, JsonObject body) {
    var request = client.request(method, sandboxPort(), "127.0.0.1", "/control" + path);
    var sent = body == null ? request.send() : request.sendJsonObject(body);
    return sent.timeout(PATIENCE.toSeconds(), SECONDS).await();
  }

  /** Waits until something is so; looks again whenever time has passed, never longer than 20 s. */
  public void until(String what, BooleanSupplier isSo) {
    eventually(what, () -> isSo.getAsBoolean() ? Boolean.TRUE : null);
  }

  /** The same for a value; null means not yet. */
  public <T> T eventually(String what, Supplier<T> look) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var found = look.get();
      if (found != null) return found;
      vertx.timer(20).await();
    }
    throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
  }

  /** Makes a scheduled job run now and waits until it has. */
  public void runJob(String name) {
    var before = lastFinished(name);
    inTransaction(
        sql -> {
          house().tasks().runJobSoon(sql, name);
          return null;
        });
    until("job " + name + " has run", () -> lastFinished(name) > before);
  }

  private long lastFinished(String name) {
    return sql()
        .first(
            "select coalesce(sum(fence), 0) as n from tasks where kind = $1 and state = 'ready'",
            row -> row.getLong("n"),
            "jobs." + name)
        .orElse(0L);
  }

  /** Waits until no task is due or running (scheduled jobs apart). */
  public void untilIdle() {
    until(
        "no task is due",
        () ->
            sql()
                    .one(
                        """
                        select count(*) as n from tasks where kind not like 'jobs.%'
                          and (state = 'running' or state = 'ready' and run_at <= $1)
                        """,
                        row -> row.getLong("n"), Db.time(clock.now()))
                == 0);
  }

  @Override
  public void close() {
    running.stop().timeout(25, SECONDS).await();
    vertx.close().timeout(10, SECONDS).await();
  }
}
