package recruitflow.desk.applications;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.applications.CallRefusal.Phone;
import recruitflow.domain.desk.candidates.PhoneDoubt;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.database.Sql;

/** An application that somebody wants called, locked, with what decides whether it may be. */
public record ApplicationToCall(
    long id, long candidateId, long positionId, String candidateName, Callee callee) {

  /**
   * Whether application a waits until somebody has decided about two records that may be one
   * person: of their applications to one position the one that was called goes first, else the
   * older one, whichever of the records the flag was put on.
   */
  public static final String HELD =
      """
      exists (select 1 from duplicate_flags f
              join applications o on o.position_id = a.position_id and o.id <> a.id
                and o.candidate_id = case when f.candidate_id = a.candidate_id
                                          then f.other_candidate_id else f.candidate_id end
              where (f.candidate_id = a.candidate_id or f.other_candidate_id = a.candidate_id)
                and f.state = 'open'
                and (exists (select 1 from calls x where x.application_id = o.id), a.id)
                  > (exists (select 1 from calls x where x.application_id = a.id), o.id))\
      """;

  /** The lock makes the second of two recruiters see what the first one did. */
  private static final String LOCKED =
      """
      select a.id, a.candidate_id, a.position_id, a.status, c.full_name, c.phone, c.phone_e164,
             c.phone_doubt, p.status as position_status, p.system_prompt, p.first_message, p.qualification_prompt,
      """
          + HELD
          + """
           as held
          from applications a
          join candidates c on c.id = a.candidate_id
          join positions p on p.id = a.position_id
          where a.id = any ($1::bigint[]) order by a.id for update of a
          """;

  /** Those that exist, in the order of their ids, locked until the transaction ends. */
  public static List<ApplicationToCall> lock(Sql sql, Collection<Long> ids) {
    return sql.list(LOCKED, ApplicationToCall::from, (Object) ids.toArray(Long[]::new));
  }

  private static ApplicationToCall from(Row row) {
    return new ApplicationToCall(
        row.getLong("id"),
        row.getLong("candidate_id"),
        row.getLong("position_id"),
        row.getString("full_name"),
        new Callee(
            ApplicationStatus.of(row.getString("status")),
            phone(row),
            row.getBoolean("held"),
            PositionStatus.of(row.getString("position_status")),
            PositionStore.prompts(row).missing()));
  }

  private static Phone phone(Row row) {
    var doubt = row.getString("phone_doubt");
    return new Phone(
        row.getString("phone_e164"),
        row.getString("phone"),
        doubt == null ? null : PhoneDoubt.of(doubt));
  }
}
