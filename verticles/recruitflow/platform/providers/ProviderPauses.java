package recruitflow.platform.providers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import recruitflow.platform.database.Db;

/**
 * The pauses that providers asked for. A pause belongs to the provider: it is kept in the database
 * by the database's clock, and nothing is asked of that provider by any task on any node before it
 * is over.
 */
public final class ProviderPauses {

  /** A later end wins; an answer to an earlier request must not shorten the pause. */
  private static final String PAUSE =
      """
      insert into provider_pauses as p (provider, until, spread)
      values ($1, clock_timestamp() + $2 * interval '1 millisecond',
              least($2 * interval '1 millisecond' / 2, interval '1 minute'))
      on conflict (provider) do update set until = greatest(p.until, excluded.until),
        spread = case when excluded.until > p.until then excluded.spread else p.spread end
      """;

  private static final String LEFT =
      """
      select ceil(extract(epoch from until - clock_timestamp()) * 1000)::bigint as millis
      from provider_pauses where provider = $1 and until > clock_timestamp()
      """;

  private final Db db;

  /** Pauses that are being written: whoever asks meanwhile waits for that. */
  private final Map<String, Future<Void>> beingWritten = new ConcurrentHashMap<>();

  ProviderPauses(Db db) {
    this.db = db;
  }

  /** From now on nobody asks this provider until so much real time has passed. */
  public Future<Void> begin(String provider, Duration pause) {
    Future<Void> written =
        db.pool()
            .preparedQuery(PAUSE)
            .execute(Tuple.of(provider, (double) pause.toMillis()))
            .mapEmpty();
    beingWritten.put(provider, written);
    return written.onComplete(done -> beingWritten.remove(provider, written));
  }

  /** How long (real time) this provider is still left alone; empty when it may be asked. */
  public Future<Optional<Duration>> left(String provider) {
    return beingWritten
        .getOrDefault(provider, Future.succeededFuture())
        .otherwiseEmpty()
        .compose(written -> db.pool().preparedQuery(LEFT).execute(Tuple.of(provider)))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(rows.iterator().next().getLong("millis"))));
  }
}
