package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTimeTest {
  private static final Instant BEGUN = Instant.parse("2026-11-27T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T12:03:00Z, 2026-11-27T12:04:00Z, 2026-11-27T12:03:00Z",
    ", 2026-11-27T12:04:00Z, 2026-11-27T12:04:00Z",
    ", , 2026-11-28T08:00:00Z",
    // clocks that go a little wrong
    "2026-11-27T11:55:00Z, , 2026-11-27T12:00:00Z",
    "2026-11-28T08:09:00Z, , 2026-11-28T08:00:00Z",
    // nonsense
    "1970-01-01T00:00:01Z, 2026-11-27T12:04:00Z, 2026-11-27T12:04:00Z",
    "2026-11-27T11:00:00Z, , 2026-11-28T08:00:00Z",
    "2058-01-01T00:00:00Z, , 2026-11-28T08:00:00Z"
  })
  void the_first_told_time_between_the_beginning_and_now_counts(
      Instant one, Instant other, Instant ended) {
    assertThat(ToldTime.ended(BEGUN, NOW, one, other)).isEqualTo(ended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1e300", "1763700120000", "\"1763700120\"", "null", "true", "[]", "{}"})
  void what_is_no_time_is_not_told(String seconds) throws JsonProcessingException {
    assertThat(ToldTime.read(VoiceEvent.JSON.readTree(seconds))).isNull();
  }

  @Test
  void a_conversation_ends_when_it_began_and_lasted() throws JsonProcessingException {
    var said =
        Conversation.read(
            VoiceEvent.JSON.readTree(
                """
                {"metadata": {"start_time_unix_secs": 1763700120.7, "call_duration_secs": 97}}\
                """));
    assertThat(said.endedAt()).isEqualTo(Instant.ofEpochSecond(1_763_700_217));
    var endless =
        Conversation.read(
            VoiceEvent.JSON.readTree(
                """
                {"metadata": {"start_time_unix_secs": 1763700120, "call_duration_secs": 1e12}}\
                """));
    assertThat(endless.endedAt()).isNull();
  }
}
