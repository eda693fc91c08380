package recruitflow.screening.calls.placing;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import recruitflow.desk.applications.ApplicationToCall;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.domain.desk.positions.Prompts;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.calls.CalledApplication;

/** Who waits for a call. */
public final class QueueStore {

  /** How the reason begins that is shown at an application that waits. */
  static final String NOT_CALLED = "Not called: ";

  /** A position with people to be phoned. */
  public record Waiting(
      long id, PositionStatus status, CallingHours hours, Prompts prompts, String held) {

    /** Why nobody is phoned for it, whatever the hour. */
    Optional<String> obstacle() {
      return ownObstacle().or(() -> Optional.ofNullable(held).map(why -> NOT_CALLED + why));
    }

    /** The same without what one call of somebody's choosing may try again. */
    Optional<String> ownObstacle() {
      if (status != PositionStatus.OPEN) {
        return Optional.of(NOT_CALLED + "the position is " + status.text() + ".");
      }
      return prompts.missing().isEmpty()
          ? Optional.empty()
          : Optional.of(
              NOT_CALLED + "the position lacks " + String.join(", ", prompts.missing()) + ".");
    }
  }

  /** Somebody to be phoned. */
  record Due(long applicationId, boolean dialable) {}

  private static final String DUE =
      """
      ((a.status = 'call_queued' and coalesce(a.next_call_at, '-infinity') <= $1)
        or (a.status = 'callback_scheduled' and a.callback_scheduled_at <= $1))
      and not a.resting
      and not exists (select 1 from calls c where c.application_id = a.id
                      and c.status in ('submitting', 'initiated', 'in_progress', 'unknown'))
      """;

  private static final String POSITION =
      """
      p.id, p.status, p.calling_hour_start, p.calling_hour_end, p.system_prompt, p.first_message,
      p.qualification_prompt, case when p.calls_held_version = p.version then p.calls_held end as held
      """;

  /** Whose queue has waited longest comes first. */
  private static final String WAITING =
      """
      select %s from positions p join applications a on a.position_id = p.id
      where %s
      group by p.id order by min(a.status_since), p.id
      """
          .formatted(POSITION, DUE);

  private static final String NEXT =
      """
      select a.id from applications a
      where a.position_id = $2 and a.status = $3 and %s and not %s
      order by coalesce(a.callback_scheduled_at, a.next_call_at, a.status_since), a.id limit $4
      """
          .formatted(DUE, ApplicationToCall.HELD);

  private static final String LOCKED =
      """
      select a.id, c.phone_e164 is not null as dialable
      from unnest($2::bigint[]) with ordinality as wanted (id, sort)
      join applications a on a.id = wanted.id join candidates c on c.id = a.candidate_id
      where a.status = $3 and %s and not %s
      order by wanted.sort for update of a skip locked
      """
          .formatted(DUE, ApplicationToCall.HELD);

  private static final String HOLD =
      """
      update applications set attention = $3
      where id in (select a.id from applications a
                   where a.position_id = $2 and a.attention is distinct from $3 and %s
                   for update skip locked)
      returning id
      """
          .formatted(DUE);

  private static final String RELEASE =
      """
      update applications set attention = null
      where id in (select a.id from applications a
                   where a.position_id = $2 and a.attention like $3 and %s
                   for update skip locked)
      returning id
      """
          .formatted(DUE);

  /** One dispatcher at a time over all nodes, or two would both fill the same room. */
  public void lock(Sql sql) {
    sql.list("select pg_advisory_xact_lock(hashtext('calls.dispatch'))", row -> null);
  }

  List<Waiting> waiting(Sql sql, Instant now, ZoneId zone) {
    return sql.list(WAITING, row -> waiting(row, zone), Db.time(now));
  }

  public Optional<Waiting> position(Sql sql, long positionId, ZoneId zone) {
    return sql.first(
        "select " + POSITION + " from positions p where p.id = $1",
        row -> waiting(row, zone),
        positionId);
  }

  /** Who has waited longest comes first. */
  List<Long> next(Sql sql, long positionId, String status, Instant now, int most) {
    return sql.list(NEXT, row -> row.getLong("id"), Db.time(now), positionId, status, most);
  }

  /** Those of them that still wait, locked, but for those that somebody else is at. */
  List<Due> lock(Sql sql, List<Long> applicationIds, String status, Instant now) {
    return sql.list(
        LOCKED,
        row -> new Due(row.getLong("id"), row.getBoolean("dialable")),
        Db.time(now),
        applicationIds.toArray(Long[]::new),
        status);
  }

  /** Tells at each application why it waits; answers those that did not say so yet. */
  List<Long> hold(Sql sql, long positionId, String why, Instant now) {
    return sql.list(HOLD, row -> row.getLong("id"), Db.time(now), positionId, why);
  }

  /** Takes away what {@link #hold} told. */
  List<Long> release(Sql sql, long positionId, Instant now) {
    return sql.list(RELEASE, row -> row.getLong("id"), Db.time(now), positionId, NOT_CALLED + "%");
  }

  private static Waiting waiting(Row row, ZoneId zone) {
    return new Waiting(
        row.getLong("id"),
        PositionStatus.of(row.getString("status")),
        CalledApplication.hours(row, zone),
        new Prompts(
            row.getString("system_prompt"),
            row.getString("first_message"),
            row.getString("qualification_prompt")),
        row.getString("held"));
  }
}
