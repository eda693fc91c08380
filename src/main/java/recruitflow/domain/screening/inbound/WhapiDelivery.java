package recruitflow.domain.screening.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One webhook body of the WhatsApp provider, taken apart. Never throws: what cannot be read is an
 * {@link WhapiEvent.Ignored} that says why.
 */
public record WhapiDelivery(List<WhapiEvent> events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> STATUSES =
      Set.of("pending", "sent", "delivered", "read", "played", "failed");

  static final int LONGEST_ID = 250;

  public WhapiDelivery {
    events = List.copyOf(events);
  }

  /** Reads the raw bytes of a delivery; the order of the events is always the same. */
  public static WhapiDelivery read(byte[] body) {
    try {
      return new WhapiDelivery(events(JSON.readTree(body)));
    } catch (IOException e) {
      return new WhapiDelivery(List.of(new WhapiEvent.Ignored("body", "not JSON")));
    }
  }

  private static List<WhapiEvent> events(JsonNode root) {
    var events = new ArrayList<WhapiEvent>();
    root.path("messages").forEach(message -> events.addAll(WhapiMessage.read(message)));
    root.path("statuses").forEach(status -> events.add(status(status)));
    if (events.isEmpty()) {
      var type = Texts.of(root.path("event").path("type"));
      events.add(new WhapiEvent.Ignored(type.isEmpty() ? "body" : type, "nothing for us in it"));
    }
    return events;
  }

  private static WhapiEvent status(JsonNode node) {
    var id = Texts.of(node.path("id"));
    var status = Texts.of(node.path("status"));
    if (id.isEmpty() || id.length() > LONGEST_ID)
      return new WhapiEvent.Ignored("status", "no message id");
    if (!STATUSES.contains(status)) {
      return new WhapiEvent.Ignored(
          "status of " + id, "status '" + status + "' means nothing to us");
    }
    return new WhapiEvent.Status(id, status, error(node.path("errors").path(0)));
  }

  private static Optional<String> error(JsonNode error) {
    var message = Texts.of(error.path("message"));
    return message.isEmpty()
        ? Optional.of(Texts.of(error.path("code"))).filter(code -> !code.isEmpty())
        : Optional.of(message);
  }
}
