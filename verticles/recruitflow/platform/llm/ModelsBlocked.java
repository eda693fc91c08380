package recruitflow.platform.llm;

import java.time.Duration;

/** The provider wants something from a person, such as a valid key, and is left alone meanwhile. */
public final class ModelsBlocked extends RuntimeException {

  private final Duration pause;

  ModelsBlocked(String message, Duration pause) {
    super(message, null, false, false);
    this.pause = pause;
  }

  /** How long it is left alone, in real time. */
  public Duration pause() {
    return pause;
  }
}
