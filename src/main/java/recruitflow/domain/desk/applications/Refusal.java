package recruitflow.domain.desk.applications;

import java.util.Map;

/**
 * Why something cannot be done.
 *
 * @param code what the screens translate, such as {@code phone_doubtful}
 * @param params what stands in the sentence, by name
 * @param words the sentence in English
 */
public record Refusal(String code, Map<String, String> params, String words) {
  public Refusal {
    params = Map.copyOf(params);
  }

  static Refusal of(String code, String words) {
    return new Refusal(code, Map.of(), words);
  }

  static Refusal of(String code, String name, String value, String words) {
    return new Refusal(code, Map.of(name, value), words);
  }
}
