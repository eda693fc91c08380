package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.people.CvFiles.CvFile;
import recruitflow.sandbox.people.People;

/** Takes messages of ours and lets them travel to whoever they are for. */
final class WhapiSending {
  private static final Duration STEP = Duration.ofMillis(60);
  private static final Pattern DATA =
      Pattern.compile("data:([\\w.+/-]*)(?:;[^;,]*)*?;base64,(.*)", Pattern.DOTALL);

  private final Sandbox sandbox;
  private final WhapiChannel channel;
  private final WhapiMessages messages;
  private final WhapiPosts posts;
  private final Predicate<String> switchedOn;

  WhapiSending(
      Sandbox sandbox,
      WhapiChannel channel,
      WhapiMessages messages,
      WhapiPosts posts,
      Predicate<String> switchedOn) {
    this.sandbox = sandbox;
    this.channel = channel;
    this.messages = messages;
    this.posts = posts;
    this.switchedOn = switchedOn;
  }

  JsonObject text(RoutingContext context) {
    var asked = WhapiForms.body(context, "text");
    refuseBySwitch();
    var text = asked.getString("body");
    return send(context, messages.sent(chat(asked), text, sandbox.now()), text);
  }

  JsonObject document(RoutingContext context) {
    var asked = WhapiForms.body(context, "document");
    var file = file(asked);
    refuseBySwitch();
    var caption = asked.getString("caption");
    var message = messages.sent(chat(asked), "document", file, caption, sandbox.now());
    channel.keep(message.getJsonObject("document").getString("id"), file);
    return send(context, message, caption == null ? "" : caption);
  }

  /** A file sent along, one that the channel has, or the address of one, which is not fetched. */
  private CvFile file(JsonObject asked) {
    var media = asked.getString("media");
    var given = DATA.matcher(media);
    var known =
        given.matches()
            ? new CvFile("file", given.group(1), bytes(given.group(2)))
            : media.matches("https?://\\S+")
                ? new CvFile(media.replaceFirst(".*/", ""), "application/octet-stream", new byte[0])
                : channel.media(media);
    return new CvFile(
        Objects.requireNonNullElse(asked.getString("filename"), known.fileName()),
        Objects.requireNonNullElse(asked.getString("mime_type"), known.contentType()),
        known.bytes());
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw WhapiFailure.parameters("media");
    }
  }

  private static String chat(JsonObject asked) {
    var to = asked.getString("to");
    return to.contains("@") ? to : to.replace("-", "") + "@s.whatsapp.net";
  }

  private JsonObject send(RoutingContext context, JsonObject message, String text) {
    channel.add(message);
    Exchange.of(context)
        .note("to", digits(message))
        .note("id", message.getString("id"))
        .note("reference", People.referenceIn(text).orElse(null));
    travel(message, text);
    return new JsonObject().put("sent", true).put("message", message.copy());
  }

  private static String digits(JsonObject message) {
    var chat = message.getString("chat_id");
    return chat.substring(0, chat.indexOf('@'));
  }

  private void refuseBySwitch() {
    if (switchedOn.test("qr"))
      throw new WhapiFailure(401, "Need channel authorization for send message", null);
    if (switchedOn.test("trial_limit"))
      throw new WhapiFailure(402, "Trial version limit exceeded", null);
    if (switchedOn.test("forbidden"))
      throw new WhapiFailure(403, "It is forbidden to send to this group/recipient", null);
    if (switchedOn.test("too_many")) throw new WhapiFailure(429, "Too many requests", null);
  }

  /** Tells of the message itself, then of each step it makes, one after the other. */
  private void travel(JsonObject message, String text) {
    var failed = switchedOn.test("failed");
    var steps =
        failed ? List.of("pending", "failed") : List.of("pending", "sent", "delivered", "read");
    later(
        () -> {
          posts.messages(List.of(message));
          later(() -> step(message, text, steps.iterator()));
        });
  }

  private void step(JsonObject message, String text, Iterator<String> steps) {
    if (!steps.hasNext()) return;
    var status = steps.next();
    posts.statuses(List.of(channel.advance(message, status, sandbox.now())));
    if (status.equals("delivered") && message.getString("chat_id").endsWith("@s.whatsapp.net"))
      sandbox.desk().whatsappReceived(digits(message), text);
    later(() -> step(message, text, steps));
  }

  private void later(Runnable act) {
    sandbox.vertx().setTimer(STEP.toMillis(), _ -> act.run());
  }
}
