package recruitflow.screening.cvs;

import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import recruitflow.platform.database.Sql;

/** What came in, each once, and what became of it. */
public final class Ledger {
  private static final String NOTE_NEW =
      """
      insert into inbound_events (provider, event_id, body)
      select 'gmail', id, ''::bytea from unnest($1::text[]) as id
      on conflict (provider, event_id) do nothing
      returning id, event_id
      """;

  /** An event and the id the provider knows it by. */
  public record Event(long id, String providerId) {}

  /** Notes mails that are not known yet and answers those. */
  public List<Event> noteMails(Sql sql, Collection<String> messageIds) {
    return sql.list(
        NOTE_NEW,
        row -> new Event(row.getLong("id"), row.getString("event_id")),
        (Object) messageIds.toArray(String[]::new));
  }

  public String eventId(Sql sql, long id) {
    return sql.one(
        "select event_id from inbound_events where id = $1", row -> row.getString("event_id"), id);
  }

  public Buffer body(Sql sql, long id) {
    return sql.one(
        "select body from inbound_events where id = $1", row -> row.getBuffer("body"), id);
  }

  /** It has been dealt with; the note says why nothing followed, or is null. */
  public void done(Sql sql, long id, String note) {
    sql.execute(
        """
        update inbound_events set processed_at = now(), note = coalesce($2, note) where id = $1
        """,
        id,
        note);
  }
}
