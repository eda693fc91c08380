package recruitflow.screening.evaluations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** All that the model's provider answered, fit to be stored. */
final class RawResponse {

  /** Characters; a provider that answers more gets the beginning kept. */
  private static final int LONGEST = 1_000_000;

  private RawResponse() {}

  static JsonObject of(JsonObject answer) {
    var whole = (JsonObject) storable(answer);
    var written = whole.encode();
    return written.length() <= LONGEST
        ? whole
        : new JsonObject()
            .put("beginning", storable(written.substring(0, LONGEST)))
            .put("length", written.length());
  }

  private static Object storable(Object value) {
    return switch (value) {
      case String text -> storable(text);
      case JsonObject object -> {
        var copy = new JsonObject();
        object.forEach(each -> copy.put(storable(each.getKey()), storable(each.getValue())));
        yield copy;
      }
      case JsonArray array -> {
        var copy = new JsonArray();
        array.forEach(each -> copy.add(storable(each)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  /** PostgreSQL's JSON takes neither NUL nor half a character. */
  private static String storable(String text) {
    return text.codePoints()
        .filter(point -> point != 0)
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
