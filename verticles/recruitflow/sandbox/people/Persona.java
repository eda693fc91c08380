package recruitflow.sandbox.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A kind of person: what they say on the phone, and what they do about their CV. Read from {@code
 * config/sandbox/people/<language>/<key>.json}.
 *
 * @param weight how common this kind is among strangers of the same language; 0 for never
 * @param calls what happens on the first call, the second and so on; the last one repeats
 * @param cv what they do when asked for a CV, or null for nothing
 * @param reply what they write when asked for a CV, before or instead of sending one, or null
 */
public record Persona(
    String key,
    String language,
    int weight,
    List<ScriptedCall> calls,
    CvBehaviour cv,
    ReplyBehaviour reply) {

  public Persona {
    if (calls == null || calls.isEmpty()) throw new IllegalArgumentException(key + " has no calls");
    calls = List.copyOf(calls);
  }

  /** What happens on this person's n-th call, counted from 1. */
  public ScriptedCall call(int number) {
    return calls.get(Math.min(number, calls.size()) - 1);
  }

  /** How a call came out, in the provider's words. */
  public enum CallResult {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("voicemail")
    VOICEMAIL,
    @JsonProperty("busy")
    BUSY,
    @JsonProperty("no_answer")
    NO_ANSWER,
    @JsonProperty("failed")
    FAILED
  }

  /**
   * One call.
   *
   * @param endedBy {@code agent} or {@code user}; null when nobody spoke
   * @param turns what is said, in order; the first agent turn gives way to the first message that
   *     was sent
   * @param verdict what a careful reader makes of it, or null when nobody spoke
   */
  public record ScriptedCall(
      CallResult result,
      int ringSeconds,
      String endedBy,
      String title,
      String summary,
      List<Turn> turns,
      Verdict verdict) {

    public ScriptedCall {
      turns = turns == null ? List.of() : List.copyOf(turns);
    }
  }

  /** What one of the two said; the role is {@code agent} or {@code user}. */
  public record Turn(String role, String text) {}

  /**
   * The verdict that fits a call.
   *
   * @param outcome qualified, not_qualified, callback_requested or needs_human
   * @param callbackWords when to call back, in the person's own words, or null
   * @param needsHumanNotes why a person must look, or null
   */
  public record Verdict(
      String outcome,
      int score,
      String reasoning,
      String callbackWords,
      String needsHumanNotes,
      List<Finding> criteria) {

    public Verdict {
      criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }
  }

  /**
   * What the call says on one topic.
   *
   * @param topic a key of {@link Topics}
   * @param verdict met, not_met, not_asked or unclear
   * @param quote words that were really said, or null
   */
  public record Finding(String topic, String verdict, String quote) {}

  /**
   * How the CV comes.
   *
   * @param channel {@code email} or {@code whatsapp}
   * @param afterHours business hours between request and answer
   * @param onRequest which request is heeded, 1 for the first
   * @param fileName may hold {@code {name}}
   * @param format {@code pdf} or {@code docx}
   * @param from another address than the candidate's own, may hold {@code {digits}} of the phone;
   *     null for the own one
   * @param subject may hold {@code {reference}}; null for an answer to the request's subject
   * @param body text or caption, may hold {@code {name}} and {@code {reference}}
   */
  public record CvBehaviour(
      String channel,
      double afterHours,
      int onRequest,
      String fileName,
      String format,
      String from,
      String subject,
      String body) {

    CvBehaviour withFileName(String name) {
      return new CvBehaviour(channel, afterHours, onRequest, name, format, from, subject, body);
    }
  }

  /** A text without a file: channel {@code email} or {@code whatsapp}. */
  public record ReplyBehaviour(String channel, double afterHours, int onRequest, String body) {}
}
