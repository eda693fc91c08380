package recruitflow.platform.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import recruitflow.platform.House;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Gate;
import recruitflow.platform.operations.RestDoor;
import recruitflow.platform.operations.RpcDoor;
import recruitflow.platform.operations.RpcSocket;
import recruitflow.platform.operations.documents.Documents;
import recruitflow.platform.operations.documents.Schemas;

/** One event loop of the HTTP server: webhooks, operations, live channel, health and the SPA. */
final class HttpVerticle extends VerticleBase {

  private static final long LARGEST_JSON = 4L * 1024 * 1024;
  private static final Duration BODY_LIMIT = Duration.ofSeconds(20);
  private static final int IDLE_SECONDS = 120;

  /** Less than none is the same free port for all of us. */
  private static final int ANY_FREE_PORT = -1;

  private final House house;
  private final List<Consumer<Router>> routes;
  private final Schemas schemas;
  private final Documents documents;
  private final Consumer<Integer> listening;
  private HttpServer server;

  /**
   * @param routes of the features that need more than operations: webhooks, uploads, downloads
   * @param listening is told the actual port
   */
  HttpVerticle(
      House house,
      List<Consumer<Router>> routes,
      Schemas schemas,
      Documents documents,
      Consumer<Integer> listening) {
    this.house = house;
    this.routes = routes;
    this.schemas = schemas;
    this.documents = documents;
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    var gate = new Gate(vertx, house.db(), house.metrics(), schemas);
    var http = house.settings().http();
    var options =
        new HttpServerOptions()
            .setPort(http.port() == 0 ? ANY_FREE_PORT : http.port())
            .setHost(http.host())
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxWebSocketFrameSize(256 * 1024)
            .setMaxWebSocketMessageSize(1024 * 1024)
            .setCompressionSupported(true);
    var socket = new RpcSocket(vertx, house.operations(), gate, documents, http.trustedOrigins());
    return vertx
        .createHttpServer(options)
        .requestHandler(router(gate, documents))
        .webSocketHandler(socket::accept)
        .listen()
        .onSuccess(
            listens -> {
              server = listens;
              listening.accept(listens.actualPort());
            });
  }

  /** Open browsers hold their sockets for ever: they are told, and then cut. */
  @Override
  public Future<?> stop() {
    return server.shutdown(1, TimeUnit.SECONDS);
  }

  private Router router(Gate gate, Documents documents) {
    var router = Router.router(vertx);
    router.route().handler(new Hardening(house.settings()));
    new Health(house).mount(router);
    routes.forEach(feature -> feature.accept(router));
    for (var path : List.of("/api/*", "/rpc")) {
      router.route(path).handler(new BodyDeadline(BODY_LIMIT));
      router.route(path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_JSON));
    }
    new RestDoor(house.operations(), gate).mount(router);
    new RpcDoor(house.operations(), gate, documents).mount(router);
    new DocumentPages(documents).mount(router);
    router.route("/api/*").handler(request -> RestDoor.fail(request, Failure.notFound("address")));
    new Pages().mount(router);
    router.route().failureHandler(this::failed); // last: a feature's own handler comes first
    return router;
  }

  private void failed(io.vertx.ext.web.RoutingContext request) {
    if (request.failure() instanceof HttpClosedException) return; // nobody is left to be answered
    HangUp.ifStillSending(request);
    var failure =
        switch (request.statusCode()) {
          case 413 -> Failure.tooLarge("The body is larger than we take.");
          case 400 -> Failure.badRequest("The request cannot be understood.");
          case 404 -> Failure.notFound("address");
          default -> request.failure();
        };
    RestDoor.fail(request, failure == null ? new IllegalStateException("no cause") : failure);
  }
}
