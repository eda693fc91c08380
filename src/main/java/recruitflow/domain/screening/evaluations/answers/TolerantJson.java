package recruitflow.domain.screening.evaluations.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the JSON that models write when they slip: bare quotes and line breaks inside strings,
 * typographic quotes as delimiters, trailing or missing commas, words around the object, Python's
 * True and None. An object that does not end is not completed: half an answer is none.
 */
final class TolerantJson {

  private static final int DEEPEST = 40;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private final TolerantString strings;
  private int at;

  private TolerantJson(String text, int at) {
    this.text = text;
    this.at = at;
    this.strings = new TolerantString(text);
  }

  /** The object that begins there; empty when it is not complete. Never throws. */
  static Optional<ModelJson.Found> object(String text, int start) {
    try {
      var reader = new TolerantJson(text, start);
      return Optional.of(new ModelJson.Found(reader.readObject(0), reader.at));
    } catch (Broken _) {
      return Optional.empty();
    }
  }

  private ObjectNode readObject(int depth) {
    expect('{');
    var object = NODES.objectNode();
    while (true) {
      skipSpaceAndCommas();
      if (take('}')) {
        return object;
      }
      var key = readString(TolerantString.Place.KEY);
      expect(':');
      put(object, key, readValue(TolerantString.Place.MEMBER, depth + 1));
    }
  }

  /** Two values under one name are two answers: neither is the one that was meant. */
  private static void put(ObjectNode object, String key, JsonNode value) {
    var before = object.putIfAbsent(key, value);
    if (before != null && !before.equals(value)) {
      throw new Broken();
    }
  }

  private ArrayNode readArray(int depth) {
    expect('[');
    var array = NODES.arrayNode();
    while (true) {
      skipSpaceAndCommas();
      if (take(']')) {
        return array;
      }
      array.add(readValue(TolerantString.Place.ELEMENT, depth + 1));
    }
  }

  private JsonNode readValue(TolerantString.Place place, int depth) {
    if (depth > DEEPEST) {
      throw new Broken();
    }
    skipSpace();
    if (TolerantString.isQuote(peek())) {
      return NODES.textNode(readString(place));
    }
    return switch (peek()) {
      case '{' -> readObject(depth);
      case '[' -> readArray(depth);
      default -> readWord();
    };
  }

  private String readString(TolerantString.Place place) {
    skipSpace();
    if (!TolerantString.isQuote(peek())) {
      throw new Broken();
    }
    var end = strings.end(at, place);
    if (end < 0) {
      throw new Broken();
    }
    var value = strings.value(at, end);
    at = end + 1;
    return value;
  }

  private JsonNode readWord() {
    var start = at;
    while (at < text.length() && ",}]:\"{[".indexOf(text.charAt(at)) < 0 && !isSpace(at)) {
      at++;
    }
    var word = text.substring(start, at);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "null", "none" -> NODES.nullNode();
      default -> number(word);
    };
  }

  private static JsonNode number(String word) {
    if (word.length() > 30 || !word.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
      throw new Broken();
    }
    return word.matches("[+-]?\\d+")
        ? NODES.numberNode(new BigInteger(word))
        : NODES.numberNode(new BigDecimal(word));
  }

  private char peek() {
    if (at >= text.length()) {
      throw new Broken();
    }
    return text.charAt(at);
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    skipSpace();
    if (!take(wanted)) {
      throw new Broken();
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(at)) {
      at++;
    }
  }

  private void skipSpaceAndCommas() {
    while (at < text.length() && (isSpace(at) || text.charAt(at) == ',')) {
      at++;
    }
  }

  private boolean isSpace(int index) {
    var c = text.charAt(index);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Ends the reading from any depth; never leaves this class. */
  private static final class Broken extends RuntimeException {
    Broken() {
      super(null, null, false, false);
    }
  }
}
