package recruitflow.platform.providers;

import java.time.Duration;
import java.util.Optional;
import recruitflow.platform.database.Db;

/** Token buckets kept in the database, so that a provider's limit holds over all nodes. */
public final class Rates {

  /** The bucket holds a tenth of a minute's tokens, at least one: a limit of 2 never bursts. */
  private static final String TAKE =
      """
      insert into rates as r (name, tokens, refilled_at)
      values ($1, greatest(1, $2::float8 / 10) - 1, clock_timestamp())
      on conflict (name) do update set
        tokens = least(greatest(1, $2::float8 / 10),
                       r.tokens + extract(epoch from clock_timestamp() - r.refilled_at) * $2::float8 / 60) - 1,
        refilled_at = clock_timestamp()
      where r.tokens + extract(epoch from clock_timestamp() - r.refilled_at) * $2::float8 / 60 >= 1
      returning r.tokens
      """;

  private static final String WAIT =
      """
      select greatest(0.001, (1 - tokens) * 60 / $2::float8
                             - extract(epoch from clock_timestamp() - refilled_at))::float8 as seconds
      from rates where name = $1
      """;

  private final Db db;
  private final ProviderPauses pauses;

  public Rates(Db db) {
    this.db = db;
    this.pauses = new ProviderPauses(db);
  }

  /** What the providers asked for. */
  public ProviderPauses pauses() {
    return pauses;
  }

  /** Takes a token, or tells how long (real time) to wait for one. */
  public Optional<Duration> take(String provider, int perMinute) {
    var paused = pauses.left(provider).await();
    if (paused.isPresent()) return paused;
    var sql = db.sql();
    var taken = sql.first(TAKE, row -> true, provider, (double) perMinute);
    if (taken.isPresent()) return Optional.empty();
    var seconds = sql.one(WAIT, row -> row.getDouble("seconds"), provider, (double) perMinute);
    return Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
  }
}
