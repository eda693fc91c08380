package recruitflow.desk.applications;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.database.Sql;

/** An application that somebody wants called, locked, with what decides whether it may be. */
public record Callable(long id, long positionId, String candidateName, Callee callee) {

  /** The lock makes the second of two recruiters see what the first one did. */
  private static final String LOCKED =
      """
      select a.id, a.position_id, a.status, c.full_name, c.phone_e164, p.status as position_status,
             p.system_prompt, p.first_message, p.qualification_prompt,
      """
          + ApplicationStore.HELD
          + """
           as held
          from applications a
          join candidates c on c.id = a.candidate_id
          join positions p on p.id = a.position_id
          where a.id = any ($1::bigint[]) order by a.id for update of a
          """;

  /** Those that exist, in the order of their ids, locked until the transaction ends. */
  public static List<Callable> lock(Sql sql, Collection<Long> ids) {
    return sql.list(LOCKED, Callable::from, (Object) ids.toArray(Long[]::new));
  }

  private static Callable from(Row row) {
    return new Callable(
        row.getLong("id"),
        row.getLong("position_id"),
        row.getString("full_name"),
        new Callee(
            ApplicationStatus.of(row.getString("status")),
            row.getString("phone_e164"),
            row.getBoolean("held"),
            PositionStatus.of(row.getString("position_status")),
            PositionStore.prompts(row).missing()));
  }
}
