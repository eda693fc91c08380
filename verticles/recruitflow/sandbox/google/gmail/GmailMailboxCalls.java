package recruitflow.sandbox.google.gmail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import recruitflow.sandbox.google.gmail.GmailCall.Answer;
import recruitflow.sandbox.google.mailbox.GmailFailure;
import recruitflow.sandbox.google.mailbox.GmailHistory;
import recruitflow.sandbox.google.mailbox.GmailLabels;
import recruitflow.sandbox.google.mailbox.GmailMail;
import recruitflow.sandbox.google.mailbox.GmailMailbox;

/** The calls below {@code users/me} that are not about messages: threads, labels, history. */
final class GmailMailboxCalls {
  private final GmailMailbox mailbox;
  private final GmailMessageCalls messages;

  GmailMailboxCalls(GmailMailbox mailbox, GmailMessageCalls messages) {
    this.mailbox = mailbox;
    this.messages = messages;
  }

  Answer handle(GmailCall call, List<String> steps) {
    return switch (call.method() + " " + steps.getFirst() + " " + steps.size()) {
      case "GET profile 1" -> profile();
      case "GET labels 1" -> labels();
      case "POST labels 1" -> createLabel(call);
      case "GET labels 2" -> label(steps.get(1));
      case "GET history 1" -> history(call);
      case "GET threads 1" -> threads(call);
      case "GET threads 2" -> thread(call, steps.get(1));
      case "POST threads 3" -> changeThread(call, steps.get(1), steps.get(2));
      default -> throw GmailFailure.notFound();
    };
  }

  private Answer profile() {
    var all = mailbox.all();
    return Answer.ok(
        new JsonObject()
            .put("emailAddress", mailbox.address)
            .put("messagesTotal", all.size())
            .put("threadsTotal", all.stream().map(mail -> mail.threadId).distinct().count())
            .put("historyId", "" + mailbox.history.current()));
  }

  private Answer labels() {
    var shown = mailbox.labels.all().stream().map(GmailLabels.Label::toJson).toList();
    return Answer.ok(new JsonObject().put("labels", new JsonArray(shown)));
  }

  private Answer createLabel(GmailCall call) {
    var label =
        mailbox.labels.create(
            call.text("name"),
            call.text("messageListVisibility"),
            call.text("labelListVisibility"));
    return Answer.ok(label.toJson());
  }

  private Answer label(String id) {
    var json = mailbox.labels.get(id).toJson();
    var mails = mailbox.all().stream().filter(mail -> mail.labels.contains(id)).toList();
    var unread = mails.stream().filter(mail -> mail.labels.contains("UNREAD")).toList();
    return Answer.ok(
        json.put("messagesTotal", mails.size())
            .put("messagesUnread", unread.size())
            .put("threadsTotal", mails.stream().map(mail -> mail.threadId).distinct().count())
            .put("threadsUnread", unread.stream().map(mail -> mail.threadId).distinct().count()));
  }

  private Answer history(GmailCall call) {
    var start = call.parameter("startHistoryId", "");
    if (!start.matches("\\d{1,18}")) throw GmailFailure.invalid("Missing required parameter");
    var types = Set.copyOf(call.query().getAll("historyTypes"));
    var changes = mailbox.history.since(Long.parseLong(start), types, call.query().get("labelId"));
    var page = call.page(changes);
    var json = new JsonObject();
    if (!page.items().isEmpty())
      json.put(
          "history",
          new JsonArray(page.items().stream().map(GmailHistory.Change::toJson).toList()));
    if (page.next() != null) json.put("nextPageToken", page.next());
    return Answer.ok(json.put("historyId", "" + mailbox.history.current()));
  }

  private Answer threads(GmailCall call) {
    var spam = Boolean.parseBoolean(call.parameter("includeSpamTrash", "false"));
    var found = mailbox.find(call.parameter("q", ""), call.query().getAll("labelIds"), spam);
    var latest = new LinkedHashMap<String, GmailMail>();
    found.forEach(mail -> latest.putIfAbsent(mail.threadId, mail));
    var page = call.page(List.copyOf(latest.values()));
    var json = new JsonObject();
    if (!page.items().isEmpty())
      json.put(
          "threads", new JsonArray(page.items().stream().map(GmailMailboxCalls::head).toList()));
    if (page.next() != null) json.put("nextPageToken", page.next());
    return Answer.ok(json.put("resultSizeEstimate", latest.size()));
  }

  private static JsonObject head(GmailMail latest) {
    return new JsonObject()
        .put("id", latest.threadId)
        .put("snippet", latest.minimal().getString("snippet"))
        .put("historyId", "" + latest.historyId);
  }

  private List<GmailMail> existing(String threadId) {
    var mails = mailbox.thread(threadId);
    if (mails.isEmpty()) throw GmailFailure.notFound();
    return mails;
  }

  private Answer thread(GmailCall call, String id) {
    var mails = existing(id);
    var shown = mails.stream().map(mail -> messages.shown(mail, call)).toList();
    var historyId = mails.stream().mapToLong(mail -> mail.historyId).max().orElse(0);
    return Answer.ok(
        new JsonObject()
            .put("id", id)
            .put("historyId", "" + historyId)
            .put("messages", new JsonArray(shown)));
  }

  private Answer changeThread(GmailCall call, String id, String verb) {
    if (!verb.equals("modify")) throw GmailFailure.notFound();
    var mails = existing(id);
    mailbox.modify(mails, call.texts("addLabelIds"), call.texts("removeLabelIds"));
    var shown = new JsonArray(mails.stream().map(GmailMail::labelled).toList());
    return Answer.ok(new JsonObject().put("id", id).put("messages", shown));
  }
}
