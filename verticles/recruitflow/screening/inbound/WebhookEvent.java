package recruitflow.screening.inbound;

import io.vertx.core.buffer.Buffer;

/** What a delivery amounts to. */
sealed interface WebhookEvent {

  /** By this its repetitions are known. */
  record Key(String provider, String eventId) {}

  Key key();

  /** To be read by a task of that kind. */
  record Work(Key key, String taskKind, Buffer body) implements WebhookEvent {}

  /** Only noted, since nothing follows from it; its bytes are not kept. */
  record Noted(Key key, String note) implements WebhookEvent {}
}
