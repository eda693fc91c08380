package recruitflow.domain.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.inbound.Channel;

class FollowUpTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration TWO_DAYS = Duration.ofHours(48);

  private static FollowUp after(ApplicationStatus status, Duration since) {
    return FollowUp.decide(status, NOW.minus(since), TWO_DAYS, NOW, false);
  }

  @Test
  void a_file_that_nobody_looked_at_holds_every_reminder_and_the_end_of_them() {
    for (var status : ApplicationStatus.values()) {
      var without = FollowUp.decide(status, null, TWO_DAYS, NOW, false);
      var with = FollowUp.decide(status, null, TWO_DAYS, NOW, true);
      var held = !(without instanceof FollowUp.None);
      assertThat(with).isEqualTo(held ? new FollowUp.FileWaits() : without);
    }
  }

  @Test
  void two_reminders_then_overdue_one_step_an_interval() {
    assertThat(after(ApplicationStatus.AWAITING_CV, TWO_DAYS))
        .isEqualTo(new FollowUp.Send(MessageType.CV_FOLLOWUP_1));
    assertThat(after(ApplicationStatus.CV_FOLLOWUP_1, TWO_DAYS))
        .isEqualTo(new FollowUp.Send(MessageType.CV_FOLLOWUP_2));
    assertThat(after(ApplicationStatus.CV_FOLLOWUP_2, TWO_DAYS)).isEqualTo(new FollowUp.Overdue());
  }

  @Test
  void nothing_happens_before_the_interval_has_passed() {
    assertThat(after(ApplicationStatus.AWAITING_CV, TWO_DAYS.minusSeconds(1)))
        .isEqualTo(new FollowUp.NotYet(NOW.plusSeconds(1)));
  }

  @Test
  void an_application_that_was_never_written_to_is_due() {
    assertThat(FollowUp.decide(ApplicationStatus.AWAITING_CV, null, TWO_DAYS, NOW, false))
        .isEqualTo(new FollowUp.Send(MessageType.CV_FOLLOWUP_1));
  }

  @ParameterizedTest
  @EnumSource(
      value = ApplicationStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AWAITING_CV", "CV_FOLLOWUP_1", "CV_FOLLOWUP_2"})
  void rejected_candidates_and_all_others_are_left_alone(ApplicationStatus status) {
    assertThat(FollowUp.decide(status, null, TWO_DAYS, NOW, false)).isEqualTo(new FollowUp.None());
    assertThat(FollowUp.byHand(status)).isEqualTo(new FollowUp.None());
  }

  @Test
  void a_cv_that_came_makes_every_request_pointless() {
    for (var type : MessageType.values()) {
      assertThat(type.wantedIn(ApplicationStatus.CV_RECEIVED)).isEqualTo(type.step().isEmpty());
    }
    assertThat(MessageType.CV_REQUEST.wantedIn(ApplicationStatus.QUALIFIED)).isTrue();
    assertThat(MessageType.CV_REQUEST.wantedIn(ApplicationStatus.AWAITING_CV)).isTrue();
  }

  @Test
  void rejected_candidates_are_asked_by_whatsapp_only() {
    assertThat(MessageType.requestFor(ApplicationStatus.NOT_QUALIFIED))
        .contains(MessageType.CV_REQUEST_REJECTED);
    assertThat(MessageType.CV_REQUEST_REJECTED.channels()).containsExactly(Channel.WHATSAPP);
    assertThat(MessageType.CV_REQUEST.channels()).hasSize(2);
  }
}
