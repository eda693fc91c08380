package recruitflow.screening.messages;

import java.util.Optional;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.database.Sql;
import recruitflow.screening.messages.MessageOperations.MessageView;

/** Automatic messages that failed, and that go on in their own rows. */
final class FailedMessages {

  private static final String FAILED =
      """
      select m.id, m.refused, m.to_address from messages m
      where m.application_id = $1 and m.message_type = $2 and m.channel = $3
        and m.created_by is null and m.status = 'failed'
        and (m.message_type not like 'cv_followup%%' or m.round = %s)
        and not exists (select 1 from messages o
          where o.application_id = m.application_id and o.message_type = m.message_type
            and o.channel = m.channel and o.round = m.round and o.created_by is null
            and o.status <> 'failed')
      order by m.id desc limit 1
      """
          .formatted(MessageStore.ROUND);

  private static final String TRY_AGAIN =
      """
      update messages set status = 'pending', request_started_at = null, to_address = $2,
        subject = $3, body = $4, external_id = null, sent_at = null,
        message_id_header = case when sent_at is null then coalesce(message_id_header, $5) else $5 end,
        thread_id = $6, in_reply_to = $7, error_detail = null, refused = false
      where id = $1 and status = 'failed'
      returning *
      """;

  /**
   * The last automatic message of a type that failed on a channel.
   *
   * @param refused for good, so that only another address could help
   */
  record Failed(long id, boolean refused, String to) {}

  /** What failed before and was not written anew since. */
  Optional<Failed> last(Sql sql, long applicationId, MessageType type, Channel channel) {
    return sql.first(
        FAILED,
        row ->
            new Failed(row.getLong("id"), row.getBoolean("refused"), row.getString("to_address")),
        applicationId,
        type.word(),
        channel.word());
  }

  /** Takes up in its own row what failed before. */
  Optional<MessageView> tryAgain(Sql sql, long messageId, MessageStore.Draft draft) {
    var thread = draft.thread();
    return sql.first(
        TRY_AGAIN,
        MessageStore::view,
        messageId,
        draft.to(),
        draft.subject(),
        draft.body(),
        draft.messageId(),
        thread == null ? null : thread.threadId(),
        thread == null ? null : thread.firstMessageId());
  }
}
