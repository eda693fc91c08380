package recruitflow.screening.inbound;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import recruitflow.platform.Clock;
import recruitflow.platform.bell.Signal;
import recruitflow.platform.database.Db;

/**
 * Received events in the database. One statement keeps the bytes of all and makes the tasks that
 * read them: either all of it is committed or none.
 */
final class EventStore {

  /** In one order everywhere, or two nodes with the same events would wait for each other. */
  private static final String STORE =
      """
      with given as (
        select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::text[])
          as given (provider, event_id, body, task_kind, note)
        order by provider, event_id),
      event as (
        insert into inbound_events (provider, event_id, body, processed_at, note)
        select provider, event_id, body, case when task_kind is null then now() end, note
        from given
        on conflict (provider, event_id) do nothing
        returning id, provider, event_id),
      task as (
        insert into tasks (kind, key, payload, run_at)
        select task_kind, 'event-' || id, jsonb_build_object('eventId', id), $6
        from event join given using (provider, event_id) where task_kind is not null)
      select provider, event_id from event
      """;

  private final Db db;
  private final Clock clock;

  EventStore(Db db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Keeps these events, each key once; answers the keys of those that had not come before. */
  Future<Set<WebhookEvent.Key>> store(Collection<WebhookEvent> events) {
    return db.pool()
        .preparedQuery(STORE)
        .execute(
            Tuple.of(
                texts(events, event -> event.key().provider()),
                texts(events, event -> event.key().eventId()),
                events.stream().map(EventStore::body).toArray(Buffer[]::new),
                texts(events, EventStore::taskKind),
                texts(events, EventStore::note),
                Db.time(clock.now())))
        .map(
            rows -> {
              var fresh = new HashSet<WebhookEvent.Key>();
              for (var row : rows)
                fresh.add(new WebhookEvent.Key(row.getString(0), row.getString(1)));
              return (Set<WebhookEvent.Key>) fresh;
            })
        .onSuccess(fresh -> ring(events, fresh));
  }

  private void ring(Collection<WebhookEvent> events, Set<WebhookEvent.Key> fresh) {
    db.bell()
        .tell(
            events.stream()
                .filter(event -> fresh.contains(event.key()) && taskKind(event) != null)
                .map(event -> new Signal.Ring(taskKind(event)))
                .distinct()
                .toList());
  }

  private static String[] texts(
      Collection<WebhookEvent> events, Function<WebhookEvent, String> text) {
    return events.stream().map(text).toArray(String[]::new);
  }

  private static String taskKind(WebhookEvent event) {
    return event instanceof WebhookEvent.Work work ? work.taskKind() : null;
  }

  private static String note(WebhookEvent event) {
    return event instanceof WebhookEvent.Noted noted ? noted.note() : null;
  }

  private static Buffer body(WebhookEvent event) {
    return event instanceof WebhookEvent.Work work ? work.body() : Buffer.buffer();
  }
}
