package recruitflow.sandbox.whapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import recruitflow.sandbox.people.CvFiles;

/** What tests may do to the channel: let people write, and repeat webhooks sooner. */
final class WhapiControl {
  private final WhapiChannel channel;
  private final WhapiMessages messages;
  private final WhapiPosts posts;
  private final Supplier<Instant> clock;

  WhapiControl(
      WhapiChannel channel, WhapiMessages messages, WhapiPosts posts, Supplier<Instant> clock) {
    this.channel = channel;
    this.messages = messages;
    this.posts = posts;
    this.clock = clock;
  }

  void mount(Router router) {
    router.post("/inbound").handler(this::inbound);
    router.post("/repetition").handler(this::repetition);
  }

  /**
   * Takes one message or an array that arrives in one post: {@code {from, name, body, chat, quotes,
   * type, fileName, contentType, base64 | lines, padTo, caption, link, gone}}; {@code type} is text
   * unless a file is named; a file that is {@code gone} cannot be fetched.
   */
  private void inbound(RoutingContext context) {
    Object body = context.body().buffer().toJsonValue();
    var several = body instanceof JsonArray array ? array : new JsonArray().add(body);
    var arrived = new ArrayList<JsonObject>();
    for (var each : several) arrived.add(message((JsonObject) each));
    arrived.forEach(channel::add);
    posts.messages(arrived);
    context.json(new JsonObject().put("messages", new JsonArray(List.copyOf(arrived))));
  }

  private JsonObject message(JsonObject json) {
    var digits = json.getString("from", "").replaceAll("\\D", "");
    if (digits.isEmpty()) throw new IllegalArgumentException("from: digits expected");
    var message = json.containsKey("fileName") ? media(digits, json) : text(digits, json);
    if (json.containsKey("chat")) message.put("chat_id", json.getString("chat"));
    if (json.containsKey("quotes"))
      message.put(
          "context",
          new JsonObject()
              .put("quoted_id", json.getString("quotes"))
              .put("quoted_type", "text")
              .put("quoted_author", WhapiChannel.OWN_NUMBER));
    return message;
  }

  private JsonObject text(String digits, JsonObject json) {
    return messages.text(digits, json.getString("name"), json.getString("body", ""), clock.get());
  }

  private JsonObject media(String digits, JsonObject json) {
    var type = json.getString("type", "document");
    var file = CvFiles.from(json);
    var message =
        messages.media(
            digits,
            json.getString("name"),
            type,
            file,
            json.getString("caption"),
            json.getString("link"),
            clock.get());
    if (!json.getBoolean("gone", false))
      channel.keep(message.getJsonObject(type).getString("id"), file);
    return message;
  }

  /**
   * {@code {millis}}: the wait before the first repetition of a webhook; null for the usual one.
   */
  private void repetition(RoutingContext context) {
    var millis = context.body().asJsonObject().getLong("millis");
    posts.repeatAfter(millis == null ? null : Duration.ofMillis(millis));
    context.response().setStatusCode(204).end();
  }
}
