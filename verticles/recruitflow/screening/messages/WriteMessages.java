package recruitflow.screening.messages;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageText;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.messages.MessageOperations.MessageView;
import recruitflow.screening.messages.sending.SendMessage;

/** Writes down what is to be sent, with the tasks that send it, in the caller's transaction. */
public final class WriteMessages {

  /** Attempts that surely sent nothing, such as refused connections. */
  private static final int ATTEMPTS = 8;

  private final House house;
  private final MessageStore store;
  private final FailedMessages failures = new FailedMessages();

  WriteMessages(House house, MessageStore store) {
    this.house = house;
    this.store = store;
  }

  /**
   * The message of this type on each of its channels, in the words of the templates. What is there
   * already is left alone; a channel without address is recorded as failed.
   *
   * @param by the user who asked for it, or null
   */
  List<MessageView> automatic(Sql sql, Recipient recipient, MessageType type, Long by) {
    var written = new ArrayList<MessageView>();
    for (var channel : type.channels()) {
      var text = text(sql, recipient, type, channel);
      write(sql, recipient, draft(sql, recipient, type, channel, text, null))
          .ifPresent(written::add);
    }
    written.forEach(message -> dispatch(sql, recipient, message, by));
    if (written.isEmpty() && store.wentOut(sql, recipient.applicationId(), type)) {
      goOn(sql, recipient, type);
    } else if (!store.hasHope(sql, recipient.applicationId(), type)) {
      showFailure(sql, recipient.applicationId(), type);
    }
    return written;
  }

  /** The same once more on each channel, because a recruiter wants it. */
  void anew(Sql sql, Recipient recipient, MessageType type, long by) {
    for (var channel : type.channels()) {
      var text = text(sql, recipient, type, channel);
      store
          .insert(sql, draft(sql, recipient, type, channel, text, by))
          .ifPresent(message -> dispatch(sql, recipient, message, by));
    }
    if (!store.hasHope(sql, recipient.applicationId(), type)) {
      showFailure(sql, recipient.applicationId(), type);
    }
  }

  /** Sent in an earlier round and never twice: the application takes its step all the same. */
  private void goOn(Sql sql, Recipient recipient, MessageType type) {
    type.onSent(recipient.status())
        .ifPresent(
            next ->
                ApplicationWriter.advance(
                    sql,
                    recipient.applicationId(),
                    next,
                    null,
                    "The message went out earlier.",
                    house.clock().now()));
  }

  /** One message by hand. */
  MessageView byHand(
      Sql sql, Recipient recipient, MessageType type, Channel channel, MessageText text, long by) {
    var message = store.insert(sql, draft(sql, recipient, type, channel, text, by)).orElseThrow();
    dispatch(sql, recipient, message, by);
    return message;
  }

  /** Whether a message of this type went out or still may. */
  boolean hasHope(Sql sql, Recipient recipient, MessageType type) {
    return store.hasHope(sql, recipient.applicationId(), type);
  }

  /** All channels failed: shown until one succeeds. */
  public void showFailure(Sql sql, long applicationId, MessageType type) {
    ApplicationWriter.setAttention(
        sql,
        applicationId,
        "No message ("
            + type.word()
            + ") could be sent. "
            + store.reasons(sql, applicationId, type));
  }

  /** The text of this type in force, filled for this recipient. */
  MessageText text(Sql sql, Recipient recipient, MessageType type, Channel channel) {
    return Templates.find(sql, type, channel, recipient.language())
        .orElseThrow()
        .fill(recipient.occasion());
  }

  /** What failed is tried again in its own row; what was refused for good only at a new address. */
  private Optional<MessageView> write(Sql sql, Recipient recipient, MessageStore.Draft draft) {
    var before = failures.last(sql, recipient.applicationId(), draft.type(), draft.channel());
    if (before.isEmpty()) return store.insert(sql, draft);
    var same = before.get().to().equals(draft.to());
    if (draft.error() != null || same && before.get().refused()) return Optional.empty();
    return failures.tryAgain(sql, before.get().id(), draft);
  }

  private MessageStore.Draft draft(
      Sql sql, Recipient recipient, MessageType type, Channel channel, MessageText text, Long by) {
    var to = recipient.address(channel, house.settings().phoneRegion());
    var isMail = channel == Channel.EMAIL;
    var thread =
        isMail && type.isFollowUp()
            ? store.thread(sql, recipient.applicationId()).orElse(null)
            : null;
    return new MessageStore.Draft(
        recipient,
        channel,
        type,
        to.orElse(""),
        isMail ? subject(text, thread) : null,
        text.body(),
        isMail && to.isPresent() ? "<" + UUID.randomUUID() + "@mail.recruitflow>" : null,
        thread,
        to.isPresent() ? null : Recipient.missing(channel),
        by,
        house.clock().now());
  }

  /** Mail programs join what has the same subject. */
  private static String subject(MessageText text, MessageStore.Thread thread) {
    return thread == null ? text.subject() : "Re: " + thread.subject();
  }

  private void dispatch(Sql sql, Recipient recipient, MessageView message, Long by) {
    Live.publish(sql, "message", message.id());
    if (!message.status().equals("pending")) {
      return;
    }
    house
        .tasks()
        .add(
            sql,
            Task.of(SendMessage.kind(message.channel()))
                .key("message-" + message.id())
                .payload(
                    new JsonObject()
                        .put("messageId", message.id())
                        .put("applicationId", recipient.applicationId())
                        .put("by", by))
                .maxAttempts(ATTEMPTS));
  }
}
