package recruitflow.domain.screening.evaluations.answers;

/**
 * Finds where a string ends although quotes inside it were not escaped. A quote ends the string
 * only when what follows it can follow a string at this place; people are quoted in the middle of
 * sentences, and sentences do not continue with a colon or a new key.
 */
final class TolerantString {

  /** Where in the JSON the string stands. */
  enum Place {
    KEY,
    MEMBER,
    ELEMENT
  }

  private static final String QUOTES = "\"\u201c\u201d\u201e\u201f";

  private final String text;

  TolerantString(String text) {
    this.text = text;
  }

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** The index of the quote that ends the string opened at {@code open}; -1 when none does. */
  int end(int open, Place place) {
    var plain = text.charAt(open) == '"';
    for (int i = open + 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if ((plain ? c == '"' : isQuote(c)) && canEnd(i + 1, place)) {
        return i;
      }
    }
    return -1;
  }

  private boolean canEnd(int next, Place place) {
    var i = afterSpace(next);
    if (place == Place.KEY) {
      return charAt(i) == ':';
    }
    return switch (charAt(i)) {
      case ',' -> place == Place.MEMBER ? keyOrEnd(afterSpace(i + 1)) : elementAt(i + 1);
      case '}' -> place == Place.MEMBER && afterClosing(i + 1);
      case ']' -> place == Place.ELEMENT && afterClosing(i + 1);
      default -> isQuote(charAt(i)) && i > next && place == Place.MEMBER && keyOrEnd(i);
    };
  }

  private boolean keyOrEnd(int i) {
    if (charAt(i) == '}') {
      return true;
    }
    if (!isQuote(charAt(i))) {
      return false;
    }
    for (int j = i + 1; j < text.length() && j < i + 200; j++) {
      if (isQuote(text.charAt(j))) {
        return charAt(afterSpace(j + 1)) == ':';
      }
    }
    return false;
  }

  private boolean elementAt(int next) {
    var c = charAt(afterSpace(next));
    return isQuote(c) || c == '{' || c == '[' || c == ']';
  }

  private boolean afterClosing(int next) {
    var i = afterSpace(next);
    return i >= text.length()
        || ",}]`".indexOf(text.charAt(i)) >= 0
        || text.substring(next, i).contains("\n");
  }

  /** The characters between the quotes with their escapes resolved; unknown escapes stay. */
  String value(int open, int end) {
    var value = new StringBuilder(end - open);
    for (int i = open + 1; i < end; i++) {
      var c = text.charAt(i);
      if (c != '\\' || i + 1 >= end) {
        value.append(c);
      } else {
        i++;
        i += escape(value, i, end);
      }
    }
    return value.toString();
  }

  /** Appends the character that the escape at {@code i} stands for; says how many more it took. */
  private int escape(StringBuilder value, int i, int end) {
    var c = text.charAt(i);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b', 'f' -> value.append(' ');
      case '"', '\\', '/', '\'' -> value.append(c);
      case 'u' -> {
        return unicode(value, i, end);
      }
      default -> value.append('\\').append(c);
    }
    return 0;
  }

  private int unicode(StringBuilder value, int i, int end) {
    if (i + 4 < end) {
      var hex = text.substring(i + 1, i + 5);
      if (hex.matches("[0-9a-fA-F]{4}")) {
        value.append((char) Integer.parseInt(hex, 16));
        return 4;
      }
    }
    value.append("\\u");
    return 0;
  }

  private char charAt(int i) {
    return i < text.length() ? text.charAt(i) : '\0';
  }

  private int afterSpace(int i) {
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
