package recruitflow.domain.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.calls.CallingHours;

class CallbackTimeTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z"); // 17:00 in Bucharest
  private static final Instant ENDED = NOW.minusSeconds(600);

  private static final CallingHours HOURS = new CallingHours(10, 18, BUCHAREST);

  private static CallbackTime resolve(String written) {
    return CallbackTime.resolve(written, ENDED, NOW, HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T14:00:00+02:00",
        "2026-11-22T12:00:00Z",
        "2026-11-22T14:00",
        "2026-11-22 14:00:00",
        "2026-11-22T14:00:00+02:00[Europe/Bucharest]",
        " 2026-11-22T14:00+02:00 "
      })
  void a_time_that_lies_ahead_is_taken(String written) {
    assertThat(resolve(written))
        .isEqualTo(new CallbackTime(Instant.parse("2026-11-22T12:00:00Z"), null));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-11-20T14:00:00+02:00",
        "2026-13-45T99:00",
        "2036-01-01T10:00:00Z",
        "14:00"
      })
  void anything_else_is_a_day_after_the_call_and_marked(String written) {
    var resolved = resolve(written);
    assertThat(resolved.at()).isEqualTo(ENDED.plusSeconds(86_400));
    assertThat(resolved.attention()).contains("a day after the call");
  }

  @Test
  void the_day_after_is_moved_into_the_calling_hours() {
    var lateCall = Instant.parse("2026-11-21T17:30:00Z");
    var resolved = CallbackTime.resolve(null, lateCall, lateCall.plusSeconds(60), HOURS);
    assertThat(resolved.at()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
  }

  @Test
  void a_call_evaluated_days_later_is_not_called_back_in_the_past() {
    var resolved = CallbackTime.resolve(null, NOW.minusSeconds(5 * 86_400), NOW, HOURS);
    assertThat(resolved.at()).isEqualTo(NOW);
  }

  @Test
  void a_wish_outside_the_calling_hours_is_moved_and_marked() {
    var resolved = resolve("2026-11-22T20:00:00+02:00");
    assertThat(resolved.at()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(resolved.attention()).contains("outside the calling hours");
  }

  @Test
  void a_local_time_that_the_clock_change_skips_is_still_a_time() {
    var resolved =
        CallbackTime.resolve(
            "2026-03-29T03:30",
            ENDED,
            Instant.parse("2026-03-28T10:00:00Z"),
            new CallingHours(0, 24, BUCHAREST));
    assertThat(resolved.at()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
  }
}
