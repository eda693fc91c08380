package recruitflow.desk.applications.byhand;

import java.time.Instant;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Failure;

/** Takes a closing back: the application stands where it stood, with all that was shown at it. */
public final class Reopen {

  /** A call or its scoring that was under way may have ended meanwhile, unheard. */
  private static final String REOPEN =
      """
      with old as (
        select id, candidate_id, before_close as was from applications
        where id = $1 and status = 'closed' and before_close is not null
          and status_since > $2::timestamptz - interval '30 days'
          and before_close ->> 'status' not in ('call_in_progress', 'call_completed', 'scoring', 'closed')
        for update),
      moved as (
        update applications a set
          status = was ->> 'status', status_since = $2, last_activity_at = $2, updated_at = $2,
          version = version + 1, closed_reason = null, before_close = null,
          attention = was ->> 'attention', needs_human_reason = was ->> 'reason',
          callback_scheduled_at = (was ->> 'callbackAt')::timestamptz,
          next_call_at = (was ->> 'nextCallAt')::timestamptz,
          resting = (was ->> 'resting')::boolean
        from old where a.id = old.id
        returning a.id, a.candidate_id, a.status)
      insert into status_changes
        (application_id, candidate_id, from_status, to_status, changed_by, note, created_at)
      select id, candidate_id, 'closed', status, $3, 'The closing was taken back.', $2 from moved
      returning application_id
      """;

  private Reopen() {}

  public static void run(Sql sql, long applicationId, long by, Instant now) {
    sql.first(REOPEN, row -> true, applicationId, Db.time(now), by)
        .orElseThrow(
            () ->
                Failure.conflict(
                    "It is not closed, was closed more than thirty days ago, or a call was under"
                        + " way then."));
    Live.publish(sql, "application", applicationId);
  }
}
