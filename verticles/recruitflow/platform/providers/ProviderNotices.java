package recruitflow.platform.providers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recruitflow.platform.database.Db;

/**
 * Troubles with a provider that only a person can end, such as a refused key. While one stands the
 * provider is left alone, so that it is asked once and not once a task; it is shown until a request
 * succeeds.
 */
public final class ProviderNotices {

  private static final String RAISE =
      """
      insert into provider_notices as n (provider, message, blocked_until)
      values ($1, $2, now() + $3 * interval '1 millisecond')
      on conflict (provider) do update set
        message = excluded.message, blocked_until = excluded.blocked_until
      """;

  private static final String BLOCKED =
      """
      select message, extract(epoch from blocked_until - now()) * 1000 as millis
      from provider_notices where provider = $1 and blocked_until > now()
      """;

  private static final String ALL = "select * from provider_notices order by since";

  /** What to tell the recruiters. */
  public record Notice(String provider, String message, Instant since) {}

  /** The provider is to be left alone for the pause (real time). */
  public record Block(String message, Duration pause) {}

  private final Db db;

  public ProviderNotices(Db db) {
    this.db = db;
  }

  /** Shows the message and leaves the provider alone for the pause. */
  public void raise(String provider, String message, Duration pause) {
    db.sql().execute(RAISE, provider, message, (double) pause.toMillis());
  }

  /** Whether the provider is to be left alone. */
  public Optional<Block> block(String provider) {
    return db.sql()
        .first(
            BLOCKED,
            row ->
                new Block(
                    row.getString("message"),
                    Duration.ofMillis(Math.max(1, row.getDouble("millis").longValue()))),
            provider);
  }

  /** The provider works again. */
  public void clear(String provider) {
    db.sql().execute("delete from provider_notices where provider = $1", provider);
  }

  /** Every notice, the oldest first. */
  public List<Notice> all() {
    return db.sql()
        .list(
            ALL,
            row ->
                new Notice(
                    row.getString("provider"), row.getString("message"), Db.instant(row, "since")));
  }
}
