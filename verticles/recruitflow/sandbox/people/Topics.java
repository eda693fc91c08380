package recruitflow.sandbox.people;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What screening questions are about, by the words they are asked with in any of the four
 * languages. Read from {@code config/sandbox/topics.json}.
 */
public final class Topics {
  private final Map<String, List<String>> words;

  private Topics(Map<String, List<String>> words) {
    this.words = words;
  }

  static Topics read(JsonObject json) {
    var words = new LinkedHashMap<String, List<String>>();
    for (var topic : json.fieldNames())
      words.put(topic, json.getJsonArray(topic).stream().map(Object::toString).toList());
    return new Topics(words);
  }

  /** The topic a question or criterion is about, if it is one the personas talk about. */
  public Optional<String> of(String question) {
    var text = question.toLowerCase(Locale.ROOT);
    return words.entrySet().stream()
        .filter(topic -> topic.getValue().stream().anyMatch(text::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
