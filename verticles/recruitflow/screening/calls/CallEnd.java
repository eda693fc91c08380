package recruitflow.screening.calls;

import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallReading;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.VoiceEvent;

/**
 * How a call ended and what is known of it.
 *
 * @param why what went wrong, or null
 * @param conversationId the conversation whose end it is; null when there was none or none is told
 * @param said null when there is nothing to learn
 */
public record CallEnd(CallOutcome outcome, String why, String conversationId, Conversation said) {

  public static CallEnd without(CallOutcome outcome, String why) {
    return new CallEnd(outcome, why, null, null);
  }

  /** The phone was dialled and no conversation came of it. */
  public static CallEnd of(VoiceEvent.NotConnected event) {
    var outcome = CallReading.ofFailure(event.reason()).outcome();
    return new CallEnd(outcome, event.detail(), event.conversationId(), null);
  }

  public static CallEnd of(CallOutcome outcome, Conversation said) {
    var why = outcome == CallOutcome.COMPLETED ? null : said.error();
    return new CallEnd(outcome, why, said.id(), said);
  }

  /** Somebody spoke, and we have what was said. */
  boolean isConversation() {
    return outcome == CallOutcome.COMPLETED && said != null && said.transcript().userSpoke();
  }
}
