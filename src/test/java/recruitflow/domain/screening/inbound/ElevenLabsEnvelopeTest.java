package recruitflow.domain.screening.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsEnvelopeTest {

  @Test
  void an_event_is_known_by_type_conversation_and_time() {
    var body =
        """
        {"type":"post_call_transcription","event_timestamp":1739537297,
         "data":{"transcript":[{"role":"agent","type":"no","conversation_id":"inner"}],
         "metadata":{"conversation_id":"inner"},"conversation_id":"conv_1"}}\
        """;
    assertThat(read(body).flatMap(ElevenLabsEnvelope::eventId))
        .contains("post_call_transcription:conv_1:1739537297");
  }

  @Test
  void a_flat_body_names_its_conversation_but_not_the_event() {
    var envelope = read("{\"conversation_id\":\"conv_1\",\"status\":\"done\"}").orElseThrow();
    assertThat(envelope.conversationId()).isEqualTo("conv_1");
    assertThat(envelope.eventId()).isEmpty();
  }

  @Test
  void a_recording_is_told_apart() {
    assertThat(read("{\"type\":\"post_call_audio\",\"data\":{}}").orElseThrow().isAudio()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "x", "[]", "7", "\"a\"", "{", "{}}", "{} {}", "{\"a\":}", "{'a':1}"})
  void what_is_no_json_object_is_refused(String body) {
    assertThat(read(body)).isEmpty();
  }

  @Test
  void odd_values_are_no_words() {
    var envelope = read("{\"type\":{\"a\":1},\"event_timestamp\":null,\"data\":[1]}").orElseThrow();
    assertThat(envelope).isEqualTo(new ElevenLabsEnvelope("", "", ""));
  }

  @Property
  void no_bytes_break_it(@ForAll byte[] body) {
    assertThat(ElevenLabsEnvelope.read(body)).isNotNull();
  }

  private static Optional<ElevenLabsEnvelope> read(String body) {
    return ElevenLabsEnvelope.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
