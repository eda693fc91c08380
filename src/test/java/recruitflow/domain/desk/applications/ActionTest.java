package recruitflow.domain.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.desk.applications.Action.Situation;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.applications.CallRefusal.Phone;
import recruitflow.domain.desk.positions.PositionStatus;

class ActionTest {
  private static Callee callee(ApplicationStatus status, PositionStatus position) {
    return new Callee(status, Phone.of("+40722123456"), false, position, List.of());
  }

  private static Set<String> allowed(Situation situation) {
    return Action.refusals(situation).entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(entry -> entry.getKey().text())
        .collect(Collectors.toSet());
  }

  private static Situation situation(ApplicationStatus status) {
    return new Situation(callee(status, PositionStatus.OPEN), null, true, true, false);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING_CALL, call_now callback close requeue",
    "CALL_QUEUED, call_now callback close",
    "CALL_IN_PROGRESS, ''",
    "SCORING, ''",
    "AWAITING_CV, follow_up close",
    "CV_FOLLOWUP_1, follow_up close",
    "CV_FOLLOWUP_2, close",
    "AWAITING_CV_REJECTED, close",
    "NEEDS_HUMAN, call_now callback close",
    "CALL_FAILED, call_now callback close requeue",
    "CLOSED, ''"
  })
  void what_can_be_done_depends_on_the_status(ApplicationStatus status, String actions) {
    var always = Set.of("override", "assign", "upload_cv", "send_message", "evaluate");
    var found = allowed(situation(status));
    assertThat(found).containsAll(always);
    assertThat(found.stream().filter(name -> !always.contains(name)))
        .containsExactlyInAnyOrder(actions.isEmpty() ? new String[0] : actions.split(" "));
  }

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void every_action_has_an_answer_in_every_status(ApplicationStatus status) {
    assertThat(Action.refusals(situation(status))).containsOnlyKeys(Action.values());
  }

  @Test
  void outside_the_calling_hours_the_window_is_named() {
    var callee = callee(ApplicationStatus.PENDING_CALL, PositionStatus.OPEN);
    var refusals = Action.refusals(new Situation(callee, "10:00–18:00", true, false, false));
    assertThat(refusals.get(Action.CALL_NOW)).get().asString().contains("10:00–18:00");
    assertThat(refusals.get(Action.REQUEUE)).isEmpty();
    assertThat(refusals.get(Action.EVALUATE)).isPresent();
  }

  @Test
  void a_closed_position_sends_nothing_and_calls_nobody() {
    var callee = callee(ApplicationStatus.AWAITING_CV, PositionStatus.CLOSED);
    assertThat(allowed(new Situation(callee, null, true, false, false)))
        .containsExactlyInAnyOrder("close", "override", "assign", "upload_cv");
  }

  @Test
  void nobody_is_reminded_while_a_file_waits_for_a_person_to_say_what_it_is() {
    var callee = callee(ApplicationStatus.AWAITING_CV, PositionStatus.OPEN);
    var refusals = Action.refusals(new Situation(callee, null, true, true, true));
    assertThat(refusals.get(Action.FOLLOW_UP)).map(Refusal::code).contains("file_waits");
  }

  @Test
  void nobody_is_written_to_without_an_address() {
    var callee =
        new Callee(
            ApplicationStatus.PENDING_CALL, Phone.none(), false, PositionStatus.OPEN, List.of());
    assertThat(allowed(new Situation(callee, null, false, false, false)))
        .containsExactlyInAnyOrder("close", "override", "assign", "upload_cv");
  }
}
