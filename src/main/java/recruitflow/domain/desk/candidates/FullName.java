package recruitflow.domain.desk.candidates;

import java.util.regex.Pattern;

/** A name as the lead gave it, and its two parts: the first word and all that follows. */
public record FullName(String full, String first, String last) {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  /** Splits at the first space; one word leaves the last name empty. */
  public static FullName of(String full) {
    var words = SPACE.split(EDGES.matcher(full).replaceAll(""), 2);
    return new FullName(full, words[0], words.length == 1 ? "" : words[1]);
  }

  /** First and last name joined, where no full name was written down. */
  public static FullName of(String first, String last) {
    return new FullName((first.strip() + " " + last.strip()).strip(), first.strip(), last.strip());
  }

  /** The same in one line, without marks that turn the writing around and zero-width signs. */
  public FullName visible() {
    return new FullName(VisibleText.line(full), VisibleText.line(first), VisibleText.line(last));
  }
}
