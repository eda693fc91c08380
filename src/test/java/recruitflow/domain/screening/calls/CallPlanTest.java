package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.domain.screening.calls.CallingHoursTest.hours;
import static recruitflow.domain.screening.calls.CallingHoursTest.local;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.screening.calls.CallPlan.Next;

class CallPlanTest {
  static final Instant NOON = local("2026-11-21T12:00:00");

  static CallRules rules(int attempts, int minutes, int start, int end) {
    return new CallRules(attempts, Duration.ofMinutes(minutes), hours(start, end));
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ANSWER", "BUSY", "FAILED"})
  void two_attempts_are_one_call_and_one_retry(CallOutcome outcome) {
    var rules = rules(2, 60, 10, 18);
    assertThat(CallPlan.after(outcome, 1, NOON, NOON, rules))
        .isEqualTo(new Next.Retry(NOON.plus(Duration.ofHours(1))));
    assertThat(CallPlan.after(outcome, 2, NOON, NOON, rules)).isEqualTo(new Next.GiveUp());
    assertThat(CallPlan.after(outcome, 3, NOON, NOON, rules)).isEqualTo(new Next.GiveUp());
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ANSWER", "BUSY", "FAILED", "VOICEMAIL"})
  void a_single_attempt_leaves_no_retry(CallOutcome outcome) {
    assertThat(CallPlan.after(outcome, 1, NOON, NOON, rules(1, 60, 10, 18)))
        .isEqualTo(new Next.GiveUp());
  }

  @Test
  void who_spoke_is_evaluated_whatever_the_budget_says() {
    assertThat(CallPlan.after(CallOutcome.COMPLETED, 9, NOON, NOON, rules(1, 60, 10, 18)))
        .isEqualTo(new Next.Evaluate());
  }

  @Test
  void a_call_taken_back_goes_into_the_queue_again_even_as_the_last_one() {
    assertThat(CallPlan.after(CallOutcome.CANCELLED, 2, NOON, NOON, rules(2, 60, 10, 18)))
        .isEqualTo(new Next.Requeue());
  }

  @ParameterizedTest
  @CsvSource({
    // ended, pause in minutes, hours, next
    "2026-11-21T12:10:00,   60, 10, 18, 2026-11-21T13:10:00",
    "2026-11-21T12:10:00,    5, 10, 18, 2026-11-21T13:10:00",
    "2026-11-21T12:59:00,    1, 10, 18, 2026-11-21T13:59:00",
    "2026-11-21T12:10:00, 1440, 10, 18, 2026-11-22T13:00:00",
    "2026-11-21T17:30:00,    5, 10, 18, 2026-11-22T10:00:00",
    "2026-11-21T17:30:00,   60, 10, 18, 2026-11-22T10:00:00",
    "2026-11-21T10:30:00, 1440, 10, 18, 2026-11-22T11:00:00",
    "2026-11-21T17:30:00, 1440, 10, 18, 2026-11-23T10:00:00",
    "2026-11-21T23:50:00,    5,  0, 24, 2026-11-22T00:50:00",
    "2026-11-21T12:10:00,    5, 12, 13, 2026-11-22T12:00:00",
    "2026-11-21T12:58:00,    5, 12, 13, 2026-11-22T12:00:00",
  })
  void a_machine_is_tried_again_at_another_hour_of_the_day(
      String ended, int pause, int start, int end, String next) {
    assertThat(
            CallPlan.after(
                CallOutcome.VOICEMAIL, 1, local(ended), local(ended), rules(2, pause, start, end)))
        .isEqualTo(new Next.Retry(local(next)));
  }

  @Property
  void a_machine_is_never_tried_at_its_hour_nor_outside_the_hours_nor_too_early(
      @ForAll @IntRange(min = 0, max = 525_600) int minute,
      @ForAll @IntRange(min = 1, max = 10_080) int pause,
      @ForAll @IntRange(min = 0, max = 22) int start,
      @ForAll @IntRange(min = 2, max = 24) int end) {
    Assume.that(end - start > 1);
    var ended = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));
    var rules = rules(2, pause, start, end);
    var retry = (Next.Retry) CallPlan.after(CallOutcome.VOICEMAIL, 1, ended, ended, rules);
    assertThat(retry.at()).isAfterOrEqualTo(ended.plus(rules.pause()));
    assertThat(retry.at()).isAfterOrEqualTo(ended.plus(Duration.ofHours(1)));
    assertThat(rules.hours().isOpen(retry.at())).isTrue();
    assertThat(rules.hours().hourOf(retry.at())).isNotEqualTo(rules.hours().hourOf(ended));
  }

  @Test
  void a_machine_whose_news_came_a_day_late_is_not_tried_at_its_hour() {
    var learned = local("2026-11-22T12:10:00");
    assertThat(CallPlan.after(CallOutcome.VOICEMAIL, 1, NOON, learned, rules(2, 60, 10, 18)))
        .isEqualTo(new Next.Retry(local("2026-11-22T13:00:00")));
  }
}
