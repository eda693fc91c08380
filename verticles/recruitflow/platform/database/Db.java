package recruitflow.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import recruitflow.platform.settings.Settings;

/** The database: a bounded pool, single statements, transactions. */
public final class Db {

  /** A caller that finds no connection is told so quickly rather than kept waiting. */
  private static final int WAIT_SECONDS = 3;

  private static final int MAX_WAITING = 2000;

  private final Pool pool;
  private final Sql sql;
  private final PgConnectOptions options;

  private Db(Pool pool, PgConnectOptions options) {
    this.pool = pool;
    this.sql = new Sql(pool);
    this.options = options;
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
            .connectingTo(options)
            .using(vertx)
            .build();
    return new Db(pool, options);
  }

  /** Statements outside a transaction. */
  public Sql sql() {
    return sql;
  }

  /** The pool itself, for event-loop code that composes futures. */
  public Pool pool() {
    return pool;
  }

  /** How to reach the database, for the listener's own connection. */
  public PgConnectOptions options() {
    return options;
  }

  /**
   * Commits what {@code work} did, or rolls all of it back before the failure is seen. Only the
   * given {@link Sql} may be used inside, and nothing outside the house may be called.
   */
  public <T> T inTransaction(Function<Sql, T> work) {
    var connection = pool.getConnection().await();
    try {
      var transaction = connection.begin().await();
      var result = work.apply(new Sql(connection));
      transaction.commit().await();
      connection.close();
      return result;
    } catch (Throwable e) { // whatever it was: the rollback comes before the failure is seen
      undo(connection, e);
      throw e;
    }
  }

  private static void undo(SqlConnection connection, Throwable cause) {
    var transaction = connection.transaction();
    var undone = transaction == null ? Future.<Void>succeededFuture() : transaction.rollback();
    try {
      undone.eventually(connection::close).await();
    } catch (
        Throwable e) { // an undeployed verticle cannot wait any more; it is undone all the same
      cause.addSuppressed(e);
    }
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
