package recruitflow.desk.applications;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.StatusByHand;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;

/**
 * The only writer of an application's status. Every change is checked against the table of {@link
 * Transition}, recorded as a row of its own and told to the open browsers, all in the caller's
 * transaction.
 *
 * <p>A change clears what belonged to the old status: {@code attention}, the reason for needing a
 * person, the time of a call-back. Side fields of the new status are therefore written after it.
 */
public final class ApplicationWriter {
  private static final Logger log = LoggerFactory.getLogger(ApplicationWriter.class);

  private static final String MOVE =
      """
      with locked as (
        select id, status from applications
        where id = any ($1::bigint[]) and status = any ($2::text[])
          and ($7::bigint is not null or not resting or $10) order by id for update),
      moved as (
        update applications a set
          status = $4, status_since = $5, last_activity_at = $5, updated_at = $5,
          version = a.version + 1, attention = null, closed_reason = ended.reason,
          needs_human_reason = null, resting = $9,
          before_close = case when $4 = 'closed' then coalesce(a.before_close, jsonb_build_object(
            'status', a.status, 'attention', a.attention, 'reason', a.needs_human_reason,
            'callbackAt', a.callback_scheduled_at, 'nextCallAt', a.next_call_at,
            'resting', a.resting)) end,
          callback_scheduled_at =
            case when $4 = 'callback_scheduled' then a.callback_scheduled_at end,
          next_call_at = case when $6 then null else a.next_call_at end,
          call_budget_from = case when $6 then coalesce(
              (select max(c.attempt_number) from calls c where c.application_id = a.id), 0)
            else a.call_budget_from end
        from locked join unnest($2::text[], $3::text[]) as ended (status, reason) on ended.status = locked.status
        where a.id = locked.id
        returning a.id, a.candidate_id, locked.status as from_status)
      insert into status_changes
        (application_id, candidate_id, from_status, to_status, changed_by, note, created_at)
      select id, candidate_id, from_status, $4, $7, $8, $5 from moved order by id
      returning application_id
      """;

  private static final String CREATE =
      """
      with made as (
        insert into applications
          (candidate_id, position_id, status, status_since, last_activity_at, created_at, updated_at)
        select candidate_id, $2, 'pending_call', $3, $3, $3, $3
        from unnest($1::bigint[]) with ordinality as wanted (candidate_id, sort) order by sort
        on conflict (candidate_id, position_id) do nothing
        returning id, candidate_id)
      insert into status_changes
        (application_id, candidate_id, from_status, to_status, changed_by, note, created_at)
      select id, candidate_id, null, 'pending_call', $4, $5, $3 from made order by id
      returning application_id, candidate_id
      """;

  private ApplicationWriter() {}

  /**
   * Takes one step, if the table allows it from where the application stands.
   *
   * @param by the user who did it; null for the system
   * @param note null for none
   * @return false when the step is not allowed now: nothing was changed
   */
  public static boolean advance(
      Sql sql, long applicationId, Transition step, Long by, String note, Instant now) {
    return !advanceAll(sql, List.of(applicationId), step, by, note, now).isEmpty();
  }

  /** The same for many, locked in the order of their ids; answers those that were moved. */
  public static List<Long> advanceAll(
      Sql sql, Collection<Long> ids, Transition step, Long by, String note, Instant now) {
    var moved =
        move(
            sql,
            ids,
            new Move(
                step.from(),
                step,
                step.to(),
                step.startsNewCallBudget(),
                false,
                step.isForResting()),
            by,
            note,
            now);
    if (moved.size() < ids.size()) {
      log.info(
          "{} is not allowed for {} of applications {}",
          step.text(),
          ids.size() - moved.size(),
          ids);
    }
    return moved;
  }

  /**
   * A recruiter sets any status from any other; nothing is sent or called because of it.
   *
   * @param note why; needed
   */
  public static boolean override(
      Sql sql, long applicationId, ApplicationStatus to, long by, String note, Instant now) {
    return override(sql, applicationId, new StatusByHand(to, null, null, null), by, note, now);
  }

  /** The same with what was chosen to start; without it the application rests. */
  public static boolean override(
      Sql sql, long applicationId, StatusByHand wanted, long by, String note, Instant now) {
    var to = wanted.status();
    var move =
        new Move(
            Set.of(ApplicationStatus.values()),
            Transition.CLOSE,
            to,
            to == ApplicationStatus.CALL_QUEUED,
            wanted.rests(),
            true);
    return !move(sql, List.of(applicationId), move, by, note, now).isEmpty();
  }

  /**
   * Where from, where to; {@code ends} tells the reason when the end is closed; {@code rests}
   * whether it is left alone afterwards, {@code wakes} whether it is taken by the system from rest.
   */
  private record Move(
      Set<ApplicationStatus> from,
      Transition ends,
      ApplicationStatus to,
      boolean newCallBudget,
      boolean rests,
      boolean wakes) {

    String[] statuses() {
      return from.stream().map(ApplicationStatus::text).toArray(String[]::new);
    }

    String[] reasons() {
      return from.stream()
          .map(status -> to.isOpen() ? null : ends.closedReason(status).orElse("manual"))
          .toArray(String[]::new);
    }
  }

  private static List<Long> move(
      Sql sql, Collection<Long> ids, Move move, Long by, String note, Instant now) {
    var moved =
        sql.list(
            MOVE,
            row -> row.getLong("application_id"),
            ids.toArray(Long[]::new),
            move.statuses(),
            move.reasons(),
            move.to().text(),
            Db.time(now),
            move.newCallBudget(),
            by,
            note,
            move.rests(),
            move.wakes());
    tell(sql, moved);
    return moved;
  }

  /** An application just made. */
  public record Made(long id, long candidateId) {}

  /** Makes applications in {@code pending_call}; those that exist already are left alone. */
  public static List<Made> create(
      Sql sql, Collection<Long> candidateIds, long positionId, Long by, String note, Instant now) {
    var made =
        sql.list(
            CREATE,
            row -> new Made(row.getLong("application_id"), row.getLong("candidate_id")),
            candidateIds.toArray(Long[]::new),
            positionId,
            Db.time(now),
            by,
            note);
    tell(sql, made.stream().map(Made::id).toList());
    return made;
  }

  /** The status now, the row locked until the caller's transaction ends. */
  public static Optional<ApplicationStatus> lock(Sql sql, long applicationId) {
    return sql.first(
        "select status from applications where id = $1 for update",
        row -> ApplicationStatus.of(row.getString("status")),
        applicationId);
  }

  /** Many rows, locked in the order of their ids until the caller's transaction ends. */
  public static void lockAll(Sql sql, Collection<Long> ids) {
    sql.list(
        "select id from applications where id = any ($1::bigint[]) order by id for update",
        row -> null,
        (Object) ids.toArray(Long[]::new));
  }

  /** Writes the result of a scored conversation. */
  public static void setScore(
      Sql sql, long applicationId, Boolean qualified, Integer score, String notes) {
    sql.execute(
        "update applications set qualified = $2, score = $3, score_notes = $4 where id = $1",
        applicationId,
        qualified,
        score,
        notes);
  }

  /** Writes when to call back. */
  public static void setCallbackAt(Sql sql, long applicationId, Instant at) {
    sql.execute(
        "update applications set callback_scheduled_at = $2 where id = $1",
        applicationId,
        Db.time(at));
  }

  /** Writes the earliest moment of the next attempt. */
  public static void setNextCallAt(Sql sql, long applicationId, Instant at) {
    sql.execute(
        "update applications set next_call_at = $2 where id = $1", applicationId, Db.time(at));
  }

  /** Writes why a person is needed. */
  public static void setNeedsHumanReason(Sql sql, long applicationId, String reason) {
    sql.execute(
        "update applications set needs_human_reason = $2 where id = $1", applicationId, reason);
  }

  /** Shows a problem that did not change the status; null takes it away. */
  public static void setAttention(Sql sql, long applicationId, String problem) {
    sql.execute("update applications set attention = $2 where id = $1", applicationId, problem);
    tell(sql, List.of(applicationId));
  }

  /** A note of the system's own, once: what came for the application and is not filed with it. */
  public static void note(Sql sql, long applicationId, String body, Instant now) {
    sql.execute(
        """
        insert into application_notes (application_id, candidate_id, body, created_at)
        select a.id, a.candidate_id, $2, $3 from applications a
        where a.id = $1 and not exists (select 1 from application_notes n
          where n.application_id = $1 and n.author_id is null and n.body = $2)
        """,
        applicationId,
        body,
        Db.time(now));
    touch(sql, applicationId, now);
  }

  /** Keeps the moment of the first CV. */
  public static void setCvReceivedAt(Sql sql, long applicationId, Instant at) {
    sql.execute(
        """
        update applications set cv_received_at = coalesce(cv_received_at, $2),
               last_activity_at = greatest(last_activity_at, $2)
        where id = $1
        """,
        applicationId,
        Db.time(at));
  }

  /** Something happened that did not change the status: it moves up in lists, browsers are told. */
  public static void touch(Sql sql, long applicationId, Instant at) {
    sql.execute(
        "update applications set last_activity_at = greatest(last_activity_at, $2) where id = $1",
        applicationId,
        Db.time(at));
    tell(sql, List.of(applicationId));
  }

  private static void tell(Sql sql, List<Long> ids) {
    Live.publishAll(sql, "application", ids);
  }
}
