package recruitflow.domain.screening.prompts;

/** Words of strangers as one line that looks like what it is. */
public final class OneLine {
  private static final String CUT = "…";

  private OneLine() {}

  /**
   * Line breaks and control characters become blanks, invisible characters and those that change
   * the direction of reading vanish, runs of blanks become one; null is empty.
   *
   * @param longest code points; what is longer is cut and says so
   */
  public static String of(String text, int longest) {
    if (text == null) return "";
    var line = new StringBuilder();
    text.codePoints().forEach(point -> append(line, point));
    var whole = line.toString().strip();
    return whole.codePointCount(0, whole.length()) <= longest
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, longest - 1)).strip() + CUT;
  }

  private static void append(StringBuilder line, int point) {
    switch (Character.getType(point)) {
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR -> {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') line.append(' ');
      }
      default -> line.appendCodePoint(point);
    }
  }
}
