package recruitflow.sandbox.google.mailbox;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The labels of a mailbox: the system's own, whose ids are names, and the user's. */
public final class GmailLabels {
  private static final List<String> SYSTEM =
      List.of(
          "CHAT",
          "SENT",
          "INBOX",
          "IMPORTANT",
          "TRASH",
          "DRAFT",
          "SPAM",
          "CATEGORY_FORUMS",
          "CATEGORY_UPDATES",
          "CATEGORY_PERSONAL",
          "CATEGORY_PROMOTIONS",
          "CATEGORY_SOCIAL",
          "STARRED",
          "UNREAD");
  private static final Set<String> SET_BY_GMAIL = Set.of("SENT", "DRAFT", "CHAT");

  /** A label and how it is shown. */
  public record Label(String id, String name, String type, String inMessages, String inList) {
    public JsonObject toJson() {
      var json = new JsonObject().put("id", id).put("name", name).put("type", type);
      if (inMessages != null) json.put("messageListVisibility", inMessages);
      if (inList != null) json.put("labelListVisibility", inList);
      return json;
    }
  }

  private final Map<String, Label> byId = new LinkedHashMap<>();
  private int lastNumber;

  GmailLabels() {
    SYSTEM.forEach(name -> byId.put(name, new Label(name, name, "system", null, null)));
  }

  public List<Label> all() {
    return List.copyOf(byId.values());
  }

  public Label get(String id) {
    return Optional.ofNullable(byId.get(id)).orElseThrow(GmailFailure::notFound);
  }

  /** Makes a user label; a reserved or blank name is refused, one that exists conflicts. */
  public Label create(String name, String inMessages, String inList) {
    check(name);
    if (named(name).isPresent()) throw GmailFailure.conflict("Label name exists or conflicts");
    var label =
        new Label(
            "Label_" + ++lastNumber,
            name,
            "user",
            Optional.ofNullable(inMessages).orElse("show"),
            Optional.ofNullable(inList).orElse("labelShow"));
    byId.put(label.id(), label);
    return label;
  }

  private static void check(String name) {
    if (name == null || name.isBlank() || name.length() > 225)
      throw GmailFailure.invalid("Invalid label name");
    var reserved = SYSTEM.stream().anyMatch(name::equalsIgnoreCase);
    if (reserved || name.startsWith("/") || name.endsWith("/"))
      throw GmailFailure.invalid("Invalid label name");
  }

  /** Finds a label by name in any casing. */
  Optional<Label> named(String name) {
    return byId.values().stream().filter(label -> label.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Finds a label as a search names it: any casing, blanks and slashes written as dashes. */
  Optional<Label> searched(String name) {
    var wanted = searchable(name);
    return byId.values().stream()
        .filter(label -> searchable(label.name()).equals(wanted))
        .findFirst();
  }

  private static String searchable(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s/]", "-");
  }

  /** Refuses ids that are unknown, or that only Gmail itself may put on a message. */
  void checkChange(List<String> added, List<String> removed) {
    for (var id : added) {
      if (SET_BY_GMAIL.contains(id)) throw GmailFailure.invalid("Invalid label: " + id);
    }
    for (var ids : List.of(added, removed)) {
      if (ids.size() > 100) throw GmailFailure.invalid("Too many labels");
      for (var id : ids) if (!byId.containsKey(id)) throw GmailFailure.invalid("labelId not found");
    }
    if (added.isEmpty() && removed.isEmpty())
      throw GmailFailure.invalid("No label add or removes specified");
  }

  boolean knows(String id) {
    return byId.containsKey(id);
  }
}
