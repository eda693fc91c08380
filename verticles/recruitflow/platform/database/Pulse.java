package recruitflow.platform.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database again and again whether it is there, on a line of its own. One that accepts and
 * never answers fails no statement: without this, whoever waits for it would wait for minutes.
 */
public final class Pulse extends VerticleBase {

  /** Told on the bus of this node when the database has fallen silent. */
  public static final String SILENT = "database.silent";

  private static final Logger log = LoggerFactory.getLogger(Pulse.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Db db;
  private PgConnection line;
  private boolean ended;

  public Pulse(Db db) {
    this.db = db;
  }

  @Override
  public Future<?> start() {
    beat();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    ended = true;
    return line == null ? Future.succeededFuture() : line.close().otherwiseEmpty();
  }

  private void beat() {
    if (ended) return;
    asked()
        .timeout(PATIENCE.toMillis(), MILLISECONDS)
        .onComplete(
            answer -> {
              heard(answer.succeeded());
              vertx.setTimer(PAUSE.toMillis(), timer -> beat());
            });
  }

  /** A line that was cut says nothing of the database: a new one is asked at once. */
  private Future<?> asked() {
    var kept = line;
    var answer = connected().compose(open -> open.query("select 1").execute());
    if (kept == null) return answer;
    return answer.recover(
        cut -> {
          hangUp();
          return connected().compose(open -> open.query("select 1").execute());
        });
  }

  private void hangUp() {
    if (line != null) line.close();
    line = null;
  }

  private Future<PgConnection> connected() {
    if (line != null) return Future.succeededFuture(line);
    return PgConnection.connect(vertx, db.options())
        .onSuccess(
            open -> {
              if (ended || line != null) open.close();
              else line = open;
            });
  }

  private void heard(boolean answers) {
    if (!answers) hangUp();
    if (answers == !db.isSilent()) return;
    db.setSilent(!answers);
    if (answers) log.info("the database answers again");
    else log.warn("the database does not answer");
    if (!answers) vertx.eventBus().publish(SILENT, new JsonObject());
  }
}
