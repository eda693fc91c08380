package recruitflow.domain.evaluations;

/** One thing said in a call. */
public record Turn(int index, Speaker speaker, String text) {

  /** Who said it. */
  public enum Speaker {
    AGENT("Agent"),
    USER("User");

    private final String label;

    Speaker(String label) {
      this.label = label;
    }

    /** As it stands in a written transcript. */
    public String label() {
      return label;
    }
  }

  /** Whether the candidate said it. */
  public boolean byCandidate() {
    return speaker == Speaker.USER;
  }
}
