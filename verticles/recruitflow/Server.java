package recruitflow;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import recruitflow.admin.Admin;
import recruitflow.desk.Desk;
import recruitflow.platform.Area;
import recruitflow.platform.BusinessTime;
import recruitflow.platform.CannotStart;
import recruitflow.platform.Clock;
import recruitflow.platform.House;
import recruitflow.platform.bell.BellLine;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.EmbeddedDatabase;
import recruitflow.platform.database.Migrations;
import recruitflow.platform.database.Pulse;
import recruitflow.platform.files.LocalFiles;
import recruitflow.platform.http.HttpDoors;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.http.bodies.BodyBudget;
import recruitflow.platform.llm.ModelSettings;
import recruitflow.platform.operations.Access;
import recruitflow.platform.operations.Operations;
import recruitflow.platform.operations.Role;
import recruitflow.platform.providers.GmailSettings;
import recruitflow.platform.providers.Rates;
import recruitflow.platform.providers.WhapiSettings;
import recruitflow.platform.settings.DatabaseUrl;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.platform.settings.SigningKey;
import recruitflow.platform.tasks.Tasks;
import recruitflow.platform.tasks.Upkeep;
import recruitflow.sandbox.SandboxAccounts;
import recruitflow.sandbox.SandboxSettings;
import recruitflow.sandbox.SandboxVerticle;
import recruitflow.sandbox.WebhookTargets;
import recruitflow.screening.Screening;

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
  public static Running start(Vertx vertx, MeterRegistry metrics, SettingsReader configured) {
    var areas = areas(configured);
    var settings = Settings.read(configured);
    configured.require();
    CannotStart.unlessFree("PORT", settings.http().host(), settings.http().port());
    var management = settings.http().management();
    if (management != null)
      CannotStart.unlessFree("MANAGEMENT_PORT", management.host(), management.port());
    if (settings.sandbox().on())
      CannotStart.unlessFree("SANDBOX_PORT", "127.0.0.1", settings.sandbox().port());
    var embedded =
        settings.database().url().isEmpty()
            ? EmbeddedDatabase.start(settings.dataDir(), true)
            : null;
    try {
      return start(vertx, metrics, configured, settings, embedded);
    } catch (Throwable e) { // nobody else would end the database of a start that failed
      if (embedded != null) embedded.close();
      throw e;
    }
  }

  private static Running start(
      Vertx vertx,
      MeterRegistry metrics,
      SettingsReader configured,
      Settings settings,
      EmbeddedDatabase embedded) {
    var url = DatabaseUrl.of(embedded == null ? settings.database().url().value() : embedded.url());
    Migrations.run(url);
    var db = Db.open(vertx, Db.reached(url), settings.database());
    var clock =
        settings.sandbox().on()
            ? BusinessTime.resume(db.sql(), settings.sandbox().speed())
            : Clock.real();
    var sandboxed =
        SandboxSettings.of(clock::now, settings.sandbox().speed())
            .onPort(settings.sandbox().port());
    var running = start(vertx, metrics, configured, db, clock, sandboxed);
    return new Running(
        running.house(), running.port(), running.sandbox(), running.deployed(), embedded);
  }

  /**
   * Starts everything on a database that is ready, with this business time, and with stand-ins that
   * run as told if there are to be any.
   */
  public static Running start(
      Vertx vertx,
      MeterRegistry metrics,
      SettingsReader configured,
      Db db,
      Clock clock,
      SandboxSettings sandboxed) {
    var sandbox = configured.isLive() ? null : sandbox(vertx, sandboxed);
    var pointed = sandbox == null ? configured : pointedAt(sandbox, configured);
    var areas = areas(pointed);
    var house = house(vertx, metrics, pointed, db, clock);
    pointed.require();
    var deployed = new ArrayList<String>();
    deployed.add(vertx.deployVerticle(new BellLine(db.bell(), db.options())).await());
    deployed.add(vertx.deployVerticle(new Pulse(db)).await());
    deployed.add(onVirtualThreads(vertx, new Upkeep(house)).await());
    for (var area : areas)
      for (var verticle : area.verticles(house))
        deployed.add(onVirtualThreads(vertx, verticle).await());
    var port = new AtomicInteger();
    var routes = areas.stream().flatMap(area -> area.routes(house).stream()).toList();
    deployed.add(
        vertx.deployVerticle(new HttpDoors(house, routes, liveKinds(areas), port::set)).await());
    if (sandbox != null) sandbox.postTo(webhooks("http://127.0.0.1:" + port.get()));
    return new Running(house, port.get(), sandbox, List.copyOf(deployed), null);
  }

  /** The floors of the house; a feature is found by its area's folder. */
  private static List<Area> areas(SettingsReader settings) {
    return List.of(new Admin(settings), new Desk(), new Screening(settings));
  }

  private static Map<String, Set<Role>> liveKinds(List<Area> areas) {
    var kinds = new HashMap<String, Set<Role>>();
    areas.forEach(area -> kinds.putAll(area.liveKinds()));
    return kinds;
  }

  private static SettingsReader pointedAt(SandboxVerticle sandbox, SettingsReader configured) {
    return configured
        .withDefaults(SandboxAccounts.unhurried())
        .with(SandboxAccounts.at(sandbox.roots()));
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
      Vertx vertx, MeterRegistry metrics, SettingsReader configured, Db db, Clock clock) {
    var settings = Settings.read(configured);
    var key = SigningKey.of(settings);
    return new House(
        vertx,
        settings,
        GmailSettings.read(configured),
        WhapiSettings.read(configured),
        ModelSettings.read(configured),
        db,
        clock,
        new Tasks(db, clock, settings, metrics),
        new Rates(db),
        new Operations(
            new Access(vertx, key, settings.security().accessToken(), settings.http().proxies())),
        new LocalFiles(vertx, settings.mediaRoot()),
        metrics,
        ConcurrentHashMap.newKeySet(),
        new Bodies(new BodyBudget(settings.http().largestBodies())));
  }

  private static Future<String> onVirtualThreads(Vertx vertx, VerticleBase verticle) {
    return vertx.deployVerticle(
        verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
  }
}
