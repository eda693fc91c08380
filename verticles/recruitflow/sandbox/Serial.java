package recruitflow.sandbox;

import java.time.Instant;

/**
 * Rising numbers that no earlier run of the sandbox used either: they begin at the microsecond of
 * the start, and no run makes them faster than time passes. So what a provider names after a
 * restart is new to a product that remembers what was before.
 */
public final class Serial {
  private long last = Instant.now().toEpochMilli() * 1000;

  public long next() {
    return ++last;
  }
}
