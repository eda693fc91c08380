package recruitflow.domain.screening.leads;

import java.util.Map;

/**
 * What is to be said about a row, in one sentence.
 *
 * @param column the column it is about; empty when it is the whole row
 * @param code what the screens translate, such as {@code no_contact}
 * @param params what stands in the sentence, by name
 * @param words the sentence in English
 */
public record Remark(String column, String code, Map<String, String> params, String words) {
  public Remark {
    params = Map.copyOf(params);
  }

  static Remark of(String column, String code, String words) {
    return new Remark(column, code, Map.of(), words);
  }

  static Remark of(LeadField column, String code, String words) {
    return of(column.text(), code, words);
  }
}
