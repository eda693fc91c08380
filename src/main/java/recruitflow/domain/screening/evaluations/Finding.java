package recruitflow.domain.screening.evaluations;

import java.util.Locale;
import recruitflow.domain.desk.positions.Criteria.Criterion;

/**
 * What the conversation showed about one criterion.
 *
 * @param quote the very words of the transcript, or null
 * @param turnIndex the turn that holds the quote, or null without a quote
 * @param quoteDropped the model quoted words that nobody said
 */
public record Finding(
    Criterion criterion, Answer answer, String quote, Integer turnIndex, boolean quoteDropped) {

  /** How a criterion was answered. */
  public enum Answer {
    MET,
    NOT_MET,
    NOT_ASKED,
    UNCLEAR;

    /** The word used in answers and the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Anything that is not one of the four words is unclear. */
    static Answer of(String word) {
      var name = word.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      for (var answer : values()) {
        if (answer.name().equals(name)) {
          return answer;
        }
      }
      return UNCLEAR;
    }
  }

  static Finding without(Criterion criterion, Answer answer) {
    return new Finding(criterion, answer, null, null, false);
  }
}
