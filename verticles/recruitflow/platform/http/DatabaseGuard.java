package recruitflow.platform.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Pulse;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.RestDoor;

/**
 * While the database is silent nobody is kept waiting for it: new requests are told at once, those
 * under way as soon as it is known. Belongs to one event loop.
 */
final class DatabaseGuard implements Handler<RoutingContext> {

  private final Db db;
  private final Set<RoutingContext> underWay = new HashSet<>();

  DatabaseGuard(Vertx vertx, Db db) {
    this.db = db;
    vertx.eventBus().<JsonObject>localConsumer(Pulse.SILENT, silent -> tellAll());
  }

  @Override
  public void handle(RoutingContext request) {
    if (request.request().getHeader(HttpHeaders.UPGRADE) != null) {
      request.next();
    } else if (db.isSilent()) {
      tell(request);
    } else {
      underWay.add(request);
      request.addEndHandler(done -> underWay.remove(request));
      request.next();
    }
  }

  private void tellAll() {
    List.copyOf(underWay).forEach(DatabaseGuard::tell);
  }

  private static void tell(RoutingContext request) {
    if (request.response().ended()) return;
    RestDoor.refuse(
        request,
        Failure.unavailable("database", "The database does not answer. Please try again."));
  }
}
