package recruitflow.platform.bell;

/**
 * What is told when the transaction that caused it has committed. A signal is a hint and is never
 * stored: what it announces is found by looking, too.
 */
public sealed interface Signal {

  /** Tasks of this kind may be waiting. */
  record Ring(String taskKind) implements Signal {}

  /** Something that a browser may show has changed. */
  record Change(String kind, String id) implements Signal {}
}
