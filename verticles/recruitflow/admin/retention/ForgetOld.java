package recruitflow.admin.retention;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import recruitflow.platform.House;
import recruitflow.platform.tasks.Job;

/** Removes what has been kept long enough, a few thousand rows at a time. */
final class ForgetOld {

  static final Job JOB =
      Job.named("forget_old")
          .every(Duration.ofDays(1))
          .says("Removes events, logins, audit and model calls that were kept long enough.");

  private static final int AT_ONCE = 5000;

  /** The id stays, so that the same event is known when it comes again. */
  private static final String EVENTS =
      """
      update inbound_events set body = ''::bytea where id in (
        select id from inbound_events
        where octet_length(body) > 0 and processed_at < now() - $1 * interval '1 second' limit $2)
      """;

  private static final String TOKENS =
      """
      delete from refresh_tokens where id in (
        select id from refresh_tokens
        where expires_at < now() - $1 * interval '1 second'
           or revoked_at < now() - $1 * interval '1 second' limit $2)
      """;

  /** A bucket of tries has leaked dry by then. */
  private static final String TRIES =
      """
      delete from login_throttle where key in (
        select key from login_throttle
        where at < now() - greatest(86400, $1) * interval '1 second' limit $2)
      """;

  private static final String AUDIT =
      """
      delete from operation_audit where id in (
        select id from operation_audit
        where at < now() - $1 * interval '1 second' order by at limit $2)
      """;

  private static final String MODEL_CALLS =
      """
      delete from model_calls where id in (
        select id from model_calls where created_at < now() - $1 * interval '1 second' limit $2)
      """;

  private final House house;
  private final RetentionSettings settings;

  ForgetOld(House house, RetentionSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  Map<String, Integer> run() {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("events", forget(EVENTS, settings.events()));
    counts.put("logins", forget(TOKENS, settings.tokens()));
    counts.put("wrongTries", forget(TRIES, Duration.ofDays(1)));
    counts.put("audit", forget(AUDIT, settings.audit()));
    counts.put("modelCalls", forget(MODEL_CALLS, settings.modelCalls()));
    return counts;
  }

  private int forget(String statement, Duration age) {
    int all = 0;
    int some;
    do {
      some =
          house
              .db()
              .inTransaction(
                  sql -> {
                    sql.list("select set_config('recruitflow.pruning', 'on', true)", row -> null);
                    return sql.execute(statement, age.toSeconds(), AT_ONCE);
                  });
      all += some;
    } while (some == AT_ONCE);
    return all;
  }
}
