package recruitflow.platform;

import java.time.Instant;

/**
 * Business time: calling hours, call-backs, follow-ups, due dates. Technical time (leases,
 * time-outs, tokens, signatures, rates) is never read here.
 */
public interface Clock {

  /** Now, for the business. */
  Instant now();

  /** Business time passes as real time does. */
  static Clock real() {
    return Instant::now;
  }
}
