package recruitflow.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of one provider, with what it answers to everything else. */
final class ProviderRoutes {
  private static final Logger log = LoggerFactory.getLogger(ProviderRoutes.class);
  private static final long LARGEST_BODY = 48L << 20;

  private ProviderRoutes() {}

  static Router of(Vertx vertx, StandIn standIn, Sandbox sandbox) {
    var router = Router.router(vertx);
    router.route().handler(context -> Exchange.begin(context, sandbox, standIn.name()));
    standIn.mount(router);
    methodsByPath(router)
        .forEach((path, methods) -> router.route(path).handler(c -> refuse(c, standIn, methods)));
    router.route().handler(c -> Exchange.of(c).answer(404, standIn.unserved(404)));
    router.route().failureHandler(ProviderRoutes::broken);
    return router;
  }

  /** Bodies are read before anything is decided. */
  static Router reading(Vertx vertx) {
    var router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
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
