package recruitflow.platform.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import recruitflow.platform.bell.Signal;

/**
 * Whole SQL statements, awaited. Over the pool each statement stands alone; inside {@link
 * Db#inTransaction} all share one transaction. Call it on a virtual-thread context or a plain
 * thread.
 */
public final class Sql {

  private final SqlClient client;
  private final Consumer<Collection<? extends Signal>> tell;

  private final Duration limit;

  /**
   * @param limit how long a statement is waited for
   */
  Sql(SqlClient client, Consumer<Collection<? extends Signal>> tell, Duration limit) {
    this.client = client;
    this.tell = tell;
    this.limit = limit;
  }

  /**
   * Tells all nodes: when the transaction has committed, and never if it does not; at once where
   * each statement stands alone.
   */
  public void tell(Collection<? extends Signal> signals) {
    tell.accept(signals);
  }

  /** All rows. */
  public <T> List<T> list(String sql, Function<Row, T> map, Object... args) {
    var found = new ArrayList<T>();
    for (var row : run(sql, args)) found.add(map.apply(row));
    return found;
  }

  /** The first row, if any. */
  public <T> Optional<T> first(String sql, Function<Row, T> map, Object... args) {
    var rows = run(sql, args).iterator();
    return rows.hasNext() ? Optional.ofNullable(map.apply(rows.next())) : Optional.empty();
  }

  /**
   * The row that must be there.
   *
   * @throws IllegalStateException when there is none
   */
  public <T> T one(String sql, Function<Row, T> map, Object... args) {
    return first(sql, map, args)
        .orElseThrow(() -> new IllegalStateException("no row for: " + sql.strip()));
  }

  /** Runs a statement and tells how many rows it touched. */
  public int execute(String sql, Object... args) {
    return run(sql, args).rowCount();
  }

  /** Runs one statement for each set of arguments, in one round trip. */
  public void batch(String sql, List<Object[]> args) {
    if (args.isEmpty()) return;
    client
        .preparedQuery(sql)
        .executeBatch(args.stream().map(a -> Tuple.from(Arrays.asList(a))).toList())
        .timeout(limit.toMillis(), MILLISECONDS)
        .await();
  }

  private RowSet<Row> run(String sql, Object... args) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.from(Arrays.asList(args)))
        .timeout(limit.toMillis(), MILLISECONDS)
        .await();
  }
}
