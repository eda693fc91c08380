package recruitflow.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The line between a server and its PostgreSQL. It counts what the server commits, can be cut at
 * one chosen commit, and can be taken away altogether.
 */
public final class DatabaseProxy implements ClosedAfterAll {

  /** On which side of a commit the line is cut. */
  public enum Cut {
    /** The database never hears of it. */
    BEFORE,
    /** It is committed, and the server never hears of that. */
    AFTER
  }

  // One event loop: lines and counter need no locks.
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final NetClient out = vertx.createNetClient();
  private final Set<DatabaseLine> lines = ConcurrentHashMap.newKeySet();
  private final List<String> points = new ArrayList<>();
  private volatile URI target;
  private volatile int port;
  private NetServer door;
  private boolean hanging;
  private boolean counting;
  private int cutAt;
  private Cut cut;
  private volatile String cutPoint;
  private volatile boolean reached;

  /** The address of the line to this database: {@code postgres://user:password@host:port/name}. */
  public String to(String databaseUrl) {
    target = URI.create(databaseUrl);
    if (door == null) open();
    return databaseUrl.replace(":" + target.getPort() + "/", ":" + port + "/");
  }

  /** Cuts every line and refuses new ones. */
  public void away() {
    door.close().timeout(10, SECONDS).await();
    lines.forEach(DatabaseLine::cut);
  }

  /** Takes lines again, at the same address. */
  public void back() {
    door = listening(port).timeout(10, SECONDS).await();
  }

  /**
   * A port below those that clients are given: whoever knocks at a closed one of theirs may in the
   * end be connected to himself, and then it is taken.
   */
  private void open() {
    for (var tries = 0; door == null; tries++) {
      port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      var first = listening(port).timeout(10, SECONDS);
      door = tries < 100 ? first.otherwise((NetServer) null).await() : first.await();
    }
  }

  private Future<NetServer> listening(int at) {
    return vertx.createNetServer().connectHandler(this::accept).listen(at, "127.0.0.1");
  }

  /** Lines stay open, new ones are taken, and nothing is answered on any of them. */
  public void hang() {
    onLoop(
        () -> {
          hanging = true;
          lines.forEach(DatabaseLine::hang);
        });
  }

  /** What was held back goes on. */
  public void goOn() {
    onLoop(
        () -> {
          hanging = false;
          lines.forEach(DatabaseLine::goOn);
        });
  }

  /** Counts commits from now on, without cutting. */
  public void count() {
    cutAtCommit(0, Cut.BEFORE);
  }

  /** Counts commits from now on, and cuts the line of the n-th. */
  public void cutAtCommit(int n, Cut side) {
    onLoop(
        () -> {
          points.clear();
          counting = true;
          cutAt = n;
          cut = side;
          cutPoint = null;
          reached = false;
        });
  }

  /** What was committed since counting began: the statements of each, shortened. */
  public List<String> stopCounting() {
    onLoop(() -> counting = false);
    return List.copyOf(points);
  }

  /** Where it was cut, or null if it did not come to that. */
  public String cutPoint() {
    return cutPoint;
  }

  /** Whether it came to the n-th commit; a claim of tasks cannot be cut before, only after. */
  public boolean wasReached() {
    return reached;
  }

  private void onLoop(Runnable act) {
    var done = Promise.<Void>promise();
    vertx
        .getOrCreateContext()
        .runOnContext(
            v -> {
              act.run();
              done.complete();
            });
    done.future().timeout(10, SECONDS).await();
  }

  private void accept(NetSocket client) {
    client.pause();
    out.connect(target.getPort(), target.getHost())
        .onSuccess(database -> join(client, database))
        .onFailure(e -> client.close());
  }

  private void join(NetSocket client, NetSocket database) {
    var line = new DatabaseLine(client, database, this::verdict);
    lines.add(line);
    line.open(() -> lines.remove(line));
    if (hanging) line.hang();
  }

  /** What is to be done about a commit. */
  private DatabaseLine.Verdict verdict(String point, boolean isOver) {
    if (!counting) return DatabaseLine.Verdict.PASS;
    points.add(point);
    if (points.size() != cutAt) return DatabaseLine.Verdict.PASS;
    reached = true;
    if (isOver && cut == Cut.BEFORE) return DatabaseLine.Verdict.PASS;
    cutPoint = point;
    return cut == Cut.BEFORE ? DatabaseLine.Verdict.CUT_BEFORE : DatabaseLine.Verdict.CUT_AFTER;
  }

  @Override
  public void close() {
    vertx.close().timeout(10, SECONDS).await();
  }
}
