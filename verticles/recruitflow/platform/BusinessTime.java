package recruitflow.platform;

import java.time.Duration;
import java.time.Instant;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/**
 * The anchor of fast business time, kept in the database. Time stands still while nothing runs, and
 * never goes backwards.
 */
public final class BusinessTime {

  private static final String READ = "select business_at from business_clock";
  private static final String WRITE =
      """
      insert into business_clock (real_at, business_at, speed) values (now(), $1, $2)
      on conflict (only_row) do update set real_at = now(), speed = excluded.speed,
        business_at = greatest(business_clock.business_at, excluded.business_at)
      """;

  /** How often the time reached is written down. */
  public static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);

  private BusinessTime() {}

  /** A clock that goes on where the last run stopped, at this speed. */
  public static Clock resume(Sql sql, double speed) {
    var now = Instant.now();
    var stored = sql.first(READ, row -> Db.instant(row, "business_at")).orElse(now);
    var clock = new FastClock(now, stored.isAfter(now) ? stored : now, speed);
    keep(sql, clock, speed);
    return clock;
  }

  /** Writes down the time reached. */
  public static void keep(Sql sql, Clock clock, double speed) {
    sql.execute(WRITE, Db.time(clock.now()), speed);
  }
}
