package recruitflow.platform.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import recruitflow.platform.database.Db;

/**
 * Listens to the database and passes on to this node's bus: {@code ring} wakes workers, {@code
 * live} goes to the open browsers. It reconnects by itself; polling stands behind it.
 */
public final class BellListener extends VerticleBase {

  private static final long RECONNECT_MILLIS = Duration.ofSeconds(1).toMillis();

  private final Db db;

  public BellListener(Db db) {
    this.db = db;
  }

  @Override
  public Future<?> start() {
    var subscriber = PgSubscriber.subscriber(vertx, db.options());
    subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
    var bus = vertx.eventBus();
    subscriber.channel("ring").handler(kind -> bus.publish("tasks.ring." + kind, new JsonObject()));
    subscriber.channel("live").handler(event -> bus.publish("live", new JsonObject(event)));
    return subscriber.connect();
  }
}
