package recruitflow.screening.cvs;

import io.vertx.core.json.JsonObject;
import recruitflow.domain.screening.inbound.Channel;

/**
 * A CV with where it came from.
 *
 * @param key message and part it came from; the same when it comes again
 * @param payload all that the provider said of it, kept when nobody is found
 */
public record Arrival(Sender sender, IncomingFile file, String key, JsonObject payload) {

  /**
   * Who sent it.
   *
   * @param address mail address, or digits of a phone number
   * @param hidden the address names nobody: WhatsApp kept the number to itself
   */
  public record Sender(
      Channel channel, String address, boolean hidden, String subject, String snippet) {}
}
