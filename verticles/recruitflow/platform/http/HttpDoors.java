package recruitflow.platform.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import recruitflow.platform.House;
import recruitflow.platform.operations.documents.Documents;
import recruitflow.platform.operations.documents.Schemas;

/** The HTTP server on as many event loops as there are cores; connections are spread over them. */
public final class HttpDoors extends VerticleBase {

  private final House house;
  private final List<Consumer<Router>> routes;
  private final Consumer<Integer> listening;

  /**
   * @param routes of the features that need more than operations; each is mounted once for each
   *     event loop
   * @param listening is told the actual port
   */
  public HttpDoors(House house, List<Consumer<Router>> routes, Consumer<Integer> listening) {
    this.house = house;
    this.routes = routes;
    this.listening = listening;
  }

  /** Separate deployments: the instances of a single one would share an event loop. */
  @Override
  public Future<?> start() {
    var schemas = new Schemas();
    var documents = new Documents(house.operations(), schemas);
    return Future.all(
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(n -> new HttpVerticle(house, routes, schemas, documents, listening))
            .map(vertx::deployVerticle)
            .toList());
  }
}
