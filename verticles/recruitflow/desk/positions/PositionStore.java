package recruitflow.desk.positions;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import recruitflow.desk.positions.PositionOperations.Position;
import recruitflow.desk.positions.PositionOperations.PositionRow;
import recruitflow.domain.desk.positions.Criteria;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.domain.desk.positions.Prompts;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Positions and their criteria in the database. */
public final class PositionStore {
  private static final String LIST =
      """
      select p.*, coalesce(n.open, 0) as open, coalesce(n.total, 0) as total
      from positions p left join (
        select position_id, count(*) as total, count(*) filter (where status <> 'closed') as open
        from applications group by position_id) n on n.position_id = p.id
      where p.archived_at is null and ($1::text is null or p.status = $1)
        and ($2::text is null or p.title ilike $2)
      order by p.created_at desc, p.id desc limit $3 offset $4
      """;

  private static final String COUNT =
      """
      select count(*) as n from positions
      where archived_at is null and ($1::text is null or status = $1)
        and ($2::text is null or title ilike $2)
      """;

  private static final String INSERT =
      """
      insert into positions
        (title, description, status, language, campaign_questions, system_prompt, first_message,
         qualification_prompt, call_retry_max, call_retry_interval_minutes, calling_hour_start,
         calling_hour_end, follow_up_interval_hours, rejected_cv_timeout_days, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
      returning id
      """;

  private static final String UPDATE =
      """
      update positions set
        title = $1, description = $2, status = $3, language = $4, campaign_questions = $5,
        system_prompt = $6, first_message = $7, qualification_prompt = $8, call_retry_max = $9,
        call_retry_interval_minutes = $10, calling_hour_start = $11, calling_hour_end = $12,
        follow_up_interval_hours = $13, rejected_cv_timeout_days = $14, updated_at = $15,
        version = version + 1
      where id = $16 and version = $17 and archived_at is null
      """;

  private static final String KEEP_CRITERION =
      """
      insert into criteria (position_id, key, text, sort) values ($1, $2, $3, $4)
      on conflict (position_id, key)
      do update set text = excluded.text, sort = excluded.sort, archived_at = null
      """;

  /** Which positions: null for all; {@code pattern} is for ilike. */
  record Search(String status, String pattern) {}

  List<PositionRow> list(Sql sql, Search search, int limit, long offset) {
    return sql.list(
        LIST, PositionStore::row, search.status(), search.pattern(), (long) limit, offset);
  }

  long count(Sql sql, Search search) {
    return sql.one(COUNT, row -> row.getLong("n"), search.status(), search.pattern());
  }

  /** One position, or nothing. */
  public Optional<Position> find(Sql sql, long id) {
    var criteria = criteria(sql, id);
    return sql.first(
        "select * from positions where id = $1 and archived_at is null",
        row -> position(row, criteria),
        id);
  }

  /** The status of a position, which stays so until the caller's transaction ends. */
  public static Optional<PositionStatus> holdStatus(Sql sql, long id) {
    return sql.first(
        "select status from positions where id = $1 and archived_at is null for share",
        row -> PositionStatus.of(row.getString("status")),
        id);
  }

  private static List<Criterion> criteria(Sql sql, long positionId) {
    return sql.list(
        "select key, text from criteria where position_id = $1 and archived_at is null"
            + " order by sort, id",
        row -> new Criterion(row.getString("key"), row.getString("text")),
        positionId);
  }

  long insert(Sql sql, PositionFields fields, Instant now) {
    var id = sql.one(INSERT, row -> row.getLong("id"), with(fields, Db.time(now)));
    keepCriteria(sql, id, fields.campaignQuestions(), now);
    return id;
  }

  /** False when somebody else saved it since, or it is gone. */
  boolean update(Sql sql, long id, int version, PositionFields fields, Instant now) {
    if (sql.execute(UPDATE, with(fields, Db.time(now), id, version)) == 0) {
      return false;
    }
    keepCriteria(sql, id, fields.campaignQuestions(), now);
    return true;
  }

  private static Object[] with(PositionFields fields, Object... more) {
    var all = new ArrayList<>(Arrays.asList(fields.values()));
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }

  private static void keepCriteria(Sql sql, long positionId, String questions, Instant now) {
    var criteria = Criteria.of(questions);
    sql.execute(
        """
        update criteria set archived_at = $2
        where position_id = $1 and archived_at is null and key <> all ($3)
        """,
        positionId,
        Db.time(now),
        criteria.stream().map(Criterion::key).toArray(String[]::new));
    var rows = new ArrayList<Object[]>();
    for (var criterion : criteria) {
      rows.add(new Object[] {positionId, criterion.key(), criterion.text(), rows.size()});
    }
    sql.batch(KEEP_CRITERION, rows);
  }

  /** False when it has applications, or batches of imports or calls, and so must stay. */
  boolean delete(Sql sql, long id) {
    if (isUsed(sql, id)) {
      return false;
    }
    sql.execute("delete from criteria where position_id = $1", id);
    sql.execute("delete from positions where id = $1", id);
    return true;
  }

  private static boolean isUsed(Sql sql, long id) {
    return sql.one(
        """
        select exists (select 1 from applications where position_id = $1)
            or exists (select 1 from import_batches where position_id = $1)
            or exists (select 1 from call_batches where position_id = $1) as used
        from (select 1 from positions where id = $1 for update) p
        """,
        row -> row.getBoolean("used"),
        id);
  }

  private static PositionRow row(Row row) {
    var missing = prompts(row).missing();
    var status = PositionStatus.of(row.getString("status"));
    return new PositionRow(
        row.getLong("id"),
        row.getString("title"),
        status,
        row.getString("language"),
        row.getLong("open"),
        row.getLong("total"),
        Db.instant(row, "created_at"),
        missing.isEmpty() && status == PositionStatus.OPEN,
        missing);
  }

  public static Prompts prompts(Row row) {
    return new Prompts(
        row.getString("system_prompt"),
        row.getString("first_message"),
        row.getString("qualification_prompt"));
  }

  private static Position position(Row row, List<Criterion> criteria) {
    return new Position(
        row.getLong("id"),
        row.getString("title"),
        row.getString("description"),
        PositionStatus.of(row.getString("status")),
        row.getString("language"),
        row.getString("campaign_questions"),
        row.getString("system_prompt"),
        row.getString("first_message"),
        row.getString("qualification_prompt"),
        row.getInteger("call_retry_max"),
        row.getInteger("call_retry_interval_minutes"),
        row.getInteger("calling_hour_start"),
        row.getInteger("calling_hour_end"),
        row.getInteger("follow_up_interval_hours"),
        row.getInteger("rejected_cv_timeout_days"),
        criteria,
        row.getInteger("version"),
        Db.instant(row, "created_at"),
        Db.instant(row, "updated_at"));
  }
}
