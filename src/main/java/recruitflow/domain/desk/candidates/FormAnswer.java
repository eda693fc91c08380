package recruitflow.domain.desk.candidates;

import java.util.regex.Pattern;

/** Lead forms write underscores for spaces; people read spaces. */
public final class FormAnswer {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}_]+");

  private FormAnswer() {}

  /** An answer, or a question, as people read it. */
  public static String humanise(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
