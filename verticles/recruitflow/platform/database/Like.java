package recruitflow.platform.database;

/** Patterns for SQL's like, with what the user typed taken literally. */
public final class Like {
  private Like() {}

  /** Matches what contains the text; null for a blank text, which asks for nothing. */
  public static String contains(String text) {
    return text == null || text.isBlank() ? null : "%" + literal(text.strip()) + "%";
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
