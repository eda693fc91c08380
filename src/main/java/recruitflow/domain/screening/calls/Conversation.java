package recruitflow.domain.screening.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A conversation as the provider tells it, in a webhook or when asked. Anything it does not tell is
 * null, but for the transcript, which is then empty.
 *
 * @param userId what we sent as {@code user_id}: the application's id
 * @param recipientId what we sent as the recipient's id: the call's uid
 * @param calledNumber E.164
 * @param startedAt as told, not bounded by anything we know
 * @param error the provider's own words on what went wrong
 */
public record Conversation(
    String id,
    String agentId,
    String status,
    String userId,
    String batchId,
    String recipientId,
    String calledNumber,
    String callSid,
    String callResult,
    Transcript transcript,
    String summary,
    String summaryTitle,
    String recordingUrl,
    Integer durationSeconds,
    Instant startedAt,
    String error) {

  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_CALL_SECONDS = 86_400;

  /** Reads the conversation object; wrong types count as not told, never throws. */
  public static Conversation read(JsonNode data) {
    var metadata = data.path("metadata");
    var phone = metadata.path("phone_call");
    var analysis = data.path("analysis");
    var clientData = data.path("conversation_initiation_client_data");
    return new Conversation(
        word(data.path("conversation_id")),
        word(data.path("agent_id")),
        word(data.path("status")),
        first(word(data.path("user_id")), word(clientData.path("user_id"))),
        word(metadata.path("batch_call").path("batch_call_id")),
        word(metadata.path("batch_call").path("batch_call_recipient_id")),
        word(phone.path("external_number")),
        word(phone.path("call_sid")),
        word(phone.path("call_result")),
        Transcript.read(data.path("transcript")),
        text(analysis.path("transcript_summary"), LONGEST_TEXT),
        text(analysis.path("call_summary_title"), LONGEST_WORD),
        HttpsLink.of(text(data.path("recording_url"), LONGEST_TEXT)),
        duration(metadata, data),
        ToldTime.read(metadata.path("start_time_unix_secs")),
        error(metadata));
  }

  /** The same, known to be that recipient's. */
  public Conversation ofRecipient(String recipient) {
    return new Conversation(
        id,
        agentId,
        status,
        userId,
        batchId,
        recipient,
        calledNumber,
        callSid,
        callResult,
        transcript,
        summary,
        summaryTitle,
        recordingUrl,
        durationSeconds,
        startedAt,
        error);
  }

  /** How the call stands, together with what its batch says of it (or null). */
  public CallReading reading(String recipientStatus) {
    return CallReading.of(
        new CallReading.Words(status, callResult, recipientStatus, transcript.userSpoke()));
  }

  /** When it ended, by its beginning and its length; null when either is not told. */
  public Instant endedAt() {
    return startedAt == null || durationSeconds == null
        ? null
        : startedAt.plusSeconds(durationSeconds);
  }

  private static Integer duration(JsonNode metadata, JsonNode data) {
    return Stream.of(metadata.path("call_duration_secs"), data.path("call_duration_secs"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(seconds -> seconds < LONGEST_CALL_SECONDS)
        .map(seconds -> Math.max(0, seconds.intValue()))
        .findFirst()
        .orElse(null);
  }

  /** The first thing told, but what a person can mend comes before everything else. */
  private static String error(JsonNode metadata) {
    var error = metadata.path("error");
    var told =
        Stream.of(
                error.path("reason"),
                error.path("code"),
                error,
                metadata.path("termination_reason"))
            .map(said -> said.isNumber() ? said.asText() : text(said, 1_000))
            .filter(said -> said != null)
            .toList();
    return told.stream()
        .filter(Overrides::areForbidden)
        .findFirst()
        .orElse(told.isEmpty() ? null : told.getFirst());
  }

  private static String first(String one, String other) {
    return one != null ? one : other;
  }

  /** An id or a status: short, without surrounding blanks. Numbers are accepted as their digits. */
  static String word(JsonNode value) {
    var said = value.isIntegralNumber() ? value.asText() : text(value, LONGEST_WORD);
    return Optional.ofNullable(said).map(String::strip).orElse(null);
  }

  static String text(JsonNode value, int longest) {
    if (!value.isTextual()) return null;
    var said = value.textValue();
    return Optional.of(Text.clean(said.substring(0, Math.min(said.length(), longest))))
        .filter(Predicate.not(String::isBlank))
        .orElse(null);
  }
}
