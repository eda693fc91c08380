package recruitflow.screening.calls.voice;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.calls.Conversation;

/**
 * Somebody who phones for us. Futures fail with a {@link
 * recruitflow.platform.providers.ProviderFailure}, which tells whether a phone may be ringing.
 */
public interface VoiceAgent {

  /**
   * What is said to one person.
   *
   * @param recipientId the call's uid, found again in everything the provider tells of the call
   * @param userId the application's id
   * @param number E.164
   */
  record Callee(
      long callId,
      String recipientId,
      String userId,
      String number,
      String prompt,
      String firstMessage) {}

  /** A single call was placed; the sid is null when it is not told. */
  record Dialled(String conversationId, String callSid) {}

  /** A batch as the provider sees it. */
  record Batch(String id, String status, List<Recipient> recipients) {
    /** How the call with this uid stands in the batch. */
    public Optional<Recipient> recipient(String uid) {
      return recipients.stream().filter(r -> r.id().equalsIgnoreCase(uid)).findFirst();
    }
  }

  /**
   * One person in a batch; the conversation is null until it has begun.
   *
   * @param updatedAt when the status became what it is; null when that is not told
   */
  record Recipient(String id, String conversationId, String status, Instant updatedAt) {
    /** Nobody has phoned this person, and nobody will once the batch is cancelled. */
    public boolean isUndialled() {
      return conversationId == null && (status.equals("pending") || status.equals("cancelled"));
    }

    /** Nobody had begun to phone this person. */
    public boolean isWaiting() {
      return conversationId == null && status.equals("pending");
    }
  }

  /** Phones one person now. */
  Future<Dialled> dial(Callee callee);

  /**
   * Hands over people to be phoned.
   *
   * @param key ours, to find the batch again
   * @return the provider's id of the batch
   */
  Future<String> submit(String key, List<Callee> callees);

  /** Looks for the batch that carries our key, made no earlier than {@code since} (real time). */
  Future<Optional<String>> findBatch(String key, Instant since);

  /** Everybody in the batch and how they stand. */
  Future<Batch> batch(String id);

  /** Takes back whoever was not phoned yet. */
  Future<Void> cancel(String id);

  /** One conversation; empty when the provider does not know it. */
  Future<Optional<Conversation>> conversation(String id);

  /** Ids of the conversations held for this user since then (real time), newest first. */
  Future<List<String>> conversationsOf(String userId, Instant since);
}
