package recruitflow.domain.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.applications.CallRefusal.Phone;
import recruitflow.domain.desk.candidates.PhoneDoubt;
import recruitflow.domain.desk.positions.PositionStatus;

class CallRefusalTest {
  private static Callee callee(ApplicationStatus status) {
    return new Callee(status, Phone.of("+40722123456"), false, PositionStatus.OPEN, List.of());
  }

  @ParameterizedTest
  @EnumSource(ApplicationStatus.class)
  void only_pending_and_failed_calls_are_queued(ApplicationStatus status) {
    boolean queued =
        status == ApplicationStatus.PENDING_CALL || status == ApplicationStatus.CALL_FAILED;
    assertThat(CallRefusal.ofTrigger(callee(status)).isEmpty()).isEqualTo(queued);
  }

  @Test
  void a_refusal_for_the_status_names_it() {
    assertThat(CallRefusal.ofTrigger(callee(ApplicationStatus.SCORING)))
        .hasValueSatisfying(why -> assertThat(why.words()).contains("scoring"));
  }

  @Test
  void without_a_number_to_dial_nothing_is_queued() {
    var callee =
        new Callee(
            ApplicationStatus.PENDING_CALL, Phone.none(), false, PositionStatus.OPEN, List.of());
    assertThat(CallRefusal.ofTrigger(callee)).get().asString().contains("phone number");
  }

  @Test
  void a_doubtful_number_is_named_with_its_reason_and_dialled_by_nobody() {
    var phone = new Phone(null, "0157 12345678", PhoneDoubt.TOO_LONG);
    var callee =
        new Callee(ApplicationStatus.PENDING_CALL, phone, false, PositionStatus.OPEN, List.of());
    for (var refusal :
        List.of(
            CallRefusal.ofTrigger(callee),
            CallRefusal.ofCallNow(callee),
            CallRefusal.ofCallback(callee))) {
      assertThat(refusal).map(Refusal::code).contains("phone_doubtful");
      assertThat(refusal.orElseThrow().params())
          .containsEntry("doubt", "too_long")
          .containsEntry("phone", "0157 12345678");
    }
  }

  @Test
  void a_held_duplicate_is_not_queued() {
    var callee =
        new Callee(
            ApplicationStatus.PENDING_CALL,
            Phone.of("+40722123456"),
            true,
            PositionStatus.OPEN,
            List.of());
    assertThat(CallRefusal.ofTrigger(callee)).get().asString().contains("duplicate");
  }

  @ParameterizedTest
  @EnumSource(
      value = PositionStatus.class,
      names = {"PAUSED", "CLOSED"})
  void a_position_that_does_not_call_is_named(PositionStatus status) {
    var callee =
        new Callee(
            ApplicationStatus.PENDING_CALL, Phone.of("+40722123456"), false, status, List.of());
    assertThat(CallRefusal.ofTrigger(callee)).get().asString().contains(status.text());
  }

  @Test
  void missing_prompts_are_named() {
    var callee =
        new Callee(
            ApplicationStatus.PENDING_CALL,
            Phone.of("+40722123456"),
            false,
            PositionStatus.OPEN,
            List.of("firstMessage", "qualificationPrompt"));
    assertThat(CallRefusal.ofTrigger(callee))
        .map(Refusal::words)
        .contains("The position lacks firstMessage, qualificationPrompt.");
  }

  @ParameterizedTest
  @EnumSource(
      value = ApplicationStatus.class,
      names = {"PENDING_CALL", "CALL_QUEUED", "CALL_FAILED", "CALLBACK_SCHEDULED", "NEEDS_HUMAN"})
  void a_call_at_once_is_possible_before_and_after_a_conversation(ApplicationStatus status) {
    assertThat(CallRefusal.ofCallNow(callee(status))).isEmpty();
  }

  @Test
  void nobody_is_called_while_a_call_is_under_way() {
    assertThat(CallRefusal.ofCallNow(callee(ApplicationStatus.CALL_IN_PROGRESS))).isPresent();
  }

  @Test
  void references_are_read_in_any_case_and_nothing_else() {
    assertThat(Reference.of(12)).isEqualTo("RF-12");
    assertThat(Reference.find(" rf-12 ")).hasValue(12);
    assertThat(Reference.find("12")).isEmpty();
    assertThat(Reference.find("RF-")).isEmpty();
    assertThat(Reference.find("RF-99999999999999999999")).isEmpty();
  }
}
