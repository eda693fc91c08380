package recruitflow.desk.applications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import recruitflow.desk.applications.ApplicationOperations.ApplicationRow;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.domain.desk.applications.Refusal;
import recruitflow.domain.desk.positions.PositionStatus;

/**
 * Everything about one application, and what can be done with it now. {@code refusals} says in
 * English why an action is not possible, {@code refused} the same for a translation.
 */
public record ApplicationDetail(
    Header application,
    Candidate candidate,
    PositionPart position,
    List<CallPart> calls,
    List<EvaluationPart> evaluations,
    List<MessagePart> messages,
    List<CvPart> cvs,
    List<ReplyPart> replies,
    List<NotePart> notes,
    List<Moment> timeline,
    List<String> allowedActions,
    Map<String, String> refusals,
    Map<String, Refusal> refused) {

  /** The row of the list and more; {@code row} is written out flat. */
  public record Header(
      @JsonUnwrapped ApplicationRow row,
      String scoreNotes,
      Instant cvReceivedAt,
      String closedReason,
      Person assignedTo,
      int version) {}

  /** A user. */
  public record Person(long id, String displayName) {}

  /** Of the position, what the screen needs. */
  public record PositionPart(
      long id,
      String title,
      PositionStatus status,
      String language,
      int callingHourStart,
      int callingHourEnd) {}

  /** One attempt to phone. */
  public record CallPart(
      long id,
      int attemptNumber,
      String status,
      Instant initiatedAt,
      Instant endedAt,
      Integer durationSeconds,
      String summary,
      String summaryTitle,
      String recordingUrl,
      String errorDetail,
      String conversationId,
      String batchId,
      List<TurnPart> turns) {}

  /** Who said what, seconds from the start. */
  public record TurnPart(int index, String role, String text, Double atSeconds) {}

  /** One verdict. */
  public record EvaluationPart(
      long id,
      long callId,
      String outcome,
      boolean qualified,
      int score,
      String reasoning,
      Instant callbackAt,
      String callbackNotes,
      String needsHumanNotes,
      boolean repaired,
      String model,
      Instant evaluatedAt,
      List<CriterionPart> criteria) {}

  /** What the verdict says of one criterion, with the words it rests on. */
  public record CriterionPart(
      String key,
      String text,
      String verdict,
      String quote,
      Integer turnIndex,
      boolean quoteDropped) {}

  /** Something we sent. */
  public record MessagePart(
      long id,
      String channel,
      String messageType,
      String status,
      String toAddress,
      String subject,
      String body,
      Instant sentAt,
      Instant createdAt,
      String errorDetail) {}

  /** A CV that came. */
  public record CvPart(
      long id,
      String fileName,
      String contentType,
      long size,
      String source,
      String matchMethod,
      boolean needsReview,
      String confidenceNote,
      Instant receivedAt) {}

  /** Something the candidate wrote. */
  public record ReplyPart(
      long id,
      String channel,
      String sender,
      String subject,
      String body,
      Instant receivedAt,
      boolean isRead) {}

  /** A recruiter's note, or with no author the system's. */
  public record NotePart(long id, String author, String body, Instant createdAt) {}

  /**
   * One thing that happened. {@code from} and {@code to} are statuses; {@code by} is null for the
   * system; {@code refId} is the id of what is meant within its kind.
   */
  public record Moment(
      Instant at, String kind, String from, String to, String by, String note, Long refId) {}
}
