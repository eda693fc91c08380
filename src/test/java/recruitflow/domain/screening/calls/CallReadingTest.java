package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReadingTest {

  @ParameterizedTest
  @CsvSource({
    // conversation, call_result, recipient, user spoke, outcome
    "done, answered, completed, true, COMPLETED",
    "done, , , true, COMPLETED",
    "completed, , , true, COMPLETED",
    "done, answered, completed, false, NO_ANSWER",
    "done, voicemail, , false, VOICEMAIL",
    "done, voicemail, , true, VOICEMAIL",
    "done, answered, voicemail, true, VOICEMAIL",
    "done, busy, , false, BUSY",
    "done, no_answer, , false, NO_ANSWER",
    "done, no-answer, , false, NO_ANSWER",
    "done, failed, , false, FAILED",
    "done, something_new, , true, COMPLETED",
    "failed, , , false, FAILED",
    "failed, , , true, FAILED",
    "failed, busy, , false, BUSY",
    "failed, no_answer, failed, false, NO_ANSWER",
    "failed, voicemail, , false, VOICEMAIL",
    "failed, , voicemail, false, VOICEMAIL",
    "no_answer, , , false, NO_ANSWER",
    "no-answer, , , false, NO_ANSWER",
    "busy, , , false, BUSY",
    "DONE, Answered, , true, COMPLETED",
    ", , voicemail, false, VOICEMAIL",
    ", , failed, false, FAILED",
    ", , cancelled, false, CANCELLED",
  })
  void an_ended_call_has_one_outcome(
      String conversation, String result, String recipient, boolean spoke, CallOutcome outcome) {
    assertThat(CallReading.of(new CallReading.Words(conversation, result, recipient, spoke)))
        .isEqualTo(new CallReading.Ended(outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "initiated, , ",
    "in-progress, answered, in_progress",
    "in-progress, voicemail, ",
    "processing, answered, completed",
    ", , pending",
    ", , dispatched",
    ", , initiated",
    ", , in_progress",
    ", , completed",
    ", , ",
  })
  void a_call_under_way_is_left_waiting(String conversation, String result, String recipient) {
    assertThat(CallReading.of(new CallReading.Words(conversation, result, recipient, false)))
        .isEqualTo(CallReading.WAITING);
  }

  @Test
  void a_word_nobody_knows_leaves_the_call_waiting_and_is_named() {
    assertThat(CallReading.of(new CallReading.Words("ascended", null, null, true)))
        .isEqualTo(new CallReading.Waiting(Optional.of("ascended")));
    assertThat(CallReading.of(new CallReading.Words(null, null, "lost", true)))
        .isEqualTo(new CallReading.Waiting(Optional.of("lost")));
  }

  @ParameterizedTest
  @CsvSource({
    "busy, BUSY",
    "no-answer, NO_ANSWER",
    "no_answer, NO_ANSWER",
    "unknown, FAILED",
    "'', FAILED",
    ", FAILED",
    "declined, FAILED"
  })
  void a_call_that_did_not_connect_has_a_reason(String reason, CallOutcome outcome) {
    assertThat(CallReading.ofFailure(reason)).isEqualTo(new CallReading.Ended(outcome));
  }

  @Property
  void any_words_get_an_answer(
      @ForAll String conversation, @ForAll String result, @ForAll String recipient) {
    var words = new CallReading.Words(conversation, result, recipient, true);
    assertThat(CallReading.of(words)).isNotNull();
    assertThat(CallReading.ofFailure(result)).isNotNull();
  }
}
