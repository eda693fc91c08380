package recruitflow.domain.screening.calls;

/**
 * One thing said in a call.
 *
 * @param index place in the transcript, from 0
 * @param atSeconds since the start of the call; null when the provider does not say
 */
public record Turn(int index, Role role, String text, Integer atSeconds) {
  /** Who spoke. */
  public enum Role {
    AGENT("Agent"),
    USER("User");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
