package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {
  static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  static final String[] ZONES = {
    "Europe/Bucharest",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/Asuncion"
  };

  static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(BUCHAREST).toInstant();
  }

  static CallingHours hours(int start, int end) {
    return new CallingHours(start, end, BUCHAREST);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T09:59:59, false",
    "2026-11-21T10:00:00, true",
    "2026-11-21T17:59:59, true",
    "2026-11-21T18:00:00, false",
    "2026-11-22T12:00:00, true", // a Sunday
    "2026-11-21T00:00:00, false"
  })
  void the_first_hour_is_open_and_the_last_one_is_not(String time, boolean open) {
    assertThat(hours(10, 18).isOpen(local(time))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T09:59:59, 2026-11-21T10:00:00",
    "2026-11-21T12:34:56, 2026-11-21T12:34:56",
    "2026-11-21T18:00:00, 2026-11-22T10:00:00",
    "2026-11-21T23:59:59, 2026-11-22T10:00:00"
  })
  void the_next_opening_is_now_or_in_the_morning(String time, String opening) {
    assertThat(hours(10, 18).nextOpening(local(time))).isEqualTo(local(opening));
  }

  @Test
  void hours_end_today_and_closed_ones_have_ended() {
    assertThat(hours(10, 18).closesAt(local("2026-11-21T10:00:00")))
        .contains(local("2026-11-21T18:00:00"));
    assertThat(hours(20, 24).closesAt(local("2026-11-21T23:59:59")))
        .contains(local("2026-11-22T00:00:00"));
    assertThat(hours(10, 18).closesAt(local("2026-11-21T18:00:00")))
        .contains(local("2026-11-21T18:00:00"));
  }

  @Test
  void the_whole_day_is_always_open_and_never_ends() {
    for (var time :
        new String[] {"2026-03-29T04:00:00", "2026-10-25T03:30:00", "2026-11-21T00:00:00"}) {
      assertThat(hours(0, 24).isOpen(local(time))).isTrue();
      assertThat(hours(0, 24).closesAt(local(time))).isEqualTo(Optional.empty());
    }
  }

  @Test
  void an_hour_that_is_skipped_in_spring_opens_nothing_that_day() {
    // On 29 March 2026 Bucharest goes from 02:59:59 to 04:00.
    assertThat(hours(3, 4).nextOpening(local("2026-03-29T00:00:00")))
        .isEqualTo(local("2026-03-30T03:00:00"));
  }

  @Test
  void hours_that_begin_in_the_skipped_hour_open_right_after_it() {
    assertThat(hours(3, 10).nextOpening(local("2026-03-29T00:00:00")))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(hours(2, 4).closesAt(local("2026-03-29T02:30:00")))
        .contains(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void an_hour_that_comes_twice_in_autumn_is_open_twice() {
    // On 25 October 2026 Bucharest goes from 03:59:59 back to 03:00.
    var first = Instant.parse("2026-10-25T00:30:00Z");
    var second = Instant.parse("2026-10-25T01:30:00Z");
    assertThat(hours(3, 4).isOpen(first)).isTrue();
    assertThat(hours(3, 4).isOpen(second)).isTrue();
    assertThat(hours(3, 4).closesAt(first)).contains(Instant.parse("2026-10-25T02:00:00Z"));
  }

  @Test
  void office_hours_are_an_hour_apart_in_universal_time_before_and_after_the_change() {
    assertThat(hours(10, 18).nextOpening(local("2026-10-24T20:00:00")))
        .isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
    assertThat(hours(10, 18).nextOpening(local("2026-10-23T20:00:00")))
        .isEqualTo(Instant.parse("2026-10-24T07:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "18, 10", "-1, 5", "0, 25"})
  void hours_that_are_none_cannot_be_made(int start, int end) {
    assertThatThrownBy(() -> hours(start, end)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void the_next_change_is_the_first_minute_that_differs(
      @ForAll @IntRange(min = 0, max = 4) int zone,
      @ForAll @IntRange(min = 0, max = 23) int start,
      @ForAll @IntRange(min = 1, max = 24) int end,
      @ForAll @LongRange(min = 1_767_225_600L, max = 1_798_761_600L) long second) {
    Assume.that(start < end && end - start < 24);
    var hours = new CallingHours(start, end, ZoneId.of(ZONES[zone]));
    var at = Instant.ofEpochSecond(second - second % 60);
    var open = hours.isOpen(at);
    var change = open ? hours.closesAt(at).orElseThrow() : hours.nextOpening(at);
    var minute = at;
    while (hours.isOpen(minute) == open) minute = minute.plus(Duration.ofMinutes(1));
    assertThat(change).isEqualTo(minute);
  }

  @Property(tries = 300)
  void nights_of_change_are_no_exception(
      @ForAll @IntRange(min = 0, max = 23) int start,
      @ForAll @IntRange(min = 1, max = 24) int end,
      @ForAll @IntRange(min = -1440, max = 1440) int minutes,
      @ForAll boolean spring) {
    Assume.that(start < end && end - start < 24);
    var night = Instant.parse(spring ? "2026-03-29T01:00:00Z" : "2026-10-25T01:00:00Z");
    var at = night.plus(Duration.ofMinutes(minutes));
    var hours = hours(start, end);
    var open = hours.isOpen(at);
    var change = open ? hours.closesAt(at).orElseThrow() : hours.nextOpening(at);
    var minute = at;
    while (hours.isOpen(minute) == open) minute = minute.plus(Duration.ofMinutes(1));
    assertThat(change).isEqualTo(minute);
  }
}
