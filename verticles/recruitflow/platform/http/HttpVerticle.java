package recruitflow.platform.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import recruitflow.platform.CannotStart;
import recruitflow.platform.House;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Gate;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.audit.RequestAudit;
import recruitflow.platform.operations.documents.Documents;
import recruitflow.platform.operations.documents.Schemas;
import recruitflow.platform.operations.rpc.Rpc;

/** One event loop of the HTTP server: webhooks, operations, live channel, health and the SPA. */
final class HttpVerticle extends VerticleBase {

  private static final int IDLE_SECONDS = 120;
  private static final Duration FIRST_HEADERS = Duration.ofSeconds(15);
  private static final Duration NEXT_HEADERS = Duration.ofSeconds(60);

  /** Less than none is the same free port for all of us. */
  private static final int ANY_FREE_PORT = -1;

  private final House house;
  private final List<Consumer<Router>> routes;
  private final Map<String, Set<Role>> liveKinds;
  private final Schemas schemas;
  private final Documents documents;
  private final Consumer<Integer> listening;
  private final Hosts hosts;
  private HttpServer server;

  /**
   * @param routes of the features that need more than operations: webhooks, uploads, downloads
   * @param liveKinds what can be followed on the live channel, and by whom
   * @param listening is told the actual port
   */
  HttpVerticle(
      House house,
      List<Consumer<Router>> routes,
      Map<String, Set<Role>> liveKinds,
      Schemas schemas,
      Documents documents,
      Consumer<Integer> listening) {
    this.house = house;
    this.routes = routes;
    this.liveKinds = liveKinds;
    this.schemas = schemas;
    this.documents = documents;
    var http = house.settings().http();
    this.hosts = new Hosts(http.allowedHosts(), http.trustedOrigins());
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    var http = house.settings().http();
    var headers = new HeaderDeadline(vertx, FIRST_HEADERS, NEXT_HEADERS);
    return vertx
        .createHttpServer(options())
        .connectionHandler(headers::opened)
        .invalidRequestHandler(WireCheck::undecodable)
        .requestHandler(new WireCheck(router(headers)))
        .listen()
        .recover(CannotStart.without("PORT", http.host(), http.port()))
        .onSuccess(
            listens -> {
              server = listens;
              listening.accept(listens.actualPort());
            });
  }

  private HttpServerOptions options() {
    var http = house.settings().http();
    return new HttpServerOptions()
        .setPort(http.port() == 0 ? ANY_FREE_PORT : http.port())
        .setHost(http.host())
        .setIdleTimeout(IDLE_SECONDS)
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(256 * 1024)
        .setMaxWebSocketMessageSize(1024 * 1024)
        // A small frame would unfold to a thousand times its size before its limit is looked at.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setCompressionSupported(true);
  }

  /** Open browsers hold their sockets for ever: they are told, and then cut. */
  @Override
  public Future<?> stop() {
    return server.shutdown(1, TimeUnit.SECONDS);
  }

  private Router router(HeaderDeadline headers) {
    var gate = new Gate(vertx, house.db(), house.metrics(), house.operations().audit(), schemas);
    var router = Router.router(vertx);
    router.route().handler(headers);
    router
        .route()
        .handler(new RequestAudit(house.operations().audit(), house.settings().http().proxies()));
    router.route().handler(new Hardening(house.settings(), hosts));
    new Health(house).mount(router);
    var rate = new StrangersRate(house.settings().http().proxies());
    StrangersRate.PATHS.forEach(path -> router.route(path).handler(rate));
    var guard = new DatabaseGuard(vertx, house.db());
    for (var path : List.of("/api/*", "/rpc", "/webhooks/*")) router.route(path).handler(guard);
    routes.forEach(feature -> feature.accept(router));
    new RestDoor(house.operations(), gate, house.bodies()).mount(router);
    new Rpc(vertx, house.operations(), gate, documents, house.bodies(), hosts, liveKinds)
        .mount(router);
    new DocumentPages(documents).mount(router);
    router
        .route("/api/*")
        .handler(request -> RestDoor.refuse(request, Failure.notFound("address")));
    new Pages().mount(router);
    router
        .route()
        .handler(request -> RestDoor.refuse(request, Failure.notFound("address")))
        .failureHandler(this::failed); // last: a feature's own handler comes first
    return router;
  }

  private void failed(RoutingContext request) {
    var failure =
        switch (request.statusCode()) {
          case 413 -> Failure.tooLarge("The body is larger than we take.");
          case 400 -> Failure.badRequest("The request cannot be understood.");
          case 404 -> Failure.notFound("address");
          default -> request.failure();
        };
    RestDoor.refuse(request, failure == null ? new IllegalStateException("no cause") : failure);
  }
}
