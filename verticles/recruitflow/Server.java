package recruitflow;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import recruitflow.admin.accounts.AccountsVerticle;
import recruitflow.admin.accounts.LoginRoutes;
import recruitflow.admin.jobs.JobsVerticle;
import recruitflow.desk.applications.ApplicationsVerticle;
import recruitflow.desk.candidates.CandidatesVerticle;
import recruitflow.desk.positions.PositionsVerticle;
import recruitflow.platform.BusinessTime;
import recruitflow.platform.Clock;
import recruitflow.platform.House;
import recruitflow.platform.bell.BellLine;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.EmbeddedDatabase;
import recruitflow.platform.database.Migrations;
import recruitflow.platform.files.LocalFiles;
import recruitflow.platform.http.HttpVerticle;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Operations;
import recruitflow.platform.providers.Rates;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SigningKey;
import recruitflow.platform.tasks.Tasks;
import recruitflow.platform.tasks.Upkeep;
import recruitflow.sandbox.SandboxSettings;
import recruitflow.sandbox.SandboxVerticle;
import recruitflow.sandbox.WebhookTargets;
import recruitflow.screening.calls.CallsVerticle;
import recruitflow.screening.cvs.CvRoutes;
import recruitflow.screening.cvs.CvsVerticle;
import recruitflow.screening.dashboard.DashboardVerticle;
import recruitflow.screening.evaluations.EvaluationsVerticle;
import recruitflow.screening.imports.ImportRoutes;
import recruitflow.screening.imports.ImportsVerticle;
import recruitflow.screening.inbound.InboundVerticle;
import recruitflow.screening.inbound.WebhookRoutes;
import recruitflow.screening.messages.MessagesVerticle;

/** The composition of the whole: database first, then workers, the door last. */
public final class Server {

  private Server() {}

  /**
   * A running server.
   *
   * @param deployed its verticles, in the order of their start
   * @param embedded null with an outside database
   */
  public record Running(
      House house,
      int port,
      SandboxVerticle sandbox,
      List<String> deployed,
      EmbeddedDatabase embedded) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Closes the door, lets running work finish, then ends the workers and the database. */
    public Future<Void> stop() {
      var vertx = house.vertx();
      var stopped = vertx.undeploy(deployed.getLast()).otherwiseEmpty();
      stopped = stopped.eventually(() -> house.tasks().stop(vertx, PATIENCE));
      for (var verticle : deployed.reversed().stream().skip(1).toList())
        stopped = stopped.eventually(() -> vertx.undeploy(verticle));
      return stopped.eventually(house.db()::close);
    }

    void closeDatabase() {
      if (embedded != null) embedded.close();
    }
  }

  /** Starts everything on its real clock and returns when the door is open. */
  public static Running start(Vertx vertx, MeterRegistry metrics, Settings settings) {
    var embedded =
        settings.database().url().isEmpty()
            ? EmbeddedDatabase.start(settings.dataDir(), true)
            : null;
    var url = embedded == null ? settings.database().url().value() : embedded.url();
    Migrations.run(url);
    var db = Db.open(vertx, PgConnectOptions.fromUri(url), settings.database());
    var clock =
        settings.sandbox().on()
            ? BusinessTime.resume(db.sql(), settings.sandbox().speed())
            : Clock.real();
    var running = start(vertx, metrics, settings, db, clock);
    return new Running(
        running.house(), running.port(), running.sandbox(), running.deployed(), embedded);
  }

  /** Starts everything on a database that is ready, with this business time. */
  public static Running start(
      Vertx vertx, MeterRegistry metrics, Settings configured, Db db, Clock clock) {
    var sandboxed =
        SandboxSettings.of(clock::now, configured.sandbox().speed())
            .onPort(configured.sandbox().port());
    return start(vertx, metrics, configured, db, clock, sandboxed);
  }

  /** The same with stand-ins that run as told, if there are to be any. */
  public static Running start(
      Vertx vertx,
      MeterRegistry metrics,
      Settings configured,
      Db db,
      Clock clock,
      SandboxSettings sandboxed) {
    var sandbox = configured.sandbox().on() ? sandbox(vertx, sandboxed) : null;
    var settings = sandbox == null ? configured : configured.pointedAtSandbox(sandbox.port());
    var house = house(vertx, metrics, settings, db, clock);
    var deployed = new ArrayList<String>();
    deployed.add(vertx.deployVerticle(new BellLine(db.bell(), db.options())).await());
    features(house).forEach(feature -> deployed.add(onVirtualThreads(vertx, feature).await()));
    var port = new AtomicInteger();
    deployed.add(vertx.deployVerticle(new HttpVerticle(house, routes(house), port::set)).await());
    if (sandbox != null) sandbox.postTo(webhooks("http://127.0.0.1:" + port.get()));
    return new Running(house, port.get(), sandbox, List.copyOf(deployed), null);
  }

  private static SandboxVerticle sandbox(Vertx vertx, SandboxSettings settings) {
    var verticle = new SandboxVerticle(settings);
    vertx.deployVerticle(verticle).await();
    return verticle;
  }

  private static WebhookTargets webhooks(String us) {
    return WebhookTargets.to(us + "/webhooks/elevenlabs", us + "/webhooks/whapi");
  }

  private static House house(
      Vertx vertx, MeterRegistry metrics, Settings settings, Db db, Clock clock) {
    var key = SigningKey.of(settings);
    var access = new Access(vertx, key, settings.security().accessToken());
    return new House(
        vertx,
        settings,
        db,
        clock,
        new Tasks(db, clock, settings, metrics),
        new Rates(db),
        new Operations(access),
        new LocalFiles(vertx, settings.mediaRoot()),
        metrics,
        ConcurrentHashMap.newKeySet());
  }

  /** Workers first; each folder wires itself. */
  private static List<VerticleBase> features(House house) {
    return List.of(
        new Upkeep(house),
        new AccountsVerticle(house),
        new JobsVerticle(house),
        new PositionsVerticle(house),
        new CandidatesVerticle(house),
        new ApplicationsVerticle(house),
        new CallsVerticle(house),
        new ImportsVerticle(house),
        new DashboardVerticle(house),
        new MessagesVerticle(house),
        new EvaluationsVerticle(house),
        new InboundVerticle(house),
        new CvsVerticle(house));
  }

  /** What needs more than operations: webhooks, uploads, downloads, cookies. */
  private static List<Consumer<Router>> routes(House house) {
    return List.of(
        new LoginRoutes(house)::mount,
        new WebhookRoutes(house)::mount,
        new ImportRoutes(house)::mount,
        new CvRoutes(house)::mount);
  }

  private static Future<String> onVirtualThreads(Vertx vertx, VerticleBase verticle) {
    return vertx.deployVerticle(
        verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
  }
}
