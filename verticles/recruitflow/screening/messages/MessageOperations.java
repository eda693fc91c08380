package recruitflow.screening.messages;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;
import recruitflow.platform.operations.documents.Words;

/** What can be asked of messages to candidates. */
public final class MessageOperations {

  private MessageOperations() {}

  /** By which way a recruiter writes. */
  public enum Kind {
    OTHER,
    REJECTION;

    MessageType type() {
      return MessageType.valueOf(name());
    }
  }

  /**
   * A message by hand.
   *
   * @param subject for e-mail; blank takes the template's, or a neutral one
   * @param body blank takes the template's, which {@code other} does not have
   */
  public record SendMessage(
      @Min(1) long id,
      @NotNull Channel channel,
      @NotNull Kind messageType,
      @Size(max = 200) String subject,
      @Size(max = 10_000) String body) {}

  /** A message as the recruiter sees it. */
  public record MessageView(
      long id,
      Channel channel,
      MessageType messageType,
      @Words({"pending", "sent", "delivered", "failed", "unknown"}) String status,
      String toAddress,
      @Nullable String subject,
      String body,
      @Nullable Instant sentAt,
      Instant createdAt,
      @Nullable String errorDetail) {}

  /** The messages that are on their way now, or failed for lack of an address. */
  public record Written(List<MessageView> messages) {}

  /** Sends the next due follow-up without waiting for its time. */
  public static final Operation<ById, Written> FOLLOW_UP =
      Operation.named("messages.followUp")
          .post("/api/applications/{id}/follow-up")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Written.class)
          .says("Sends the next due reminder about the CV without waiting for its time.");

  /** Sends a recruiter's own words, or the rejection. */
  public static final Operation<SendMessage, MessageView> SEND =
      Operation.named("messages.send")
          .post("/api/applications/{id}/messages")
          .roles(Role.RECRUITER)
          .takes(SendMessage.class)
          .gives(MessageView.class)
          .says("Sends the candidate a message by e-mail or WhatsApp.");
}
