package recruitflow.sandbox.forms;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing in a request that a provider does not take. The provider's stand-in puts it in the
 * provider's words.
 *
 * @param place names and indexes from the outside in; of an unknown or missing field its own name
 *     is the last
 * @param rule the JSON Schema keyword that it breaks; {@code additionalProperties} for an unknown
 *     field, {@code required} for a missing one
 * @param limit what the schema says there: a type, the words, a number
 * @param given what was sent, or null
 */
public record Misfit(List<Object> place, String rule, Object limit, Object given) {

  public boolean unknown() {
    return rule.equals("additionalProperties");
  }

  public boolean missing() {
    return rule.equals("required");
  }

  /** The name of the field that is wrong, or its index in a list; empty for the whole. */
  public String field() {
    return place.isEmpty() ? "" : place.getLast().toString();
  }

  /** The place in one word, such as {@code recipients.0.id}. */
  public String path() {
    return place.stream().map(Object::toString).collect(Collectors.joining("."));
  }
}
