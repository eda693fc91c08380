package recruitflow.sandbox.whapi;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.StandIn;
import recruitflow.sandbox.people.CvFiles;
import recruitflow.sandbox.people.People;
import recruitflow.sandbox.people.PeopleDesk;

/**
 * Whapi with one channel. Switches: {@code qr} (the phone is logged out), {@code trial_limit},
 * {@code too_many}, {@code forbidden}, {@code failed} (accepted, never delivered), {@code
 * media_gone}.
 */
public final class WhapiStandIn implements StandIn {
  private static final Pattern TO = Pattern.compile("[\\d-]{9,31}(@[\\w.]+)?");
  private static final Duration STEP = Duration.ofMillis(60);

  private final Sandbox sandbox;
  private final WhapiChannel channel = new WhapiChannel();
  private final WhapiMessages messages = new WhapiMessages(WhapiChannel.OWN_NUMBER);
  private final WhapiSettings settings = new WhapiSettings();
  private final WhapiPosts posts;
  private String publicFiles = "";

  public WhapiStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.posts = new WhapiPosts(sandbox.webhooks(), settings);
    sandbox.desk().onWhatsapp(this::arrive);
  }

  @Override
  public String name() {
    return "whapi";
  }

  @Override
  public void mount(Router router) {
    router.get("/files/:id").handler(this::file);
    router.route().handler(this::authorise);
    router.post("/messages/text").handler(answering(this::send));
    router.get("/messages/list").handler(answering(context -> list(context, null)));
    router
        .get("/messages/list/:chat")
        .handler(answering(context -> list(context, context.pathParam("chat"))));
    router
        .get("/messages/:id")
        .handler(answering(context -> channel.message(context.pathParam("id"))));
    router.put("/messages/:id").handler(answering(this::markRead));
    router
        .get("/statuses/:id")
        .handler(answering(context -> channel.statuses(context.pathParam("id"))));
    router.get("/media/:id").handler(this::file);
    router.get("/health").handler(answering(_ -> health()));
    router.get("/limits").handler(answering(_ -> limits()));
    router.get("/settings").handler(answering(_ -> settings.all()));
    router.patch("/settings").handler(answering(this::change));
  }

  @Override
  public JsonObject unserved(int status) {
    return new WhapiFailure(status, status == 405 ? "Method not allowed" : "Not found", null)
        .body();
  }

  @Override
  public void control(Router router) {
    new WhapiControl(channel, messages, posts, sandbox::now).mount(router);
  }

  private void authorise(RoutingContext context) {
    var given = context.request().getHeader("authorization");
    if (("Bearer " + SandboxKeys.WHAPI_TOKEN).equals(given)) {
      publicFiles = "http://" + context.request().authority() + "/whapi/files/";
      context.next();
    } else {
      var failure = new WhapiFailure(401, "Authorization failed", "Wrong or missing token");
      Exchange.of(context).answer(401, failure.body());
    }
  }

  private static Handler<RoutingContext> answering(Function<RoutingContext, JsonObject> call) {
    return context -> {
      try {
        Exchange.of(context).answer(200, call.apply(context));
      } catch (WhapiFailure failure) {
        Exchange.of(context).answer(failure.code, failure.body());
      }
    };
  }

  private boolean on(String name) {
    return sandbox.faults().takeSwitch(name(), name);
  }

  private JsonObject send(RoutingContext context) {
    var json = body(context);
    check(json);
    refuseBySwitch();
    var to = json.getString("to");
    var text = json.getString("body");
    var chat = to.contains("@") ? to : to.replace("-", "") + "@s.whatsapp.net";
    var message = messages.sent(chat, text, sandbox.now());
    channel.add(message);
    Exchange.of(context)
        .note("to", digits(chat))
        .note("id", message.getString("id"))
        .note("reference", People.referenceIn(text).orElse(null));
    travel(message, text);
    return new JsonObject().put("sent", true).put("message", message.copy());
  }

  private static void check(JsonObject json) {
    if (!(json.getValue("to") instanceof String to) || !TO.matcher(to).matches())
      throw WhapiFailure.parameters("to");
    if (!(json.getValue("body") instanceof String text) || text.isEmpty())
      throw WhapiFailure.parameters("body");
    var typing = json.getValue("typing_time", 0);
    if (!(typing instanceof Number time) || time.doubleValue() < 0 || time.doubleValue() > 60)
      throw WhapiFailure.parameters("typing_time");
  }

  private void refuseBySwitch() {
    if (on("qr")) throw new WhapiFailure(401, "Need channel authorization for send message", null);
    if (on("trial_limit")) throw new WhapiFailure(402, "Trial version limit exceeded", null);
    if (on("forbidden"))
      throw new WhapiFailure(403, "It is forbidden to send to this group/recipient", null);
    if (on("too_many")) throw new WhapiFailure(429, "Too many requests", null);
  }

  private static String digits(String chatId) {
    return chatId.substring(0, chatId.indexOf('@'));
  }

  private static JsonObject body(RoutingContext context) {
    try {
      var body = context.body().buffer();
      if (body == null || body.length() == 0) throw WhapiFailure.parameters("body");
      return body.toJsonObject();
    } catch (DecodeException | ClassCastException _) {
      throw WhapiFailure.parameters("not a JSON object");
    }
  }

  /** Tells of the message itself, then of each step it makes, one after the other. */
  private void travel(JsonObject message, String text) {
    var failed = on("failed");
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
      sandbox.desk().whatsappReceived(digits(message.getString("chat_id")), text);
    later(() -> step(message, text, steps));
  }

  private void later(Runnable act) {
    sandbox.vertx().setTimer(STEP.toMillis(), _ -> act.run());
  }

  /** A person writes, or sends their CV. */
  private void arrive(PeopleDesk.Act act) {
    var digits = act.person().phone().substring(1);
    var name = act.person().name();
    if (act.cv() == null) {
      deliver(messages.text(digits, name, act.text(), sandbox.now()));
      return;
    }
    var file = CvFiles.of(act.person(), act.cv());
    var caption = act.text() == null || act.text().isBlank() ? null : act.text();
    var link = settings.downloads("document") ? publicFiles : null;
    var message = messages.media(digits, name, "document", file, caption, link, sandbox.now());
    channel.keep(message.getJsonObject("document").getString("id"), file);
    deliver(message);
  }

  private void deliver(JsonObject message) {
    channel.add(message);
    posts.messages(List.of(message));
  }

  private JsonObject list(RoutingContext context, String chat) {
    var query = context.queryParams();
    return channel.list(
        new WhapiChannel.Selection(
            chat,
            (int) Math.min(500, number(query.get("count"), "count", 100)),
            (int) number(query.get("offset"), "offset", 0),
            number(query.get("time_from"), "time_from", 0),
            number(query.get("time_to"), "time_to", Long.MAX_VALUE),
            query.contains("from_me") ? Boolean.valueOf(query.get("from_me")) : null,
            "asc".equals(query.get("sort"))));
  }

  private static long number(String value, String name, long otherwise) {
    if (value == null) return otherwise;
    if (!value.matches("\\d{1,12}")) throw WhapiFailure.parameters(name);
    return Long.parseLong(value);
  }

  private JsonObject markRead(RoutingContext context) {
    channel.message(context.pathParam("id"));
    return new JsonObject().put("success", true);
  }

  private void file(RoutingContext context) {
    var exchange = Exchange.of(context);
    try {
      if (on("media_gone")) throw WhapiFailure.notFound("media");
      var file = channel.media(context.pathParam("id"));
      exchange.note("id", context.pathParam("id"));
      exchange.answer(200, Map.of("content-type", file.contentType()), Buffer.buffer(file.bytes()));
    } catch (WhapiFailure failure) {
      exchange.answer(failure.code, failure.body());
    }
  }

  private JsonObject health() {
    var loggedOut = on("qr");
    var status = new JsonObject();
    status.put("code", loggedOut ? 3 : 4).put("text", loggedOut ? "QR" : "AUTH");
    var health =
        new JsonObject()
            .put("channel_id", WhapiChannel.ID)
            .put("start_at", sandbox.now().minus(Duration.ofDays(3)).getEpochSecond())
            .put("uptime", Duration.ofDays(3).toSeconds())
            .put("version", "sandbox")
            .put("status", status);
    if (!loggedOut)
      health.put(
          "user", new JsonObject().put("id", WhapiChannel.OWN_NUMBER).put("name", "Sandbox"));
    return health;
  }

  private static JsonObject limits() {
    return new JsonObject()
        .put("messages", 150)
        .put("chats", new JsonArray())
        .put("checks", 30)
        .put("requests", 1000);
  }

  private JsonObject change(RoutingContext context) {
    try {
      settings.patch(body(context));
      return settings.all();
    } catch (ClassCastException _) {
      throw WhapiFailure.settings("a value is of another type");
    }
  }
}
