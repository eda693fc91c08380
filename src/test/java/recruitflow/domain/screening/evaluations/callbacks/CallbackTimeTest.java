package recruitflow.domain.screening.evaluations.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.calls.CallingHours;

class CallbackTimeTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z"); // 17:00 in Bucharest
  private static final Instant ENDED = NOW.minusSeconds(600);

  private static final CallingHours HOURS = new CallingHours(10, 18, BUCHAREST);

  private static final Instant TWO_TOMORROW = Instant.parse("2026-11-22T12:00:00Z");

  private static CallbackTime resolve(String written) {
    return CallbackTime.resolve(written, ENDED, NOW, HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T14:00:00+02:00",
        "2026-11-22T14:00:00+0200",
        "2026-11-22T14:00+02",
        "2026-11-22 14:00:00 +02:00",
        "2026-11-22 14:00 UTC+2",
        "2026-11-22T12:00:00Z",
        "2026-11-22 12:00 GMT",
        "2026-11-22T12:00:00.000000Z",
        "2026-11-22T14:00",
        "2026-11-22t14:00:00,5",
        "2026-11-22 14:00:00",
        "2026-11-22, 2 PM",
        "20261122T140000+0200",
        "22.11.2026 14:00",
        "2026/11/22 at 14:00",
        "Sunday, 22 November 2026, 14:00",
        "November 22nd, 2026 2:00 p.m.",
        "2026-11-22T14:00:00+02:00[Europe/Bucharest]",
        "2026-11-22T14:00:00[Europe/Bucharest]",
        "2026-11-22 13:00 Europe/Berlin",
        " 2026-11-22T14:00+02:00 ",
        "tomorrow at 14:00",
        "m\u00e2ine 14:00",
        "Sunday 14:00",
        "2026-11-22T14:00:00 EET",
        "2026-11-22 15:00 EEST",
        "2026-11-22 14:00 (Europe/Bucharest)",
        "2026-11-22T14:00:00+02:00 (Sunday)",
        "22 Nov 2026 14:00",
        "Sun, 22 Nov 2026 14:00:00 +0200",
        "22/11/2026 14:00",
        "11/22/2026 2 PM",
        "2026-11-22 14.00",
        "2026-11-22T14h00",
        "Sun at 14:00"
      })
  void a_time_that_lies_ahead_is_taken(String written) {
    var resolved = resolve(written);
    assertThat(resolved.at()).isBetween(TWO_TOMORROW, TWO_TOMORROW.plusMillis(500));
    assertThat(resolved.attention()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "soon",
        "14",
        "2026",
        "2026-11",
        "2026-02-30T14:00",
        "2026-11-20T14:00:00+02:00",
        "2026-11-20",
        "2026-13-45T99:00",
        "2036-01-01T10:00:00Z",
        "2036-01-01",
        "in 0 minutes"
      })
  void anything_else_is_a_day_after_the_call_and_marked(String written) {
    var resolved = resolve(written);
    assertThat(resolved.at()).isEqualTo(ENDED.plusSeconds(86_400));
    assertThat(resolved.attention()).contains("a day after the call");
  }

  @ParameterizedTest
  @CsvSource({
    // written, position's hours, at
    "2026-11-23, 10, 18, 2026-11-23T08:00:00Z",
    "2026-11-23, 0, 24, 2026-11-23T08:00:00Z",
    "2026-11-23, 12, 18, 2026-11-23T10:00:00Z",
    "2026-11-23, 7, 9, 2026-11-23T05:00:00Z",
    "tomorrow, 10, 18, 2026-11-22T08:00:00Z",
    "today, 10, 20, 2026-11-21T16:00:00Z",
    "today, 10, 18, 2026-11-22T08:00:00Z",
    "14:00, 10, 18, 2026-11-22T12:00:00Z",
    "18:30, 10, 20, 2026-11-21T16:30:00Z"
  })
  void half_a_time_is_completed_never_earlier_and_marked(
      String written, int start, int end, Instant at) {
    var resolved =
        CallbackTime.resolve(written, ENDED, NOW, new CallingHours(start, end, BUCHAREST));
    assertThat(resolved.at()).isEqualTo(at);
    assertThat(resolved.attention()).contains("without a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-26T25:00",
        "2026-11-26T14:00+19:00",
        "2026-11-26T140",
        "2026-11-26 13 pm",
        "2026-11-26T14:00 Mars/Base",
        "2026-11-26 in the morning",
        "26 Nov 2026, when she is home",
        "2026-11-26 or 2026-11-27"
      })
  void of_a_time_that_cannot_be_read_the_day_is_kept_and_marked(String written) {
    var resolved = resolve(written);
    assertThat(resolved.at()).isEqualTo(Instant.parse("2026-11-26T08:00:00Z"));
    assertThat(resolved.attention()).contains("a day and a time that cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-26 14:00-16:00",
        "2026-11-26 14:00 - 16:00",
        "2026-11-26T14:00:00+02:00/2026-11-26T16:00:00+02:00",
        "2026-11-26T14:00:00+02:00 or later"
      })
  void of_several_times_the_first_is_taken_and_marked(String written) {
    var resolved = resolve(written);
    assertThat(resolved.at()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
    assertThat(resolved.attention()).contains("more than one time");
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow 14:00, 2026-11-22T12:00:00Z",
    "another hour, 2026-11-22T14:50:00Z",
    "Monday 14:00, 2026-11-23T12:00:00Z"
  })
  void words_are_seen_from_the_call_and_not_from_its_evaluation_on_the_next_day(
      String written, Instant meant) {
    var scored = Instant.parse("2026-11-22T08:30:00Z");
    var resolved = CallbackTime.resolve(written, ENDED, scored, HOURS);
    assertThat(resolved.at())
        .isEqualTo(written.equals("another hour") ? ENDED.plusSeconds(86_400) : meant);
  }

  @Test
  void two_hours_are_counted_from_the_call() {
    var call = Instant.parse("2026-11-21T09:59:00Z");
    assertThat(CallbackTime.resolve("in two hours", call, call.plusSeconds(60), HOURS))
        .isEqualTo(new CallbackTime(call.plusSeconds(7_200), null));
  }

  @Test
  void another_hour_is_an_hour_after_the_call() {
    var call = Instant.parse("2026-11-21T10:59:00Z");
    assertThat(CallbackTime.resolve("another hour", call, call.plusSeconds(60), HOURS))
        .isEqualTo(new CallbackTime(call.plusSeconds(3_600), null));
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
    assertThat(resolved.attention()).contains("the clocks skip");
  }
}
