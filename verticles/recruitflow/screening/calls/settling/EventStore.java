package recruitflow.screening.calls.settling;

import java.util.Optional;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.platform.database.Sql;

/** What the voice provider told us, as it came, and whom it may mean. */
public final class EventStore {
  private static final String LOCK =
      """
      select id from applications
      where id = $3 or id in (select application_id from calls
                              where uid::text = lower($1) or eleven_labs_conversation_id = $2)
      order by id for update
      """;

  /** The bytes of an event that was not read yet. */
  Optional<byte[]> unread(Sql sql, long eventId) {
    return sql.first(
        "select body from inbound_events where id = $1 and processed_at is null",
        row -> row.getBuffer("body").getBytes(),
        eventId);
  }

  /** The note says what came of it; null when all is well. */
  void markRead(Sql sql, long eventId, String note) {
    sql.execute(
        "update inbound_events set processed_at = now(), note = $2 where id = $1", eventId, note);
  }

  /**
   * The applications that a conversation may belong to, in the order of their ids, locked until the
   * transaction ends. Who looks for its call afterwards sees what any other conversation has taken.
   */
  void lock(Sql sql, String uid, String conversationId, Long applicationId) {
    sql.list(LOCK, row -> row.getLong("id"), uid, conversationId, applicationId);
  }

  Optional<Binding.Named> application(Sql sql, Long applicationId) {
    if (applicationId == null) return Optional.empty();
    return sql.first(
        """
        select a.id, c.phone_e164 from applications a join candidates c on c.id = a.candidate_id
        where a.id = $1
        """,
        row -> new Binding.Named(row.getLong("id"), row.getString("phone_e164")),
        applicationId);
  }

  long positionOf(Sql sql, long applicationId) {
    return sql.one(
        "select position_id from applications where id = $1",
        row -> row.getLong("position_id"),
        applicationId);
  }
}
