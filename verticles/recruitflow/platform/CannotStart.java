package recruitflow.platform;

/** Why the server cannot start, in one sentence that tells whoever starts it what to do. */
public class CannotStart extends RuntimeException {

  public CannotStart(String sentence) {
    super(sentence);
  }

  /**
   * @param cause goes to the log
   */
  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
