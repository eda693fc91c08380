package recruitflow.screening.messages.sending;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageType;

/**
 * A stored message with what its way needs to know.
 *
 * @param fileWaits a file of the candidate's that may be the CV was not looked at yet
 * @param requestStartedAt real time of the request whose answer is not known; null before it
 * @param messageId our own Message-ID header; null for WhatsApp
 * @param references the Message-IDs of the thread it belongs to, the oldest first
 * @param taken ids that other messages of this application have at the provider
 */
public record Outgoing(
    long id,
    long applicationId,
    ApplicationStatus applicationStatus,
    boolean positionClosed,
    boolean fileWaits,
    Channel channel,
    MessageType type,
    String status,
    String to,
    String subject,
    String body,
    Instant requestStartedAt,
    String messageId,
    String threadId,
    List<String> references,
    Set<String> taken) {

  public Outgoing {
    references = List.copyOf(references);
    taken = Set.copyOf(taken);
  }

  /** Whether its application still wants it to leave. */
  boolean isWanted() {
    return type.wantedIn(applicationStatus) && !(type.isFollowUp() && fileWaits);
  }

  boolean isOpen() {
    return status.equals("pending") || status.equals("unknown");
  }
}
