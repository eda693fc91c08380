package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recruitflow.domain.screening.calls.Binding.Known;
import recruitflow.domain.screening.calls.Binding.Named;

class BindingTest {
  static final String AGENT = "agent_1";
  static final String NUMBER = "+40700000001";
  static final Optional<Named> APPLICATION = Optional.of(new Named(42, NUMBER));

  static Conversation said(String id, String recipient, String userId) {
    return said(id, recipient, userId, AGENT, NUMBER);
  }

  static Conversation said(
      String id, String recipient, String userId, String agent, String number) {
    return new Conversation(
        id,
        agent,
        "done",
        userId,
        null,
        recipient,
        number,
        null,
        null,
        Transcript.EMPTY,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Known call(long id, String conversation, CallStatus status) {
    return new Known(id, "uid-" + id, conversation, 42, status, NUMBER);
  }

  static Binding bind(Conversation said, Known... calls) {
    return Binding.of(said, List.of(calls), APPLICATION, AGENT);
  }

  @Test
  void the_recipient_id_is_the_surest_sign() {
    assertThat(
            bind(
                said("conv_9", "uid-1", "42"),
                call(1, null, CallStatus.SUBMITTING),
                call(2, null, CallStatus.INITIATED)))
        .isEqualTo(new Binding.ToCall(1));
  }

  @Test
  void a_call_bound_to_another_conversation_is_not_bound_again() {
    assertThat(bind(said("conv_9", "uid-1", "42"), call(1, "conv_1", CallStatus.INITIATED)))
        .isInstanceOf(Binding.Nobody.class);
  }

  @Test
  void a_known_conversation_needs_no_other_sign() {
    assertThat(
            Binding.of(
                said("conv_1", null, null),
                List.of(call(1, "conv_1", CallStatus.COMPLETED)),
                Optional.empty(),
                AGENT))
        .isEqualTo(new Binding.ToCall(1));
  }

  @Test
  void the_application_gives_its_open_call_without_a_conversation() {
    assertThat(
            bind(
                said("conv_9", null, "42"),
                call(1, "conv_1", CallStatus.NO_ANSWER),
                call(2, null, CallStatus.FAILED),
                call(3, null, CallStatus.UNKNOWN)))
        .isEqualTo(new Binding.ToCall(3));
  }

  @Test
  void a_call_that_was_given_up_still_gets_its_conversation() {
    assertThat(
            bind(
                said("conv_9", null, "42"),
                call(1, null, CallStatus.FAILED),
                call(2, null, CallStatus.FAILED)))
        .isEqualTo(new Binding.ToCall(2));
  }

  @Test
  void a_call_to_another_number_is_another_call() {
    assertThat(
            bind(
                said("conv_9", null, "42", AGENT, "+40700000002"),
                call(1, null, CallStatus.INITIATED)))
        .isInstanceOf(Binding.Nobody.class);
  }

  @Test
  void an_application_without_a_call_gets_one_if_agent_and_number_are_ours() {
    assertThat(bind(said("conv_9", null, "42"))).isEqualTo(new Binding.NewCall(42));
    assertThat(bind(said("conv_9", null, "42", null, NUMBER))).isInstanceOf(Binding.Nobody.class);
    assertThat(bind(said("conv_9", null, "42", AGENT, null))).isInstanceOf(Binding.Nobody.class);
    assertThat(bind(said("conv_9", null, "42", AGENT, "+40711111111")))
        .isInstanceOf(Binding.Nobody.class);
  }

  @Test
  void another_agents_conversation_is_none_of_ours() {
    assertThat(
            bind(
                said("conv_1", "uid-1", "42", "agent_2", NUMBER),
                call(1, "conv_1", CallStatus.INITIATED)))
        .isInstanceOf(Binding.Nobody.class);
  }

  @Test
  void a_conversation_nobody_knows_is_left_with_its_reason() {
    assertThat(Binding.of(said("conv_9", null, null), List.of(), Optional.empty(), AGENT))
        .isEqualTo(new Binding.Nobody("no call and no application of ours"));
  }
}
