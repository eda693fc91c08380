package recruitflow.screening.calls;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.calls.CallRules;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.platform.database.Sql;

/** An application, locked, with what its position says about phoning. */
public record CalledApplication(
    long id, long positionId, ApplicationStatus status, int budgetFrom, CallRules rules) {

  private static final String LOCK =
      """
      select a.id, a.position_id, a.status, a.call_budget_from, p.call_retry_max, p.call_retry_interval_minutes,
             p.calling_hour_start, p.calling_hour_end
      from applications a join positions p on p.id = a.position_id
      where a.id = $1
      for update of a
      """;

  static Optional<CalledApplication> lock(Sql sql, long applicationId, ZoneId zone) {
    return sql.first(LOCK, row -> from(row, zone), applicationId);
  }

  private static CalledApplication from(Row row, ZoneId zone) {
    return new CalledApplication(
        row.getLong("id"),
        row.getLong("position_id"),
        ApplicationStatus.of(row.getString("status")),
        row.getInteger("call_budget_from"),
        new CallRules(
            row.getInteger("call_retry_max"),
            Duration.ofMinutes(row.getInteger("call_retry_interval_minutes")),
            hours(row, zone)));
  }

  /** The calling hours of a row that has the position's columns. */
  public static CallingHours hours(Row row, ZoneId zone) {
    return new CallingHours(
        row.getInteger("calling_hour_start"), row.getInteger("calling_hour_end"), zone);
  }
}
