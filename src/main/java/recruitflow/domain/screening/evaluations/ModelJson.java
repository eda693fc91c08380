package recruitflow.domain.screening.evaluations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The JSON object in a model's answer: without its fence, strictly if possible, mended if not.
 *
 * @param repaired strict reading failed
 */
public record ModelJson(ObjectNode object, boolean repaired) {

  /** Longer answers are not read at all. */
  static final int LONGEST = 400_000;

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Empty when the text holds no complete object, even after mending. Never throws. */
  public static Optional<ModelJson> in(String answer) {
    if (answer == null || answer.length() > LONGEST) {
      return Optional.empty();
    }
    var text = withoutFence(answer);
    return strictly(text)
        .map(object -> new ModelJson(object, false))
        .or(() -> TolerantJson.object(text).map(object -> new ModelJson(object, true)));
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

  private static Optional<ObjectNode> strictly(String text) {
    try {
      JsonNode node = STRICT.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
