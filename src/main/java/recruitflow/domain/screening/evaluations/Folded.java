package recruitflow.domain.screening.evaluations;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A text reduced to what carries its words, with the way back to the original characters.
 *
 * @param text lower case letters and digits without diacritics, everything else one blank
 * @param origin for each character of the folded text, where it came from
 */
record Folded(String text, int[] origin, String original) {

  static Folded of(String original) {
    var text = new StringBuilder(original.length());
    var origin = new int[original.length() * 2 + 1];
    var i = 0;
    while (i < original.length()) {
      var point = original.codePointAt(i);
      if (!isInvisible(point)) {
        origin = append(text, origin, fold(point), i);
      }
      i += Character.charCount(point);
    }
    return new Folded(text.toString(), origin, original);
  }

  private static int[] append(StringBuilder text, int[] origin, String piece, int from) {
    var room = origin;
    if (text.length() + piece.length() > room.length) {
      room = java.util.Arrays.copyOf(room, (text.length() + piece.length()) * 2);
    }
    for (int k = 0; k < piece.length(); k++) {
      var c = piece.charAt(k);
      if (c != ' ' || (!text.isEmpty() && text.charAt(text.length() - 1) != ' ')) {
        room[text.length()] = from;
        text.append(c);
      }
    }
    return room;
  }

  /** Letters and digits without their marks; combining marks vanish; the rest parts words. */
  private static String fold(int point) {
    if (isMark(point)) {
      return "";
    }
    if (!Character.isLetterOrDigit(point)) {
      return isWordless(point) ? Character.toString(point) : " ";
    }
    var bare = new StringBuilder();
    Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
        .codePoints()
        .filter(part -> !isMark(part))
        .forEach(part -> bare.appendCodePoint(Character.toLowerCase(Character.toUpperCase(part))));
    return bare.toString();
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT;
  }

  /** Symbols such as emoji mean something and part nothing. */
  private static boolean isWordless(int point) {
    return Character.getType(point) == Character.OTHER_SYMBOL
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  String trimmed() {
    return text.strip();
  }

  /** The original characters of the first place where these folded words stand as whole words. */
  Optional<String> find(String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      var end = at + words.length();
      if (parts(at - 1) && parts(end)) {
        return Optional.of(slice(at, end - 1));
      }
    }
    return Optional.empty();
  }

  private boolean parts(int i) {
    return i < 0 || i >= text.length() || text.charAt(i) == ' ';
  }

  private String slice(int first, int last) {
    var end = origin[last];
    end += Character.charCount(original.codePointAt(end));
    while (end < original.length() && isMark(original.codePointAt(end))) {
      end += Character.charCount(original.codePointAt(end));
    }
    return original.substring(origin[first], end);
  }
}
