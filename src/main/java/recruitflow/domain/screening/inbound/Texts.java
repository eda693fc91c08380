package recruitflow.domain.screening.inbound;

import com.fasterxml.jackson.databind.JsonNode;

/** Strings out of foreign JSON, fit for the database. */
final class Texts {
  private Texts() {}

  /**
   * The string or number at a node, without NUL (PostgreSQL takes none); empty for anything else.
   */
  static String of(JsonNode node) {
    return node.isTextual() || node.isNumber() ? storable(node.asText()) : "";
  }

  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
