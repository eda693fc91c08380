package recruitflow.domain.screening.calls;

/** Makes text of strangers fit to be stored. */
final class Text {
  private Text() {}

  /** Without NUL characters and halves of characters, which PostgreSQL refuses. */
  static String clean(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
