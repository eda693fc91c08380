package recruitflow.admin.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import recruitflow.admin.audit.AuditOperations.AuditFilter;
import recruitflow.admin.audit.AuditOperations.AuditRow;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Like;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Page;
import recruitflow.platform.operations.audit.Audit.Entry;

/** The audit's table: added to and read, never changed. */
final class AuditStore {

  private static final String ADD =
      """
      insert into operation_audit (at, operation, user_id, who, object, address, outcome, times)
      select * from unnest(
        $1::timestamptz[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::int[])
      """;

  private record Same(
      String action, long userId, String who, String object, String address, String outcome) {}

  private record Counted(Entry first, int times) {}

  /** Refusals that are alike become one row: whoever asks a thousand times fills no table. */
  void add(Sql sql, List<Entry> entries) {
    var rows = new LinkedHashMap<Object, Counted>();
    for (var entry : entries)
      rows.merge(
          key(entry), new Counted(entry, 1), (a, b) -> new Counted(a.first(), a.times() + 1));
    var counted = List.copyOf(rows.values());
    sql.execute(
        ADD,
        column(counted, c -> Db.time(c.first().at()), java.time.OffsetDateTime[]::new),
        column(counted, c -> c.first().action(), String[]::new),
        column(counted, c -> c.first().userId() == 0 ? null : c.first().userId(), Long[]::new),
        column(counted, c -> c.first().who(), String[]::new),
        column(counted, c -> c.first().object(), String[]::new),
        column(counted, c -> c.first().address(), String[]::new),
        column(counted, c -> c.first().outcome(), String[]::new),
        column(counted, Counted::times, Integer[]::new));
  }

  private static Object key(Entry e) {
    if (e.outcome().equals("ok")) return new Object();
    return new Same(e.action(), e.userId(), e.who(), e.object(), e.address(), e.outcome());
  }

  private static <T> T[] column(
      List<Counted> rows, Function<Counted, T> value, java.util.function.IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  List<AuditRow> list(Sql sql, AuditFilter filter, Page page) {
    var asked = new Conditions();
    if (filter.userId() != null) asked.and("a.user_id = ?", filter.userId());
    if (filter.action() != null) asked.and("a.operation = ?", filter.action());
    if (filter.outcome() != null) asked.and("a.outcome = ?", filter.outcome());
    if (filter.refused() != null) asked.and("(a.outcome <> 'ok') = ?", filter.refused());
    if (filter.from() != null) asked.and("a.at >= ?", Db.time(filter.from()));
    if (filter.to() != null) asked.and("a.at < ?", Db.time(filter.to()));
    if (filter.after() != null) asked.and("a.id < ?", filter.after());
    var text = Like.contains(filter.text());
    if (text != null)
      asked.and("concat_ws(' ', a.who, u.email, a.object, a.address) ilike ?", text);
    return sql.list(
        """
        select a.id, a.at, a.user_id, coalesce(u.email, a.who) as who, a.operation, a.object,
               a.address, a.outcome, a.times
        from operation_audit a left join users u on u.id = a.user_id
        """
            + asked.where()
            + " order by a.id desc limit "
            + page.size()
            + " offset "
            + page.offset(),
        row ->
            new AuditRow(
                row.getLong("id"),
                Db.instant(row, "at"),
                row.getLong("user_id"),
                row.getString("who"),
                row.getString("operation"),
                row.getString("object"),
                row.getString("address"),
                row.getString("outcome"),
                row.getInteger("times")),
        asked.args());
  }
}
