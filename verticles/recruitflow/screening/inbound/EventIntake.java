package recruitflow.screening.inbound;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.TimeUnit;
import recruitflow.platform.Clock;
import recruitflow.platform.bell.Bell;
import recruitflow.platform.bell.Signal;
import recruitflow.platform.database.Db;

/**
 * Stores what a provider told us. One statement keeps the bytes, makes the task that reads them:
 * either all of it is committed or the provider is not answered with success.
 */
final class EventIntake {
  private static final long LIMIT_SECONDS = 5;

  private static final String STORE =
      """
      with event as (
        insert into inbound_events (provider, event_id, body) values ($1, $2, $3)
        on conflict (provider, event_id) do nothing
        returning id),
      task as (
        insert into tasks (kind, key, payload, run_at)
        select $4, 'event-' || id, jsonb_build_object('eventId', id), $5 from event
        returning kind)
      select kind from task
      """;

  private static final String STORE_WITHOUT_WORK =
      """
      insert into inbound_events (provider, event_id, body, processed_at, note)
      values ($1, $2, ''::bytea, now(), $3)
      on conflict (provider, event_id) do nothing
      """;

  private final Pool pool;
  private final Bell bell;
  private final Clock clock;

  EventIntake(Db db, Clock clock) {
    this.pool = db.pool();
    this.bell = db.bell();
    this.clock = clock;
  }

  /** Keeps the event; true when it was new, false when it had come before. */
  Future<Boolean> store(WebhookEvent event) {
    var stored =
        switch (event) {
          case WebhookEvent.Work(var provider, var id, var taskKind, var body) ->
              pool.preparedQuery(STORE)
                  .execute(Tuple.of(provider, id, body, taskKind, Db.time(clock.now())));
          case WebhookEvent.Noted(var provider, var id, var note) ->
              pool.preparedQuery(STORE_WITHOUT_WORK).execute(Tuple.of(provider, id, note));
        };
    return stored
        .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .map(rows -> rows.rowCount() > 0)
        .onSuccess(isNew -> ring(event, isNew));
  }

  private void ring(WebhookEvent event, boolean isNew) {
    if (isNew && event instanceof WebhookEvent.Work work)
      bell.tell(List.of(new Signal.Ring(work.taskKind())));
  }

  /** What a delivery amounts to. */
  sealed interface WebhookEvent {
    String provider();

    /** To be read by a task of that kind. */
    record Work(String provider, String eventId, String taskKind, Buffer body)
        implements WebhookEvent {}

    /** Only noted, since nothing follows from it; its bytes are not kept. */
    record Noted(String provider, String eventId, String note) implements WebhookEvent {}
  }
}
