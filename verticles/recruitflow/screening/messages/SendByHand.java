package recruitflow.screening.messages;

import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageText;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.settings.Provider;
import recruitflow.screening.messages.MessageOperations.MessageView;

/** Sends what a recruiter wrote, or the rejection. */
final class SendByHand {

  private final House house;
  private final WriteMessages write;

  SendByHand(House house, WriteMessages write) {
    this.house = house;
    this.write = write;
  }

  MessageView run(Caller caller, MessageOperations.SendMessage input) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var recipient =
                  Recipients.lock(sql, input.id())
                      .orElseThrow(() -> Failure.notFound("application"));
              refuse(recipient, input.channel());
              var type = input.messageType().type();
              var text = text(sql, recipient, type, input);
              return write.byHand(sql, recipient, type, input.channel(), text, caller.userId());
            });
  }

  private void refuse(Recipient recipient, Channel channel) {
    if (recipient.isPositionClosed()) {
      throw Failure.conflict("The position is closed: nothing is sent any more.");
    }
    if (recipient.address(channel, house.settings().phoneRegion()).isEmpty()) {
      throw Failure.conflict(Recipient.missing(channel));
    }
    house.require(channel == Channel.EMAIL ? Provider.GMAIL : Provider.WHAPI);
  }

  private MessageText text(
      Sql sql, Recipient recipient, MessageType type, MessageOperations.SendMessage input) {
    if (type == MessageType.OTHER && isBlank(input.body())) {
      throw Failure.invalid("body", "Please write a text.");
    }
    var template =
        type == MessageType.OTHER
            ? new MessageText(recipient.positionTitle() + " " + reference(recipient), "")
            : write.text(sql, recipient, type, input.channel());
    return new MessageText(
        isBlank(input.subject()) ? template.subject() : oneLine(input.subject()),
        isBlank(input.body()) ? template.body() : input.body().strip());
  }

  /** Answers find their application by it. */
  private static String reference(Recipient recipient) {
    return "[" + Reference.of(recipient.applicationId()) + "]";
  }

  private static String oneLine(String subject) {
    return subject.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
