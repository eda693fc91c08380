package recruitflow.sandbox.google.mailbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import recruitflow.sandbox.Serial;

/** What changed in the mailbox, by rising id. Old changes can be forgotten. */
public final class GmailHistory {

  /**
   * A change: {@code messageAdded}, {@code messageDeleted}, {@code labelAdded}, {@code
   * labelRemoved}.
   */
  public record Change(
      long id, String type, GmailMail mail, JsonObject shown, List<String> labels) {

    boolean concerns(String labelId) {
      return labelId == null || labels.contains(labelId) || mail.labels.contains(labelId);
    }

    public JsonObject toJson() {
      var entry = new JsonObject().put("message", shown);
      if (type.startsWith("label")) entry.put("labelIds", new JsonArray(labels));
      return new JsonObject()
          .put("id", "" + id)
          .put("messages", new JsonArray().add(mail.reference()))
          .put(key(), new JsonArray().add(entry));
    }

    private String key() {
      return switch (type) {
        case "messageAdded" -> "messagesAdded";
        case "messageDeleted" -> "messagesDeleted";
        case "labelAdded" -> "labelsAdded";
        default -> "labelsRemoved";
      };
    }
  }

  private final List<Change> changes = new ArrayList<>();
  private final Serial serial = new Serial();
  private long last = serial.next();
  private long oldestKnown = last;

  /** The id of the latest change. */
  public long current() {
    return last;
  }

  void add(String type, GmailMail mail, List<String> labels) {
    last = serial.next();
    mail.historyId = last;
    changes.add(new Change(last, type, mail, mail.labelled(), List.copyOf(labels)));
  }

  /** The changes after that id; one before what is kept is not found. */
  public List<Change> since(long id, Set<String> types, String labelId) {
    if (id < oldestKnown) throw GmailFailure.notFound();
    return changes.stream()
        .filter(change -> change.id() > id)
        .filter(change -> types.isEmpty() || types.contains(change.type()))
        .filter(change -> change.concerns(labelId))
        .toList();
  }

  /** Forgets everything up to now, as Gmail does after a week, or sooner. */
  public void forget() {
    changes.clear();
    last = serial.next();
    oldestKnown = last;
  }
}
