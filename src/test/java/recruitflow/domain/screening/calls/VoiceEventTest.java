package recruitflow.domain.screening.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceEventTest {
  static final String ANSWERED =
      """
      {"type": "post_call_transcription", "event_timestamp": 1763700120, "data": {
        "agent_id": "agent_1", "conversation_id": "conv_1", "status": "done", "user_id": "42",
        "transcript": [{"role": "agent", "message": "Hi"}, {"role": "user", "message": "Yes"}],
        "metadata": {"call_duration_secs": 97, "error": null, "termination_reason": "end_call",
          "phone_call": {"external_number": "+40700000001", "call_result": "answered",
                         "call_sid": "CA1"},
          "batch_call": {"batch_call_id": "btcal_1", "batch_call_recipient_id": "uid-1"}},
        "analysis": {"transcript_summary": "Keen.", "call_summary_title": "Screening",
                     "call_successful": "success"}}}\
      """;

  static VoiceEvent read(String json) {
    return VoiceEvent.read(json.getBytes(UTF_8));
  }

  static Conversation reported(String json) {
    return ((VoiceEvent.Reported) read(json)).conversation();
  }

  @Test
  void an_answered_call_is_read_whole() {
    var call = reported(ANSWERED);
    assertThat(call.id()).isEqualTo("conv_1");
    assertThat(call.agentId()).isEqualTo("agent_1");
    assertThat(call.userId()).isEqualTo("42");
    assertThat(call.batchId()).isEqualTo("btcal_1");
    assertThat(call.recipientId()).isEqualTo("uid-1");
    assertThat(call.calledNumber()).isEqualTo("+40700000001");
    assertThat(call.callSid()).isEqualTo("CA1");
    assertThat(call.durationSeconds()).isEqualTo(97);
    assertThat(call.summary()).isEqualTo("Keen.");
    assertThat(call.summaryTitle()).isEqualTo("Screening");
    assertThat(call.reading(null)).isEqualTo(new CallReading.Ended(CallOutcome.COMPLETED));
  }

  @Test
  void a_flat_body_says_the_same() {
    var flat =
        """
        {"conversation_id": "conv_1", "status": "completed", "analysis": null,
         "conversation_initiation_client_data": {"user_id": 42}, "call_duration_secs": 5,
         "transcript": [{"role": "user", "text": "Yes"}]}\
        """;
    var call = reported(flat);
    assertThat(call.userId()).isEqualTo("42");
    assertThat(call.durationSeconds()).isEqualTo(5);
    assertThat(call.summary()).isNull();
    assertThat(call.reading(null)).isEqualTo(new CallReading.Ended(CallOutcome.COMPLETED));
  }

  @Test
  void an_error_is_kept_in_the_providers_words() {
    var failed =
        """
        {"type": "post_call_transcription", "data": {"conversation_id": "c", "status": "failed",
          "metadata": {"error": {"code": 1002, "reason": "prompt override is not allowed"}}}}\
        """;
    assertThat(reported(failed).error()).isEqualTo("prompt override is not allowed");
  }

  @Test
  void a_call_that_did_not_connect_names_its_number() {
    var event =
        read(
            """
            {"type": "call_initiation_failure", "data": {"agent_id": "agent_1",
              "conversation_id": "conv_5", "failure_reason": "no-answer",
              "metadata": {"type": "twilio", "body": {"To": "+40700000001", "CallSid": "CA5",
                                                      "CallStatus": "no-answer"}}}}\
            """);
    assertThat(event)
        .isEqualTo(
            new VoiceEvent.NotConnected(
                "agent_1", "conv_5", "no-answer", "no-answer", "+40700000001", "CA5", null));
  }

  @Test
  void a_sip_failure_says_why() {
    var event =
        (VoiceEvent.NotConnected)
            read(
                """
                {"type": "call_initiation_failure", "data": {"conversation_id": "conv_6",
                  "failure_reason": "busy", "metadata": {"type": "sip", "body":
                  {"to_number": "+40700000001", "error_reason": "Busy here (SIP 486)"}}}}\
                """);
    assertThat(event.detail()).isEqualTo("Busy here (SIP 486)");
    assertThat(event.calledNumber()).isEqualTo("+40700000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"answering_machine_detection\", \"data\": {\"conversation_id\": \"c\"}}",
        "{\"type\": \"post_call_audio\", \"data\": {\"conversation_id\": \"c\", \"full_audio\":"
            + " \"\"}}",
        "{\"type\": \"post_call_transcription\", \"data\": {}}",
        "{\"type\": \"post_call_transcription\"}",
        "{\"type\": \"post_call_transcription\", \"data\": {\"conversation_id\": {\"a\": 1}}}",
        "{\"type\": \"call_initiation_failure\", \"data\": {\"failure_reason\": \"busy\"}}",
        "{}",
        "[]",
        "null",
        "1",
        "\"text\"",
        "",
        "{",
        "not json",
        "<html>"
      })
  void other_types_and_junk_are_ignored_with_a_reason(String body) {
    assertThat(read(body)).isInstanceOf(VoiceEvent.Ignored.class);
  }

  @Test
  void wrong_types_count_as_not_told() {
    var call =
        reported(
            """
            {"type": "post_call_transcription", "data": {"conversation_id": "c", "status": ["done"],
              "metadata": "none", "analysis": [1], "transcript": {"role": "user"},
              "user_id": {"id": 1}, "agent_id": false}}\
            """);
    assertThat(call.status()).isNull();
    assertThat(call.userId()).isNull();
    assertThat(call.agentId()).isNull();
    assertThat(call.transcript()).isEqualTo(Transcript.EMPTY);
    assertThat(call.reading(null)).isEqualTo(CallReading.WAITING);
  }

  @Property
  void any_bytes_get_an_answer(@ForAll byte[] body) {
    assertThat(VoiceEvent.read(body)).isNotNull();
  }

  @Property
  void any_cut_and_any_changed_byte_get_an_answer(@ForAll short place, @ForAll byte other) {
    var body = ANSWERED.getBytes(UTF_8);
    var at = Math.floorMod(place, body.length);
    assertThat(VoiceEvent.read(java.util.Arrays.copyOf(body, at))).isNotNull();
    body[at] = other;
    assertThat(VoiceEvent.read(body)).isNotNull();
  }
}
