package recruitflow.sandbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.sandbox.anthropic.AnthropicStandIn;
import recruitflow.sandbox.elevenlabs.ElevenLabsStandIn;
import recruitflow.sandbox.google.GoogleTokenStandIn;
import recruitflow.sandbox.google.gmail.GmailStandIn;
import recruitflow.sandbox.whapi.WhapiStandIn;

/**
 * Plays the providers on one loopback port: {@code /elevenlabs}, {@code /whapi}, {@code /gmail},
 * {@code /google}, {@code /anthropic}, steered under {@code /control}. Deployed once, on an event
 * loop.
 */
public final class SandboxVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(SandboxVerticle.class);
  private static final long LARGEST_BODY = 48L << 20;

  private static final List<Function<Sandbox, StandIn>> STAND_INS =
      List.of(
          ElevenLabsStandIn::new,
          WhapiStandIn::new,
          AnthropicStandIn::new,
          GmailStandIn::new,
          GoogleTokenStandIn::new);

  private final SandboxSettings settings;
  private Sandbox sandbox;
  private HttpServer server;

  public SandboxVerticle(SandboxSettings settings) {
    this.settings = settings;
  }

  /** The port it listens on; known once it is deployed. */
  public int port() {
    return server.actualPort();
  }

  /** Posts webhooks there from now on. */
  public void postTo(WebhookTargets targets) {
    sandbox.webhooks().target(targets);
  }

  @Override
  public Future<?> start() {
    sandbox = Sandbox.open(vertx, settings);
    var ledger =
        settings.ledgerFile() == null
            ? Future.<Void>succeededFuture()
            : sandbox.ledger().appendTo(vertx, settings.ledgerFile());
    var options = new HttpServerOptions().setHost("127.0.0.1").setPort(settings.port());
    return ledger.compose(
        _ ->
            vertx
                .createHttpServer(options)
                .requestHandler(routes())
                .listen()
                .onSuccess(s -> server = s));
  }

  @Override
  public Future<?> stop() {
    return sandbox.ledger().close();
  }

  private Router routes() {
    var router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    var control = Router.router(vertx);
    for (var make : STAND_INS) {
      var standIn = make.apply(sandbox);
      router.route("/" + standIn.name() + "/*").subRouter(provider(standIn));
      var own = Router.router(vertx);
      standIn.control(own);
      control.route("/" + standIn.name() + "/*").subRouter(own);
    }
    new SandboxControl(sandbox).mount(control);
    router.route("/control/*").subRouter(control);
    return router;
  }

  private Router provider(StandIn standIn) {
    var router = Router.router(vertx);
    router.route().handler(context -> Exchange.begin(context, sandbox, standIn.name()));
    standIn.mount(router);
    methodsByPath(router)
        .forEach((path, methods) -> router.route(path).handler(c -> refuse(c, standIn, methods)));
    router.route().handler(c -> Exchange.of(c).answer(404, standIn.unserved(404)));
    router.route().failureHandler(SandboxVerticle::broken);
    return router;
  }

  private static Map<String, String> methodsByPath(Router router) {
    return router.getRoutes().stream()
        .filter(route -> route.methods() != null && !route.methods().isEmpty())
        .collect(
            Collectors.groupingBy(
                Route::getPath,
                LinkedHashMap::new,
                Collectors.flatMapping(
                    route -> route.methods().stream().map(HttpMethod::name),
                    Collectors.joining(", "))));
  }

  private static void refuse(RoutingContext context, StandIn standIn, String methods) {
    var headers = Map.of("content-type", "application/json", "allow", methods);
    Exchange.of(context).answer(405, headers, standIn.unserved(405).toBuffer());
  }

  private static void broken(RoutingContext context) {
    log.error("stand-in failed at {}", context.request().path(), context.failure());
    Exchange.of(context).answer(500, JsonObject.of("detail", "Internal Server Error"));
  }
}
