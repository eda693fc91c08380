package recruitflow.domain.screening.evaluations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a conversation came to; it alone decides what happens next. */
public enum Outcome {
  QUALIFIED,
  NOT_QUALIFIED,
  CALLBACK_REQUESTED,
  NEEDS_HUMAN;

  /** The word used in prompts, answers and the database, such as {@code not_qualified}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a word however it is cased and joined; empty when it is none of the four. */
  public static Optional<Outcome> of(String word) {
    var name = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Arrays.stream(values()).filter(outcome -> outcome.name().equals(name)).findFirst();
  }
}
