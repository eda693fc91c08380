package recruitflow.domain.screening.evaluations;

/** What came of reading the model's answer. Only {@link Read} may be stored as an evaluation. */
public sealed interface Reading {

  /** A verdict that can be acted on. */
  record Read(Verdict verdict) implements Reading {}

  /** The answer is complete and yet no verdict. */
  record Unreadable(String message) implements Reading {}
}
