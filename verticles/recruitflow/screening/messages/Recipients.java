package recruitflow.screening.messages;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import recruitflow.desk.applications.UnseenFiles;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.platform.database.Sql;

/** Finds who a message about an application goes to. */
final class Recipients {

  private static final String FIND =
      """
      select a.id, a.candidate_id, a.status, k.first_name, k.email,
        coalesce(nullif(k.whatsapp_number, ''), k.phone_e164, k.phone) as whatsapp,
        p.title, p.language, p.status as position_status,
        a.cv_received_at is not null as has_cv, %s as file_waits
      from applications a
      join candidates k on k.id = a.candidate_id
      join positions p on p.id = a.position_id
      where a.id = $1
      for update of a
      """
          .formatted(UnseenFiles.WAIT);

  private Recipients() {}

  /** Locks the application, so that it is not written to twice at once. */
  static Optional<Recipient> lock(Sql sql, long applicationId) {
    return sql.first(FIND, Recipients::recipient, applicationId);
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        row.getLong("id"),
        row.getLong("candidate_id"),
        ApplicationStatus.of(row.getString("status")),
        row.getString("first_name"),
        row.getString("email"),
        row.getString("whatsapp"),
        row.getString("title"),
        row.getString("language"),
        PositionStatus.of(row.getString("position_status")),
        row.getBoolean("has_cv"),
        row.getBoolean("file_waits"));
  }
}
