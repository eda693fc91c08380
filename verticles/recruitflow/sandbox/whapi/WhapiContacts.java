package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Who of those asked for has WhatsApp: whoever's number can be one. */
final class WhapiContacts {
  private WhapiContacts() {}

  /**
   * @param numbers in any spelling
   * @param nobody nobody has it
   */
  static JsonObject looked(List<?> numbers, boolean nobody) {
    var contacts = new JsonArray();
    for (var number : numbers) {
      var digits = number.toString().replaceAll("\\D", "");
      var contact = new JsonObject().put("input", number);
      if (nobody || !digits.matches("[1-9]\\d{6,14}")) contact.put("status", "invalid");
      else contact.put("status", "valid").put("wa_id", digits);
      contacts.add(contact);
    }
    return new JsonObject().put("contacts", contacts);
  }
}
