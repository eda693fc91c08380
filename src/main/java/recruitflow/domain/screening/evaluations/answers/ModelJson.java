package recruitflow.domain.screening.evaluations.answers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The JSON objects in a model's answer, in the order in which they stand: without fences, without
 * what it thought before it answered, read strictly if possible, mended if not.
 *
 * @param objects at least one
 * @param repaired the answer is not just one clean object
 */
public record ModelJson(List<ObjectNode> objects, boolean repaired) {

  /** Longer answers are not read at all. */
  static final int LONGEST = 400_000;

  private static final ObjectMapper STRICT =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private static final Pattern THOUGHTS =
      Pattern.compile("(?i)<(think|thinking|thought|thoughts|scratchpad|reasoning|reflection)>");
  private static final Pattern OBJECT_BEGINS = Pattern.compile("\\{\\s*(?:[\"'\u201c-\u201f]|})");

  public ModelJson {
    objects = List.copyOf(objects);
  }

  /**
   * Empty when the text holds no complete object, even after mending, or when one has begun that
   * does not end: who was cut short may have meant to say something else. Never throws.
   */
  public static Optional<ModelJson> in(String answer) {
    if (answer == null || answer.length() > LONGEST) {
      return Optional.empty();
    }
    var text = withoutFence(answer);
    var strict = strictly(text, 0);
    if (strict.isPresent() && strict.get().end() == text.length()) {
      return Optional.of(new ModelJson(List.of(strict.get().object()), false));
    }
    return all(text).filter(found -> !found.isEmpty()).map(found -> new ModelJson(found, true));
  }

  /** Takes away a Markdown fence such as {@code ```json} around the whole answer. */
  public static String withoutFence(String answer) {
    var text = answer.strip();
    if (!text.startsWith("```") || !text.endsWith("```") || text.length() < 6) {
      return text;
    }
    var firstLine = text.indexOf('\n');
    var from = firstLine < 0 ? 3 : firstLine + 1;
    return from > text.length() - 3 ? "" : text.substring(from, text.length() - 3).strip();
  }

  private static Optional<List<ObjectNode>> all(String text) {
    var objects = new ArrayList<ObjectNode>();
    var at = 0;
    while (true) {
      var begins = find(OBJECT_BEGINS, text, at);
      var thinks = find(THOUGHTS, text, at);
      if (begins < 0 && thinks < 0) {
        return Optional.of(objects);
      }
      if (thinks >= 0 && (begins < 0 || thinks < begins)) {
        at = afterThoughts(text, thinks);
        continue;
      }
      var start = begins;
      var found = strictly(text, start).or(() -> TolerantJson.object(text, start));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      objects.add(found.get().object());
      at = found.get().end();
    }
  }

  private static int find(Pattern what, String text, int from) {
    var found = what.matcher(text);
    return found.find(from) ? found.start() : -1;
  }

  /** Thoughts that do not end are followed by no answer. */
  private static int afterThoughts(String text, int from) {
    var name = text.substring(from + 1, text.indexOf('>', from));
    var close =
        Pattern.compile("</" + name + ">", Pattern.CASE_INSENSITIVE).matcher(text.substring(from));
    return close.find() ? from + close.end() : text.length();
  }

  private static Optional<Found> strictly(String text, int from) {
    try (JsonParser parser = STRICT.createParser(text.substring(from))) {
      JsonNode node = parser.readValueAsTree();
      var end = from + (int) parser.currentLocation().getCharOffset();
      return node instanceof ObjectNode object
          ? Optional.of(new Found(object, end))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * An object in a text.
   *
   * @param end the index behind it
   */
  record Found(ObjectNode object, int end) {}
}
