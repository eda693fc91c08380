package recruitflow.sandbox.google.gmail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recruitflow.sandbox.google.gmail.GmailCall.Answer;
import recruitflow.sandbox.google.mailbox.GmailFailure;
import recruitflow.sandbox.google.mailbox.GmailMail;
import recruitflow.sandbox.google.mailbox.GmailMailbox;
import recruitflow.sandbox.google.mailbox.GmailPart;

/** The calls below {@code users/me/messages}. */
final class GmailMessageCalls {
  private final GmailMailbox mailbox;
  private final GmailOutbox outbox;
  private int attachmentAsks;

  GmailMessageCalls(GmailMailbox mailbox, GmailOutbox outbox) {
    this.mailbox = mailbox;
    this.outbox = outbox;
  }

  Answer handle(GmailCall call, List<String> steps) {
    return switch (call.method() + " " + steps.size()) {
      case "GET 1" -> list(call);
      case "GET 2" -> Answer.ok(shown(mailbox.get(steps.get(1)), call));
      case "DELETE 2" -> {
        mailbox.delete(mailbox.get(steps.get(1)));
        yield Answer.empty();
      }
      case "POST 2" -> whole(call, steps.get(1));
      case "POST 3" -> change(call, mailbox.get(steps.get(1)), steps.get(2));
      case "GET 4" -> attachment(steps);
      default -> throw GmailFailure.notFound();
    };
  }

  private Answer list(GmailCall call) {
    var spam = Boolean.parseBoolean(call.parameter("includeSpamTrash", "false"));
    var found = mailbox.find(call.parameter("q", ""), call.query().getAll("labelIds"), spam);
    var page = call.page(found);
    var json = new JsonObject();
    if (!page.items().isEmpty())
      json.put("messages", new JsonArray(page.items().stream().map(GmailMail::reference).toList()));
    if (page.next() != null) json.put("nextPageToken", page.next());
    return Answer.ok(json.put("resultSizeEstimate", Math.min(found.size(), 201)));
  }

  /** A message in the format asked for; the ids of its attachments are new each time. */
  JsonObject shown(GmailMail mail, GmailCall call) {
    var json = mail.minimal();
    return switch (call.parameter("format", "full").toLowerCase(Locale.ROOT)) {
      case "full" -> json.put("payload", mail.payload.toJson(part -> attachmentId(mail, part)));
      case "metadata" ->
          json.put("payload", mail.payload.headersOnly(call.query().getAll("metadataHeaders")));
      case "minimal" -> json;
      case "raw" -> json.put("raw", GmailPart.base64(mail.raw));
      default -> throw new IllegalStateException("refused before: format");
    };
  }

  private String attachmentId(GmailMail mail, GmailPart part) {
    var content = ++attachmentAsks + "/" + mail.id + "/" + part.partId();
    return "ANGjdJ" + GmailPart.base64(content.getBytes(StandardCharsets.UTF_8)).replace("=", "");
  }

  private Answer attachment(List<String> steps) {
    if (!steps.get(2).equals("attachments")) throw GmailFailure.notFound();
    var mail = mailbox.get(steps.get(1));
    var part = part(mail, steps.get(3));
    if (part.isEmpty()) throw GmailFailure.invalid("Invalid attachment token");
    var content = part.get().content();
    return Answer.ok(
        new JsonObject().put("size", content.length).put("data", GmailPart.base64(content)));
  }

  private static Optional<GmailPart> part(GmailMail mail, String attachmentId) {
    if (!attachmentId.startsWith("ANGjdJ")) return Optional.empty();
    try {
      var bytes = Base64.getUrlDecoder().decode(attachmentId.substring("ANGjdJ".length()));
      var fields = new String(bytes, StandardCharsets.UTF_8).split("/", 3);
      if (fields.length < 3 || !fields[1].equals(mail.id)) return Optional.empty();
      return mail.payload.byId(fields[2]);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Answer whole(GmailCall call, String verb) {
    return switch (verb) {
      case "send" -> Answer.ok(outbox.send(call).labelled());
      case "batchModify" -> {
        var ids = call.texts("ids");
        if (ids.isEmpty() || ids.size() > 1000)
          throw GmailFailure.invalid("Invalid ids specified in request.");
        mailbox.modify(
            mailbox.existing(ids), call.texts("addLabelIds"), call.texts("removeLabelIds"));
        yield Answer.empty();
      }
      default -> throw GmailFailure.notFound();
    };
  }

  private Answer change(GmailCall call, GmailMail mail, String verb) {
    var one = List.of(mail);
    switch (verb) {
      case "modify" -> mailbox.modify(one, call.texts("addLabelIds"), call.texts("removeLabelIds"));
      case "trash" -> mailbox.modify(one, List.of("TRASH"), List.of("INBOX"));
      case "untrash" -> mailbox.modify(one, List.of(), List.of("TRASH"));
      default -> throw GmailFailure.notFound();
    }
    return Answer.ok(mail.labelled());
  }
}
