package recruitflow.platform.llm;

import java.time.Duration;
import java.util.Locale;

/** What a language model is asked for; each has its model and its patience. */
public enum Purpose {
  EVALUATION(false, Duration.ofSeconds(60)),
  PROMPTS(false, Duration.ofSeconds(120)),
  CV(true, Duration.ofSeconds(60));

  private final boolean fast;
  private final Duration limit;

  Purpose(boolean fast, Duration limit) {
    this.fast = fast;
    this.limit = limit;
  }

  /** The word in the log and in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String model(ModelSettings settings) {
    return fast ? settings.fastModel() : settings.model();
  }

  Duration limit() {
    return limit;
  }
}
