package recruitflow.screening.calls;

import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.Conversation;

/**
 * How a call ended and what is known of it.
 *
 * @param why what went wrong, or null
 * @param said null when there was no conversation
 */
public record CallEnd(CallOutcome outcome, String why, Conversation said) {

  public static CallEnd without(CallOutcome outcome, String why) {
    return new CallEnd(outcome, why, null);
  }

  public static CallEnd of(CallOutcome outcome, Conversation said) {
    return new CallEnd(outcome, outcome == CallOutcome.COMPLETED ? null : said.error(), said);
  }

  /** Somebody spoke, and we have what was said. */
  boolean isConversation() {
    return outcome == CallOutcome.COMPLETED && said != null && said.transcript().userSpoke();
  }
}
