package recruitflow.screening.dashboard;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.StatusGroup;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.screening.dashboard.DashboardOperations.Change;
import recruitflow.screening.dashboard.DashboardOperations.Groups;
import recruitflow.screening.dashboard.DashboardOperations.PositionCard;
import recruitflow.screening.dashboard.DashboardOperations.RecentItem;
import recruitflow.screening.dashboard.DashboardOperations.Screening;
import recruitflow.screening.dashboard.DashboardOperations.Today;

/** The dashboard of voice screening. */
final class ScreeningRead {
  private static final String POSITIONS =
      """
      select id, title, status from positions where archived_at is null
      order by case status when 'open' then 0 when 'paused' then 1 else 2 end, created_at desc, id
      """;

  private static final String TODAY =
      """
      select
        (select count(*) from calls
         where initiated_at >= $1 and initiated_at < $2 and status <> 'cancelled') as calls,
        (select count(*) from cv_uploads
         where received_at >= $1 and received_at < $2) as cvs,
        (select count(distinct (application_id, message_type)) from messages
         where sent_at >= $1 and sent_at < $2
           and message_type in ('cv_followup_1', 'cv_followup_2')) as follow_ups
      """;

  private static final String RECENT =
      """
      select s.created_at, s.application_id, c.full_name, s.from_status, s.to_status
      from status_changes s join candidates c on c.id = s.candidate_id
      order by s.id desc limit 30
      """;

  private final House house;
  private final AttentionRead attention;

  ScreeningRead(House house, AttentionRead attention) {
    this.house = house;
    this.attention = attention;
  }

  Screening read(Caller caller, Nothing asked) {
    var sql = house.db().sql();
    var zone = house.settings().timeZone();
    var now = house.clock().now();
    var waiting = attention.summary(sql);
    return new Screening(
        positions(sql, waiting.byPosition()),
        today(sql, now, zone),
        waiting.first(),
        waiting.total(),
        sql.list(RECENT, ScreeningRead::recent));
  }

  private static List<PositionCard> positions(Sql sql, Map<Long, Long> waiting) {
    var groups = groups(sql);
    return sql.list(
        POSITIONS,
        row -> {
          var id = row.getLong("id");
          return new PositionCard(
              id,
              row.getString("title"),
              PositionStatus.of(row.getString("status")),
              counted(groups.getOrDefault(id, Map.of())),
              waiting.getOrDefault(id, 0L));
        });
  }

  private static Map<Long, Map<StatusGroup, Long>> groups(Sql sql) {
    var groups = new HashMap<Long, Map<StatusGroup, Long>>();
    sql.list(
        "select position_id, status, count(*) as n from applications group by position_id, status",
        row ->
            groups
                .computeIfAbsent(row.getLong("position_id"), _ -> new EnumMap<>(StatusGroup.class))
                .merge(
                    ApplicationStatus.of(row.getString("status")).group(),
                    row.getLong("n"),
                    Long::sum));
    return groups;
  }

  private static Groups counted(Map<StatusGroup, Long> counts) {
    return new Groups(
        counts.getOrDefault(StatusGroup.PENDING_CALLS, 0L),
        counts.getOrDefault(StatusGroup.IN_PROGRESS, 0L),
        counts.getOrDefault(StatusGroup.AWAITING_CV, 0L),
        counts.getOrDefault(StatusGroup.COMPLETED, 0L));
  }

  private static Today today(Sql sql, Instant now, ZoneId zone) {
    var date = now.atZone(zone).toLocalDate();
    return sql.one(
        TODAY,
        row -> new Today(row.getLong("calls"), row.getLong("cvs"), row.getLong("follow_ups"), date),
        Db.time(date.atStartOfDay(zone).toInstant()),
        Db.time(date.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static RecentItem recent(Row row) {
    return new RecentItem(
        Db.instant(row, "created_at"),
        "status",
        row.getLong("application_id"),
        row.getString("full_name"),
        new Change(row.getString("from_status"), row.getString("to_status")));
  }
}
