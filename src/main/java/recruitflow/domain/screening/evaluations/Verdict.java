package recruitflow.domain.screening.evaluations;

import java.util.List;

/**
 * The model's judgement of one call, checked and cleaned.
 *
 * @param score 0 to 100
 * @param callbackAt the time as the model wrote it, unread, or null
 * @param repaired the answer was no clean JSON and had to be mended
 */
public record Verdict(
    Outcome outcome,
    int score,
    String reasoning,
    String callbackNotes,
    String callbackAt,
    String needsHumanNotes,
    List<Finding> findings,
    boolean repaired) {

  public Verdict {
    if (score < 0 || score > 100) {
      throw new IllegalArgumentException("score outside 0 to 100: " + score);
    }
    findings = List.copyOf(findings);
  }

  /** Only a qualified outcome qualifies, whatever the model's flags say. */
  public boolean qualified() {
    return outcome == Outcome.QUALIFIED;
  }

  /** Whether score and qualification are worth showing on the application. */
  public boolean decides() {
    return outcome == Outcome.QUALIFIED || outcome == Outcome.NOT_QUALIFIED;
  }
}
