package recruitflow.sandbox.google.gmail;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.Serial;
import recruitflow.sandbox.StandIn;
import recruitflow.sandbox.google.GoogleTokens;
import recruitflow.sandbox.google.mailbox.GmailFailure;
import recruitflow.sandbox.google.mailbox.GmailMail;
import recruitflow.sandbox.google.mailbox.GmailMailbox;
import recruitflow.sandbox.people.CvFiles;
import recruitflow.sandbox.people.People;
import recruitflow.sandbox.people.PeopleDesk;

/**
 * Gmail with one mailbox. Switches: token_expired, quota, concurrency, permission, backend_error,
 * history_gone. Mail that is sent reaches the person of that address, and what they answer arrives
 * in this mailbox under the label the product looks at.
 */
public final class GmailStandIn implements StandIn {
  static final String ADDRESS = "recruiter@sandbox.local";
  static final List<String> ARRIVES_AS = List.of("INBOX", "UNREAD", "CVs");
  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json; charset=UTF-8");

  private final Sandbox sandbox;
  private final GmailMailbox mailbox;
  private final GmailUnits units = new GmailUnits(System::currentTimeMillis);
  private final GmailApi api;
  private final GmailBatch batch;
  private final Serial letters = new Serial();

  public GmailStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.mailbox = new GmailMailbox(ADDRESS, sandbox::now);
    mailbox.labels.create("CVs", null, null);
    this.api =
        new GmailApi(
            mailbox,
            new GmailOutbox(mailbox, sandbox::now, this::delivered),
            units,
            token -> GoogleTokens.alive(token, Instant.now()),
            name -> sandbox.faults().takeSwitch(name(), name));
    this.batch = new GmailBatch(api::handle);
    sandbox.desk().onMail(this::arrive);
  }

  @Override
  public String name() {
    return "gmail";
  }

  @Override
  public void mount(Router router) {
    router.post("/batch").handler(this::several);
    router.post("/batch/gmail/v1").handler(this::several);
    router.route("/gmail/v1/users/*").handler(this::single);
    router.route("/upload/gmail/v1/users/*").handler(this::single);
  }

  @Override
  public JsonObject unserved(int status) {
    return GmailFailure.notFound().body();
  }

  @Override
  public void control(Router router) {
    new GmailControl(mailbox, units, sandbox::now).mount(router);
  }

  private void single(RoutingContext context) {
    var exchange = Exchange.of(context);
    var request = context.request();
    var call =
        GmailPaths.call(
            request.method().name(),
            request.uri(),
            request.getHeader("authorization"),
            request.getHeader("content-type"),
            unpacked(context));
    var answer = api.handle(call);
    if (answer.status() == 200 && call.path().endsWith("/send"))
      noteSent(exchange, mailbox.get(answer.body().getString("id")));
    exchange.answer(
        answer.status(), JSON, answer.body() == null ? Buffer.buffer() : answer.body().toBuffer());
  }

  private static void noteSent(Exchange exchange, GmailMail mail) {
    exchange
        .note("id", mail.id)
        .note("threadId", mail.threadId)
        .note("to", mail.header("To"))
        .note("messageId", GmailMail.messageId(mail.payload))
        .note("reference", People.referenceIn(mail.header("Subject")).orElse(null));
  }

  private void several(RoutingContext context) {
    var exchange = Exchange.of(context);
    var request = context.request();
    var type = String.valueOf(request.getHeader("content-type"));
    try {
      var body = batch.handle(unpacked(context), type, request.getHeader("authorization"));
      var headers = Map.of("content-type", "multipart/mixed; boundary=" + GmailBatch.BOUNDARY);
      exchange.answer(200, headers, body);
    } catch (GmailFailure failure) {
      exchange.answer(failure.code, failure.body());
    }
  }

  private static Buffer unpacked(RoutingContext context) {
    var body = context.body().buffer() == null ? Buffer.buffer() : context.body().buffer();
    if (!"gzip".equalsIgnoreCase(context.request().getHeader("content-encoding"))) return body;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException _) {
      return Buffer.buffer("not gzip");
    }
  }

  private void delivered(GmailMail mail, String address) {
    sandbox
        .desk()
        .mailReceived(
            address,
            mail.header("Subject"),
            body(mail),
            mail.threadId,
            GmailMail.messageId(mail.payload));
  }

  private static String body(GmailMail mail) {
    return mail.payload
        .all()
        .filter(part -> part.mimeType().startsWith("text/") && part.filename().isEmpty())
        .map(part -> new String(part.content(), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  /** A person writes a mail. */
  private void arrive(PeopleDesk.Act act) {
    if (act.from() == null) return;
    var files =
        act.cv() == null ? List.<CvFiles.CvFile>of() : List.of(CvFiles.of(act.person(), act.cv()));
    var letter =
        new GmailLetter(
            act.from(),
            act.person().name(),
            ADDRESS,
            act.subject(),
            act.text(),
            act.messageId(),
            "<sandbox." + letters.next() + "@people.example.com>",
            sandbox.now(),
            files);
    mailbox.receive(letter.raw(), ARRIVES_AS);
  }
}
