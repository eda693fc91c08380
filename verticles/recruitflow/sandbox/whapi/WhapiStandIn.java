package recruitflow.sandbox.whapi;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import recruitflow.sandbox.Exchange;
import recruitflow.sandbox.Sandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.StandIn;
import recruitflow.sandbox.people.CvFiles;
import recruitflow.sandbox.people.PeopleDesk;

/**
 * Whapi with one channel. Switches: {@code qr} (the phone is logged out), {@code trial_limit},
 * {@code too_many}, {@code forbidden}, {@code failed} (accepted, never delivered), {@code
 * media_gone}, {@code no_whatsapp} (nobody asked for has it).
 */
public final class WhapiStandIn implements StandIn {
  private final Sandbox sandbox;
  private final WhapiChannel channel = new WhapiChannel();
  private final WhapiMessages messages = new WhapiMessages(WhapiChannel.OWN_NUMBER);
  private final WhapiSettings settings = new WhapiSettings();
  private final WhapiPosts posts;
  private final WhapiSending sending;
  private String publicFiles = "";

  public WhapiStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.posts = new WhapiPosts(sandbox.webhooks(), settings);
    this.sending = new WhapiSending(sandbox, channel, messages, posts, this::on);
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
    router.post("/messages/text").handler(answering(sending::text));
    router.post("/messages/document").handler(answering(sending::document));
    router.post("/contacts").handler(answering(this::contacts));
    router.get("/messages/list").handler(answering(context -> list(context, null)));
    router
        .get("/messages/list/:chat")
        .handler(answering(context -> list(context, context.pathParam("chat"))));
    router.get("/messages/:id").handler(answering(this::message));
    router.put("/messages/:id").handler(answering(this::markRead));
    router
        .get("/statuses/:id")
        .handler(answering(context -> channel.statuses(context.pathParam("id"))));
    router.get("/media/:id").handler(this::file);
    router.get("/health").handler(answering(this::health));
    router.get("/limits").handler(answering(WhapiStandIn::limits));
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
      publicFiles = Exchange.of(context).root() + "/files/";
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

  private JsonObject contacts(RoutingContext context) {
    var asked = WhapiForms.body(context, "contacts");
    return WhapiContacts.looked(asked.getJsonArray("contacts").getList(), on("no_whatsapp"));
  }

  private JsonObject message(RoutingContext context) {
    WhapiForms.query(context, "message_query");
    return channel.message(context.pathParam("id"));
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
    var query = WhapiForms.query(context, "list_query");
    return channel.list(
        new WhapiChannel.Selection(
            chat,
            query.getInteger("count", 100),
            query.getInteger("offset", 0),
            query.getLong("time_from", 0L),
            query.getLong("time_to", Long.MAX_VALUE),
            query.getBoolean("from_me"),
            "asc".equals(query.getString("sort"))));
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

  private JsonObject health(RoutingContext context) {
    WhapiForms.query(context, "health_query");
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

  private static JsonObject limits(RoutingContext context) {
    WhapiForms.query(context, "no_query");
    return new JsonObject()
        .put("messages", 150)
        .put("chats", new JsonArray())
        .put("checks", 30)
        .put("requests", 1000);
  }

  private JsonObject change(RoutingContext context) {
    settings.patch(WhapiForms.settings(context));
    return settings.all();
  }
}
