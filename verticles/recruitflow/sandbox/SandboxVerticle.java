package recruitflow.sandbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import recruitflow.platform.CannotStart;
import recruitflow.sandbox.anthropic.AnthropicStandIn;
import recruitflow.sandbox.elevenlabs.ElevenLabsStandIn;
import recruitflow.sandbox.google.GoogleTokenStandIn;
import recruitflow.sandbox.google.gmail.GmailStandIn;
import recruitflow.sandbox.whapi.WhapiStandIn;

/**
 * Plays the providers on the loopback interface: each at a root of its own, since some clients drop
 * a path from their root address, and all of them under their names ({@code /elevenlabs}, {@code
 * /gmail} and so on) on one port, where they are steered under {@code /control}. Deployed once, on
 * an event loop.
 */
public final class SandboxVerticle extends VerticleBase {
  private static final List<Function<Sandbox, StandIn>> STAND_INS =
      List.of(
          ElevenLabsStandIn::new,
          WhapiStandIn::new,
          AnthropicStandIn::new,
          GmailStandIn::new,
          GoogleTokenStandIn::new);

  private final SandboxSettings settings;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private Sandbox sandbox;
  private HttpServer server;

  public SandboxVerticle(SandboxSettings settings) {
    this.settings = settings;
  }

  /** The port that all share; known once it is deployed. */
  public int port() {
    return server.actualPort();
  }

  /** The root address of each provider, such as {@code http://127.0.0.1:8012}, by its name. */
  public Map<String, String> roots() {
    var roots = new LinkedHashMap<String, String>();
    ports.forEach((name, port) -> roots.put(name, "http://127.0.0.1:" + port));
    return roots;
  }

  /** Posts webhooks there from now on. */
  public void postTo(WebhookTargets targets) {
    sandbox.webhooks().target(targets);
  }

  @Override
  public Future<?> start() {
    sandbox = Sandbox.open(vertx, settings);
    var file = settings.ledgerFile();
    var ready =
        file == null ? Future.<Void>succeededFuture() : sandbox.ledger().appendTo(vertx, file);
    var shared = ProviderRoutes.reading(vertx);
    var control = Router.router(vertx);
    for (var make : STAND_INS) {
      var standIn = make.apply(sandbox);
      var own = ProviderRoutes.of(vertx, standIn, sandbox);
      underItsName(shared, standIn.name(), own);
      var steered = Router.router(vertx);
      standIn.control(steered);
      control.route("/" + standIn.name() + "/*").subRouter(steered);
      ready = ready.compose(_ -> openRoot(standIn.name(), own));
    }
    new SandboxControl(sandbox, this::roots).mount(control);
    shared.route("/control/*").subRouter(control);
    return ready
        .compose(_ -> listen(settings.port(), shared))
        .recover(CannotStart.without("SANDBOX_PORT", "127.0.0.1", settings.port()))
        .onSuccess(s -> server = s);
  }

  private static void underItsName(Router shared, String name, Router own) {
    var prefix = "/" + name;
    shared.route(prefix + "/*").handler(context -> Exchange.under(context, prefix)).subRouter(own);
  }

  /** On the next port after the others' if that is free, else on any. */
  private Future<Void> openRoot(String name, Router own) {
    var router = ProviderRoutes.reading(vertx);
    router.route("/*").subRouter(own);
    var wanted = settings.port() == 0 ? 0 : settings.port() + 1 + ports.size();
    return listen(wanted, router)
        .recover(
            taken ->
                taken instanceof BindException ? listen(0, router) : Future.failedFuture(taken))
        .onSuccess(opened -> ports.put(name, opened.actualPort()))
        .mapEmpty();
  }

  private Future<HttpServer> listen(int port, Router router) {
    var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
    return vertx.createHttpServer(options).requestHandler(router).listen();
  }

  @Override
  public Future<?> stop() {
    return sandbox.ledger().close();
  }
}
