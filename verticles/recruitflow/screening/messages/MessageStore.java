package recruitflow.screening.messages;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import recruitflow.desk.applications.UnseenFiles;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.messages.MessageOperations.MessageView;
import recruitflow.screening.messages.sending.Carrier;
import recruitflow.screening.messages.sending.Outgoing;

/** The messages themselves: one row for each, from intent to delivery. */
public final class MessageStore {

  /** The last request by hand: reminders are counted anew from it. */
  static final String ROUND =
      """
      (select coalesce(max(r.id), 0) from messages r where r.application_id = $1
        and r.created_by is not null and r.message_type in ('cv_request', 'cv_request_rejected'))\
      """;

  private static final String THIS_ROUND =
      " (message_type not like 'cv_followup%' or round = " + ROUND + ") ";

  private static final String INSERT =
      """
      insert into messages (application_id, candidate_id, channel, message_type, status, to_address,
        subject, body, message_id_header, thread_id, in_reply_to, error_detail, created_by, created_at,
        refused, round)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $12::text is not null,
        %s)
      on conflict do nothing
      returning *
      """
          .formatted(ROUND);

  private static final String FIND =
      """
      select m.*, a.status as application_status, p.status as position_status,
        %s as file_waits,
        coalesce((select array_agg(t.message_id_header order by t.id) from messages t
          where t.thread_id = m.thread_id and t.application_id = m.application_id
            and t.status in ('sent', 'delivered') and t.id < m.id), array[]::text[]) as thread_ids,
        coalesce((select array_agg(o.external_id) from messages o
          where o.to_address = m.to_address and o.channel = m.channel and o.id <> m.id
            and o.external_id is not null), array[]::text[]) as taken
      from messages m
      join applications a on a.id = m.application_id
      join positions p on p.id = a.position_id
      where m.id = $1
      """
          .formatted(UnseenFiles.WAIT);

  private static final String START =
      """
      update messages set request_started_at = now()
      where id = $1 and status = 'pending' and request_started_at is null
      """;

  private static final String SENT =
      """
      update messages set status = 'sent', external_id = $2, thread_id = coalesce($3, thread_id),
        sent_at = $4, error_detail = null
      where id = $1 and status in ('pending', 'unknown')
      """;

  private static final String HAS_HOPE =
      """
      select 1 from messages where application_id = $1 and message_type = $2
        and status in ('pending', 'unknown', 'sent', 'delivered') and\s\
      """
          + THIS_ROUND
          + "limit 1";

  private static final String WENT_OUT =
      """
      select 1 from messages where application_id = $1 and message_type = $2
        and status in ('sent', 'delivered') and\s\
      """
          + THIS_ROUND
          + "limit 1";

  private static final String REASONS =
      """
      select distinct on (channel) channel, error_detail from messages
      where application_id = $1 and message_type = $2 and status = 'failed'
      order by channel, id desc
      """;

  private static final String THREAD =
      """
      select subject, thread_id, message_id_header from messages
      where application_id = $1 and channel = 'email' and thread_id is not null
        and status in ('sent', 'delivered') and message_type like 'cv_%'
      order by id limit 1
      """;

  /** A message to be stored; {@code error} makes it failed from the start. */
  record Draft(
      Recipient recipient,
      Channel channel,
      MessageType type,
      String to,
      String subject,
      String body,
      String messageId,
      Thread thread,
      String error,
      Long createdBy,
      Instant at) {}

  /** The mails that a follow-up belongs to. */
  record Thread(String subject, String threadId, String firstMessageId) {}

  /** Empty when the same automatic message exists already. */
  Optional<MessageView> insert(Sql sql, Draft draft) {
    var thread = draft.thread();
    return sql.first(
        INSERT,
        MessageStore::view,
        draft.recipient().applicationId(),
        draft.recipient().candidateId(),
        draft.channel().word(),
        draft.type().word(),
        draft.error() == null ? "pending" : "failed",
        draft.to(),
        draft.subject(),
        draft.body(),
        draft.messageId(),
        thread == null ? null : thread.threadId(),
        thread == null ? null : thread.firstMessageId(),
        draft.error(),
        draft.createdBy(),
        Db.time(draft.at()));
  }

  public Optional<Outgoing> find(Sql sql, long messageId) {
    return sql.first(FIND, MessageStore::outgoing, messageId);
  }

  /** The first mail about the CV that went out. */
  Optional<Thread> thread(Sql sql, long applicationId) {
    return sql.first(
        THREAD,
        row ->
            new Thread(
                row.getString("subject"),
                row.getString("thread_id"),
                row.getString("message_id_header")),
        applicationId);
  }

  /** From here on an answer that does not come is unknown, not failed. */
  public void start(Sql sql, long messageId) {
    if (sql.execute(START, messageId) == 0) {
      throw new IllegalStateException("message " + messageId + " is on its way already");
    }
  }

  public void neverLeft(Sql sql, long messageId) {
    sql.execute("update messages set request_started_at = null where id = $1", messageId);
  }

  public void unknown(Sql sql, long messageId, String why) {
    sql.execute(
        "update messages set status = 'unknown', error_detail = $2 where id = $1 and status ="
            + " 'pending'",
        messageId,
        why);
  }

  public void sent(Sql sql, long messageId, Carrier.Delivery.Accepted accepted, Instant at) {
    sql.execute(SENT, messageId, accepted.externalId(), accepted.threadId(), Db.time(at));
  }

  /**
   * It did not go out.
   *
   * @param refused for good: it is not tried again with the same address
   */
  public void failed(Sql sql, long messageId, String why, boolean refused) {
    sql.execute(
        "update messages set status = 'failed', error_detail = $2, refused = $3 where id = $1",
        messageId,
        why,
        refused);
  }

  /** Whether a message of this type went out or still may. */
  public boolean hasHope(Sql sql, long applicationId, MessageType type) {
    return sql.first(HAS_HOPE, row -> true, applicationId, type.word()).isPresent();
  }

  /** Whether a message of this type reached its provider. */
  boolean wentOut(Sql sql, long applicationId, MessageType type) {
    return sql.first(WENT_OUT, row -> true, applicationId, type.word()).isPresent();
  }

  /** Why the last message of this type failed on each channel, in one sentence. */
  String reasons(Sql sql, long applicationId, MessageType type) {
    return String.join(
        " ",
        sql.list(
            REASONS,
            row -> row.getString("channel") + ": " + row.getString("error_detail"),
            applicationId,
            type.word()));
  }

  private static Outgoing outgoing(Row row) {
    return new Outgoing(
        row.getLong("id"),
        row.getLong("application_id"),
        ApplicationStatus.of(row.getString("application_status")),
        row.getString("position_status").equals("closed"),
        row.getBoolean("file_waits"),
        channel(row),
        MessageType.of(row.getString("message_type")),
        row.getString("status"),
        row.getString("to_address"),
        row.getString("subject"),
        row.getString("body"),
        Db.instant(row, "request_started_at"),
        row.getString("message_id_header"),
        row.getString("thread_id"),
        List.of(row.getArrayOfStrings("thread_ids")),
        Set.copyOf(Arrays.asList(row.getArrayOfStrings("taken"))));
  }

  static MessageView view(Row row) {
    return new MessageView(
        row.getLong("id"),
        channel(row),
        MessageType.of(row.getString("message_type")),
        row.getString("status"),
        row.getString("to_address"),
        row.getString("subject"),
        row.getString("body"),
        Db.instant(row, "sent_at"),
        Db.instant(row, "created_at"),
        row.getString("error_detail"));
  }

  private static Channel channel(Row row) {
    return Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT));
  }
}
