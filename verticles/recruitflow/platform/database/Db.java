package recruitflow.platform.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import recruitflow.platform.bell.Bell;
import recruitflow.platform.bell.Signal;
import recruitflow.platform.settings.DatabaseUrl;
import recruitflow.platform.settings.Settings;

/** The database: a bounded pool, single statements, transactions. */
public final class Db {

  /** A caller that finds no connection is told so quickly rather than kept waiting. */
  private static final int WAIT_SECONDS = 3;

  private static final int MAX_WAITING = 2000;

  /** The database ends a long statement itself; when it cannot even say so, we do not wait on. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

  private static final int CONNECT_MILLIS = 10_000;

  private final Pool pool;
  private final Sql sql;
  private final PgConnectOptions options;
  private final Bell bell;
  private final Duration limit;
  private volatile boolean silent;

  private Db(Pool pool, PgConnectOptions options, Bell bell, Duration limit) {
    this.pool = pool;
    this.sql = new Sql(pool, bell::tell, limit);
    this.limit = limit;
    this.options = options;
    this.bell = bell;
  }

  /** How the pool reaches it. */
  public static PgConnectOptions reached(DatabaseUrl url) {
    var options =
        new PgConnectOptions()
            .setHost(url.host())
            .setPort(url.port())
            .setUser(url.user())
            .setPassword(url.password().value())
            .setDatabase(url.database())
            .setSslMode(SslMode.of(url.sslMode()));
    if (options.getSslMode() == SslMode.DISABLE) return options;
    var ssl = new ClientSSLOptions().setTrustAll(!url.verifies());
    if (!url.rootCertificate().isEmpty())
      ssl.setTrustOptions(new PemTrustOptions().addCertPath(url.rootCertificate()));
    if (options.getSslMode() == SslMode.VERIFY_FULL) ssl.setHostnameVerificationAlgorithm("HTTPS");
    return options.setSslOptions(ssl);
  }

  /** Opens a pool; connections are made when first needed. */
  public static Db open(Vertx vertx, PgConnectOptions options, Settings.Database settings) {
    options
        .setCachePreparedStatements(true)
        .addProperty("statement_timeout", String.valueOf(settings.statementTimeout().toMillis()))
        .addProperty("application_name", "recruitflow");
    var pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(settings.poolSize())
                    .setMaxWaitQueueSize(MAX_WAITING)
                    .setConnectionTimeout(WAIT_SECONDS)
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .with(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS))
            .connectingTo(options)
            .using(vertx)
            .build();
    var limit = settings.statementTimeout().plus(ON_THE_WAY);
    return new Db(pool, options, new Bell(vertx), limit);
  }

  /** Statements outside a transaction. */
  public Sql sql() {
    return sql;
  }

  /** The pool itself, for event-loop code that composes futures. */
  public Pool pool() {
    return pool;
  }

  /** What is rung when something is committed. */
  public Bell bell() {
    return bell;
  }

  /** How to reach the database, for the connection of the bell. */
  public PgConnectOptions options() {
    return options;
  }

  /**
   * Commits what {@code work} did, or rolls all of it back before the failure is seen. Only the
   * given {@link Sql} may be used inside, and nothing outside the house may be called. What it
   * tells is told after the commit.
   */
  public <T> T inTransaction(Function<Sql, T> work) {
    var told = new LinkedHashSet<Signal>();
    var result = committed(work, told);
    bell.tell(told);
    return result;
  }

  private <T> T committed(Function<Sql, T> work, Set<Signal> told) {
    var connection = pool.getConnection().await();
    try {
      var transaction = connection.begin().timeout(limit.toMillis(), MILLISECONDS).await();
      var result = work.apply(new Sql(connection, told::addAll, limit));
      transaction.commit().timeout(limit.toMillis(), MILLISECONDS).await();
      connection.close();
      return result;
    } catch (Throwable e) { // whatever it was: the rollback comes before the failure is seen
      undo(connection, e);
      throw e;
    }
  }

  private void undo(SqlConnection connection, Throwable cause) {
    var transaction = connection.transaction();
    var undone = transaction == null ? Future.<Void>succeededFuture() : transaction.rollback();
    try {
      undone.timeout(limit.toMillis(), MILLISECONDS).eventually(connection::close).await();
    } catch (
        Throwable e) { // an undeployed verticle cannot wait any more; it is undone all the same
      cause.addSuppressed(e);
    }
  }

  /** True while the database does not answer. */
  public boolean isSilent() {
    return silent;
  }

  void setSilent(boolean silent) {
    this.silent = silent;
  }

  /** Closes every connection. */
  public Future<Void> close() {
    return pool.close();
  }

  /** An instant as a statement's argument; null stays null. */
  public static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** A {@code timestamptz} column; null stays null. */
  public static Instant instant(Row row, String column) {
    var time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
