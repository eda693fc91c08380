package recruitflow.screening.dashboard;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.dashboard.DashboardOperations.AttentionItem;

/** Everything that waits for a person. */
final class AttentionRead {
  /** {@code $1} is the end of the business day: call-backs until then are shown. */
  private static final String ITEMS =
      """
      with items (kind, application_id, position_id, reason, at, name) as (
        select case
                 when a.status in ('call_failed', 'cv_overdue', 'needs_human') then a.status
                 when a.status in ('call_queued', 'call_in_progress', 'call_completed', 'scoring',
                                   'pending_call', 'callback_scheduled') then 'provider'
                 else 'message_failed' end,
               a.id, a.position_id, coalesce(a.needs_human_reason, a.attention), a.status_since,
               null
        from applications a
        where a.status in ('call_failed', 'cv_overdue', 'needs_human')
           or a.attention is not null and a.status <> 'closed'
        union all
        select 'callback_today', a.id, a.position_id, null, a.callback_scheduled_at, null
        from applications a
        where a.status = 'callback_scheduled' and a.callback_scheduled_at < $1
          and a.attention is null
        union all
        select 'cv_review', c.application_id, a.position_id,
               coalesce(c.confidence_note, c.file_name), c.received_at, null
        from cv_uploads c join applications a on a.id = c.application_id
        where c.needs_review
        union all
        select 'unmatched', null, null, coalesce(u.attachment_name, u.note, u.subject),
               u.received_at, u.sender
        from unmatched_inbound u where not u.resolved
        union all
        select 'provider', null, null, n.message, n.since, n.provider from provider_notices n)
      """;

  private static final String NEWEST =
      ITEMS
          + """
          select i.kind, i.application_id, i.reason, i.at, p.title,
                 coalesce(c.full_name, i.name) as name
          from items i
          left join applications a on a.id = i.application_id
          left join candidates c on c.id = a.candidate_id
          left join positions p on p.id = i.position_id
          order by i.at desc, i.application_id limit 100
          """;

  private static final String BY_POSITION =
      ITEMS + "select position_id, count(*) as n from items group by position_id";

  /** What there is, newest first, and how much of it by position; nothing's position is 0. */
  record Attention(List<AttentionItem> newest, Map<Long, Long> byPosition) {
    long total() {
      return byPosition.values().stream().mapToLong(n -> n).sum();
    }
  }

  Attention read(Sql sql, Instant endOfDay) {
    var byPosition = new HashMap<Long, Long>();
    sql.list(
        BY_POSITION,
        row -> {
          var position = row.getLong("position_id");
          return byPosition.put(position == null ? 0L : position, row.getLong("n"));
        },
        Db.time(endOfDay));
    return new Attention(
        sql.list(NEWEST, AttentionRead::item, Db.time(endOfDay)), Map.copyOf(byPosition));
  }

  private static AttentionItem item(Row row) {
    return new AttentionItem(
        row.getString("kind"),
        row.getLong("application_id"),
        row.getString("name"),
        row.getString("title"),
        row.getString("reason"),
        Db.instant(row, "at"));
  }
}
