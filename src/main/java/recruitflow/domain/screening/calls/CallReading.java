package recruitflow.domain.screening.calls;

import java.util.Locale;
import java.util.Optional;

/** What the provider's words say about a call: it goes on, or how it ended. */
public sealed interface CallReading {

  /**
   * The call has not ended as far as we know.
   *
   * @param unknownWord a status that we do not know, to be logged
   */
  record Waiting(Optional<String> unknownWord) implements CallReading {}

  record Ended(CallOutcome outcome) implements CallReading {}

  CallReading WAITING = new Waiting(Optional.empty());

  /**
   * The provider's words about one call; each may be null.
   *
   * @param conversationStatus status of the conversation: initiated, in-progress, processing, done,
   *     failed
   * @param callResult {@code metadata.phone_call.call_result}: the reliable word on the phone line
   * @param recipientStatus status of the recipient in its batch
   * @param userSpoke whether the transcript holds a turn of the candidate
   */
  record Words(
      String conversationStatus, String callResult, String recipientStatus, boolean userSpoke) {}

  /** Reads a conversation, together with the batch recipient where there is one. */
  static CallReading of(Words words) {
    if (words.conversationStatus() == null) return ofRecipient(words.recipientStatus());
    return switch (plain(words.conversationStatus())) {
      case "done", "completed" -> new Ended(connected(words));
      case "failed" -> new Ended(line(words).orElse(CallOutcome.FAILED));
      case "no_answer" -> new Ended(CallOutcome.NO_ANSWER);
      case "busy" -> new Ended(CallOutcome.BUSY);
      case "voicemail" -> new Ended(CallOutcome.VOICEMAIL);
      case "initiated", "in_progress", "processing" -> WAITING;
      default -> new Waiting(Optional.of(words.conversationStatus()));
    };
  }

  /** Reads the reason of a call that never became a conversation. */
  static CallReading.Ended ofFailure(String reason) {
    return new Ended(
        switch (plain(reason)) {
          case "busy" -> CallOutcome.BUSY;
          case "no_answer" -> CallOutcome.NO_ANSWER;
          case "voicemail" -> CallOutcome.VOICEMAIL;
          default -> CallOutcome.FAILED;
        });
  }

  /**
   * Reads a batch recipient that has no conversation to look at. A completed one has a conversation
   * that we do not know yet, so it waits.
   */
  private static CallReading ofRecipient(String status) {
    return switch (plain(status)) {
      case "voicemail" -> new Ended(CallOutcome.VOICEMAIL);
      case "failed" -> new Ended(CallOutcome.FAILED);
      case "cancelled" -> new Ended(CallOutcome.CANCELLED);
      case "", "pending", "dispatched", "initiated", "in_progress", "completed" -> WAITING;
      default -> new Waiting(Optional.of(status));
    };
  }

  private static CallOutcome connected(Words words) {
    return line(words).orElse(words.userSpoke() ? CallOutcome.COMPLETED : CallOutcome.NO_ANSWER);
  }

  private static Optional<CallOutcome> line(Words words) {
    if (plain(words.recipientStatus()).equals("voicemail"))
      return Optional.of(CallOutcome.VOICEMAIL);
    return switch (plain(words.callResult())) {
      case "voicemail" -> Optional.of(CallOutcome.VOICEMAIL);
      case "busy" -> Optional.of(CallOutcome.BUSY);
      case "no_answer" -> Optional.of(CallOutcome.NO_ANSWER);
      case "failed" -> Optional.of(CallOutcome.FAILED);
      default -> Optional.empty();
    };
  }

  /** One spelling for {@code no-answer}, {@code no_answer} and {@code NO ANSWER}. */
  private static String plain(String word) {
    return word == null ? "" : word.strip().toLowerCase(Locale.ROOT).replaceAll("[-\\s]+", "_");
  }
}
