package recruitflow.sandbox.google.gmail;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.google.mailbox.GmailMail;
import recruitflow.sandbox.google.mailbox.GmailMailbox;
import recruitflow.sandbox.people.CvFiles;

/** What tests may do to the mailbox: put mail in, look inside, limit the quota. */
final class GmailControl {
  private final GmailMailbox mailbox;
  private final GmailUnits units;
  private final Supplier<Instant> clock;
  private final Serial letters = new Serial();

  GmailControl(GmailMailbox mailbox, GmailUnits units, Supplier<Instant> clock) {
    this.mailbox = mailbox;
    this.units = units;
    this.clock = clock;
  }

  void mount(Router router) {
    router.post("/inbound").handler(this::inbound);
    router.get("/mails").handler(this::mails);
    router.post("/units").handler(this::limit);
  }

  /**
   * Takes {@code {from, name, subject, text, answers, labels, attachments: [{fileName, contentType,
   * base64 | lines, padTo}]}} or {@code {raw (base64), labels}}.
   */
  private void inbound(RoutingContext context) {
    var json = context.body().asJsonObject();
    var labels = json.getJsonArray("labels", new JsonArray(GmailStandIn.ARRIVES_AS));
    var raw =
        json.containsKey("raw")
            ? Base64.getMimeDecoder().decode(json.getString("raw"))
            : letter(json).raw();
    var mail = mailbox.receive(raw, labels.stream().map(Object::toString).toList());
    context.json(mail.labelled().put("messageId", GmailMail.messageId(mail.payload)));
  }

  private GmailLetter letter(JsonObject json) {
    if (json.getString("from") == null) throw new IllegalArgumentException("from: missing");
    return new GmailLetter(
        json.getString("from"),
        json.getString("name"),
        mailbox.address,
        json.getString("subject", ""),
        json.getString("text", ""),
        json.getString("answers"),
        "<control." + letters.next() + "@people.example.com>",
        clock.get(),
        files(json.getJsonArray("attachments", new JsonArray())));
  }

  private static List<CvFiles.CvFile> files(JsonArray attachments) {
    return attachments.stream().map(each -> CvFiles.from((JsonObject) each)).toList();
  }

  private void mails(RoutingContext context) {
    var items = new JsonArray();
    for (var mail : mailbox.all())
      items.add(
          mail.labelled()
              .put("from", mail.header("From"))
              .put("to", mail.header("To"))
              .put("subject", mail.header("Subject"))
              .put("messageId", GmailMail.messageId(mail.payload)));
    context.json(new JsonObject().put("items", items));
  }

  private void limit(RoutingContext context) {
    units.limit(context.body().asJsonObject().getLong("perMinute", Long.MAX_VALUE));
    context.response().setStatusCode(204).end();
  }
}
