package recruitflow.desk.applications;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recruitflow.desk.applications.ApplicationOperations.ApplicationRow;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.domain.desk.applications.Action;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.domain.screening.cvs.Doubt;
import recruitflow.domain.screening.cvs.MatchMethod;
import recruitflow.domain.screening.evaluations.Finding;
import recruitflow.domain.screening.evaluations.Outcome;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.domain.screening.messages.MessageType;
import recruitflow.platform.operations.documents.Words;

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
    List<FilePart> files,
    List<ReplyPart> replies,
    List<NotePart> notes,
    List<Moment> timeline,
    @Words(of = Action.class) List<String> allowedActions,
    Map<String, String> refusals,
    List<RefusedAction> refused) {

  /** Why an action is not possible: a code and what stands in its sentence. */
  public record RefusedAction(
      @Words(of = Action.class) String action, String code, Map<String, String> params) {}

  /**
   * The row of the list and more; {@code row} is written out flat. Reminders wait while a file of
   * the candidate's is not looked at.
   */
  public record Header(
      @JsonUnwrapped ApplicationRow row,
      @Nullable String scoreNotes,
      @Nullable Instant cvReceivedAt,
      @Nullable @Words({"cv_received", "timeout", "overdue", "manual"}) String closedReason,
      @Nullable Person assignedTo,
      boolean remindersWait,
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
      @Words(of = CallStatus.class) String status,
      Instant initiatedAt,
      @Nullable Instant endedAt,
      Integer durationSeconds,
      @Nullable String summary,
      @Nullable String summaryTitle,
      @Nullable String recordingUrl,
      @Nullable String errorDetail,
      @Nullable String conversationId,
      @Nullable String batchId,
      List<TurnPart> turns) {}

  /** Who said what, seconds from the start. */
  public record TurnPart(
      int index, @Words(of = Turn.Role.class) String role, String text, Double atSeconds) {}

  /** One verdict. */
  public record EvaluationPart(
      long id,
      long callId,
      @Words(of = Outcome.class) String outcome,
      boolean qualified,
      int score,
      String reasoning,
      @Nullable Instant callbackAt,
      @Nullable String callbackNotes,
      @Nullable String needsHumanNotes,
      boolean repaired,
      String model,
      Instant evaluatedAt,
      List<CriterionPart> criteria) {}

  /** What the verdict says of one criterion, with the words it rests on. */
  public record CriterionPart(
      String key,
      String text,
      @Words(of = Finding.Answer.class) String verdict,
      @Nullable String quote,
      Integer turnIndex,
      boolean quoteDropped) {}

  /** Something we sent. */
  public record MessagePart(
      long id,
      @Words(of = Channel.class) String channel,
      @Words(of = MessageType.class) String messageType,
      @Words({"pending", "sent", "delivered", "failed", "unknown"}) String status,
      String toAddress,
      @Nullable String subject,
      String body,
      @Nullable Instant sentAt,
      Instant createdAt,
      @Nullable String errorDetail) {}

  /** A CV that came. */
  public record CvPart(
      long id,
      String fileName,
      String contentType,
      long size,
      @Words(of = CvSource.class) String source,
      @Nullable @Words(of = MatchMethod.class) String matchMethod,
      boolean needsReview,
      @Nullable String confidenceNote,
      Instant receivedAt) {}

  /**
   * A file that came while a CV was awaited and may be it: one of the unmatched items. {@code
   * hasFile} is false when its content is not here; {@code resolution} is null until a person has
   * said what it is, then assigned or dismissed.
   */
  public record FilePart(
      long id,
      @Words(of = Channel.class) String channel,
      String fileName,
      String contentType,
      @Nullable Long size,
      boolean hasFile,
      @Nullable @Words(of = Doubt.class) String doubt,
      @Nullable String note,
      Instant receivedAt,
      @Nullable @Words({"assigned", "dismissed"}) String resolution) {}

  /** Something the candidate wrote; {@code kind} is text, or what it was that holds no words. */
  public record ReplyPart(
      long id,
      @Words(of = Channel.class) String channel,
      String sender,
      @Nullable String subject,
      String body,
      Instant receivedAt,
      boolean isRead,
      String kind) {}

  /** A recruiter's note, or with no author the system's. */
  public record NotePart(long id, String author, String body, Instant createdAt) {}

  /**
   * One thing that happened. {@code from} and {@code to} are statuses; {@code by} is null for the
   * system; {@code refId} is the id of what is meant within its kind.
   */
  public record Moment(
      Instant at,
      @Words({"status", "call", "message", "reply", "cv", "note", "evaluation"}) String kind,
      @Nullable String from,
      @Nullable String to,
      @Nullable String by,
      @Nullable String note,
      Long refId) {}
}
