package recruitflow.platform.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import recruitflow.platform.CannotStart;
import recruitflow.platform.House;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Documents;
import recruitflow.platform.operations.documents.Schemas;

/** The HTTP server on as many event loops as there are cores; connections are spread over them. */
public final class HttpDoors extends VerticleBase {

  private final House house;
  private final List<Consumer<Router>> routes;
  private final Map<String, Set<Role>> liveKinds;
  private final Consumer<Integer> listening;

  /**
   * @param routes of the features that need more than operations; each is mounted once for each
   *     event loop
   * @param liveKinds what can be followed on the live channel, and by whom
   * @param listening is told the actual port
   */
  public HttpDoors(
      House house,
      List<Consumer<Router>> routes,
      Map<String, Set<Role>> liveKinds,
      Consumer<Integer> listening) {
    this.house = house;
    this.routes = routes;
    this.liveKinds = liveKinds;
    this.listening = listening;
  }

  /** Separate deployments: the instances of a single one would share an event loop. */
  @Override
  public Future<?> start() {
    var schemas = new Schemas();
    var documents = new Documents(house.operations(), schemas);
    return Future.all(
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(
                    n -> new HttpVerticle(house, routes, liveKinds, schemas, documents, listening))
                .map(vertx::deployVerticle)
                .toList())
        .compose(open -> management());
  }

  private Future<?> management() {
    var where = house.settings().http().management();
    if (where == null) return Future.succeededFuture();
    var router = Router.router(vertx);
    new Health(house).mountOpen(router);
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(where.port(), where.host())
        .recover(CannotStart.without("MANAGEMENT_PORT", where.host(), where.port()));
  }
}
