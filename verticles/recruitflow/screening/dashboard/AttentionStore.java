package recruitflow.screening.dashboard;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.dashboard.DashboardOperations.AttentionItem;

/** Everything that waits for a person: by what is needed, the longest waiting first. */
final class AttentionStore {
  /**
   * {@code $1} is the end of the business day: call-backs until then are shown. {@code key} tells
   * items of the same moment apart.
   */
  private static final String ITEMS =
      """
      with items (grp, kind, key, application_id, candidate_id, position_id, reason, at, name) as (
        select case
                 when a.status = 'needs_human' then 'people'
                 when a.status = 'call_failed' then 'calls'
                 when a.status = 'cv_overdue' then 'overdue'
                 when a.resting and a.attention like 'Set by hand:%' then 'resting'
                 when a.status in ('call_queued', 'call_in_progress', 'call_completed', 'scoring',
                                   'pending_call', 'callback_scheduled') then 'provider'
                 else 'messages' end,
               case
                 when a.status in ('call_failed', 'cv_overdue', 'needs_human') then a.status
                 when a.resting and a.attention like 'Set by hand:%' then 'resting'
                 when a.status in ('call_queued', 'call_in_progress', 'call_completed', 'scoring',
                                   'pending_call', 'callback_scheduled') then 'provider'
                 else 'message_failed' end,
               'a' || a.id, a.id, a.candidate_id, a.position_id,
               coalesce(a.needs_human_reason, a.attention), a.status_since, null
        from applications a
        where a.status in ('call_failed', 'cv_overdue', 'needs_human')
           or a.attention is not null and a.status <> 'closed'
        union all
        select 'ready', 'cv_received', 'a' || a.id, a.id, a.candidate_id, a.position_id, null,
               a.status_since, null
        from applications a where a.status = 'cv_received'
        union all
        select 'calls', 'callback_today', 'b' || a.id, a.id, a.candidate_id, a.position_id, null,
               a.callback_scheduled_at, null
        from applications a
        where a.status = 'callback_scheduled' and a.callback_scheduled_at < $1
          and a.attention is null
        union all
        select 'cvs', 'cv_review', 'c' || c.id, c.application_id, a.candidate_id, a.position_id,
               coalesce(c.confidence_note, c.file_name), c.received_at, null
        from cv_uploads c join applications a on a.id = c.application_id
        where c.needs_review
        union all
        select 'cvs', 'unmatched', 'u' || u.id, u.application_id, a.candidate_id, a.position_id,
               coalesce(u.attachment_name, u.note, u.subject), u.received_at, u.sender
        from unmatched_inbound u left join applications a on a.id = u.application_id
        where not u.resolved
        union all
        select 'duplicates', 'duplicate', 'd' || f.id, a.id, f.candidate_id, a.position_id,
               o.full_name, f.created_at, null
        from duplicate_flags f join candidates o on o.id = f.other_candidate_id
        left join lateral (select id, position_id from applications
                           where candidate_id = f.candidate_id order by id desc limit 1) a on true
        where f.state = 'open'
        union all
        select 'provider', 'provider', 'n' || n.provider, null, null, null, n.message, n.since,
               n.provider
        from provider_notices n
        union all
        select 'provider', 'provider', 'p' || p.id, null, null, p.id, p.calls_held,
               p.calls_held_since, null
        from positions p where p.calls_held is not null and p.calls_held_version = p.version)
      """;

  private static final String NAMED =
      """
      select i.*, p.title, coalesce(c.full_name, i.name) as shown
      from %s i
      left join candidates c on c.id = i.candidate_id
      left join positions p on p.id = i.position_id
      """;

  private static final String FIRST =
      ITEMS
          + ", numbered as (select *, row_number() over (partition by grp order by at, key) as n"
          + " from items) "
          + NAMED.formatted("numbered")
          + " where i.n <= $2 order by array_position($3::text[], i.grp), i.at, i.key";

  private static final String FOLLOWING =
      ITEMS
          + NAMED.formatted("items")
          + " where i.grp = $2 and (i.at, i.key) > ($3, $4) order by i.at, i.key limit $5";

  private static final String COUNTS =
      ITEMS + "select grp, position_id, count(*) as n from items group by grp, position_id";

  /** An item where it is found. */
  record Found(AttentionGroup group, String key, AttentionItem item) {
    Cursor cursor() {
      return new Cursor(item.at(), key);
    }
  }

  /** Where a page of one group ends. */
  record Cursor(Instant at, String key) {}

  /** How many there are of each group for each position; nothing's position is 0. */
  Map<AttentionGroup, Map<Long, Long>> counts(Sql sql, Instant endOfDay) {
    var counts = new HashMap<AttentionGroup, Map<Long, Long>>();
    sql.list(
        COUNTS,
        row -> {
          var position = row.getLong("position_id");
          return counts
              .computeIfAbsent(AttentionGroup.of(row.getString("grp")), _ -> new HashMap<>())
              .put(position == null ? 0L : position, row.getLong("n"));
        },
        Db.time(endOfDay));
    return counts;
  }

  /** The first of each group, group by group. */
  List<Found> first(Sql sql, Instant endOfDay, int ofEach) {
    return sql.list(
        FIRST, AttentionStore::found, Db.time(endOfDay), (long) ofEach, AttentionGroup.texts());
  }

  /** What follows in one group. */
  List<Found> following(Sql sql, Instant endOfDay, AttentionGroup group, Cursor after, int most) {
    return sql.list(
        FOLLOWING,
        AttentionStore::found,
        Db.time(endOfDay),
        group.text(),
        Db.time(after.at()),
        after.key(),
        most);
  }

  private static Found found(Row row) {
    return new Found(
        AttentionGroup.of(row.getString("grp")),
        row.getString("key"),
        new AttentionItem(
            row.getString("kind"),
            row.getLong("application_id"),
            row.getLong("candidate_id"),
            row.getString("shown"),
            row.getString("title"),
            row.getString("reason"),
            Db.instant(row, "at")));
  }
}
