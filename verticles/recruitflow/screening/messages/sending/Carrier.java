package recruitflow.screening.messages.sending;

import java.time.Duration;

/** A provider that takes messages to candidates. */
public interface Carrier {

  /** What came of handing a message over. */
  sealed interface Delivery {
    /** The provider has it; {@code threadId} is null where there are no threads. */
    record Accepted(String externalId, String threadId) implements Delivery {}

    /** It surely has it not, and may be given it again after the pause; null for the usual one. */
    record NotSent(String why, Duration pause) implements Delivery {}

    /** It was not even asked: it wants a pause that is not over. */
    record Paused(String why, Duration left) implements Delivery {}

    /** It does not want this message, now or ever. */
    record Refused(String why) implements Delivery {}

    /** It takes no message before a person has acted. */
    record Blocked(String why) implements Delivery {}

    /** Nobody knows whether it has it. */
    record Unknown(String why) implements Delivery {}
  }

  /** What came of looking for a message that may have arrived. */
  sealed interface Look {
    /** It is there. */
    record Found(Delivery.Accepted accepted) implements Look {}

    /** It is not there, not yet at least. */
    record Absent() implements Look {}

    /** The provider could not be asked. */
    record Unclear(String why) implements Look {}
  }

  /** The name of its rate limit. */
  String name();

  int maxPerMinute();

  boolean isConfigured();

  /** Hands the message over and waits for the answer; never throws. */
  Delivery send(Outgoing message);

  /** Looks for a message whose answer was lost; never throws. */
  Look find(Outgoing message);
}
