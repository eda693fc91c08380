package recruitflow.screening.calls;

import java.time.Instant;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallReading;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.Overrides;
import recruitflow.domain.screening.calls.ToldTime;
import recruitflow.domain.screening.calls.VoiceEvent;

/**
 * How a call ended and what is known of it.
 *
 * @param why what went wrong, or null
 * @param conversationId the conversation whose end it is; null when there was none or none is told
 * @param said null when there is nothing to learn
 * @param toldAt when the provider told it; null when it does not say
 */
public record CallEnd(
    CallOutcome outcome, String why, String conversationId, Conversation said, Instant toldAt) {

  public static CallEnd without(CallOutcome outcome, String why) {
    return without(outcome, why, null);
  }

  /** Nothing is known of a conversation. */
  public static CallEnd without(CallOutcome outcome, String why, Instant toldAt) {
    return new CallEnd(outcome, why, null, null, toldAt);
  }

  /** The phone was dialled and no conversation came of it. */
  public static CallEnd of(VoiceEvent.NotConnected event) {
    var outcome = CallReading.ofFailure(event.reason()).outcome();
    return new CallEnd(outcome, event.detail(), event.conversationId(), null, event.at());
  }

  public static CallEnd of(CallOutcome outcome, Conversation said, Instant toldAt) {
    var why = outcome == CallOutcome.COMPLETED ? null : said.error();
    return new CallEnd(outcome, why, said.id(), said, toldAt);
  }

  /** Somebody spoke, and we have what was said. */
  boolean isConversation() {
    return outcome == CallOutcome.COMPLETED && said != null && said.transcript().userSpoke();
  }

  /** The agent refuses our words: it would refuse them in every other call too. */
  boolean forbidsOverrides() {
    return outcome != CallOutcome.COMPLETED && Overrides.areForbidden(why);
  }

  /** The moment itself, between the beginning of the call and now. */
  Instant at(Instant begun, Instant now) {
    return ToldTime.ended(begun, now, said == null ? null : said.endedAt(), toldAt);
  }
}
