package recruitflow.sandbox.whapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.WebhookCatcher;

class WhapiStandInTest {
  private static final String PHONE = "40722000111";

  private RunningSandbox sandbox;
  private WebhookCatcher product;

  @BeforeEach
  void start() {
    sandbox = RunningSandbox.start();
    product = new WebhookCatcher(sandbox.vertx());
    sandbox.control(HttpMethod.POST, "/webhooks", new JsonObject().put("whapiUrl", product.url()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<Buffer> call(HttpMethod method, String path, JsonObject body) {
    return sandbox.ask(
        method,
        sandbox.url("whapi") + path,
        Map.of("authorization", "Bearer " + SandboxKeys.WHAPI_TOKEN),
        body == null ? null : body.toBuffer());
  }

  private HttpResponse<Buffer> send(String to, String body) {
    return call(
        HttpMethod.POST, "/messages/text", new JsonObject().put("to", to).put("body", body));
  }

  private static void refused(HttpResponse<Buffer> answer, int code, String message) {
    assertThat(answer.statusCode()).isEqualTo(code);
    var error = answer.bodyAsJsonObject().getJsonObject("error");
    assertThat(error.getInteger("code")).isEqualTo(code);
    assertThat(error.getString("message")).isEqualTo(message);
  }

  private JsonObject next() {
    return product.next().body().toJsonObject();
  }

  @Test
  void a_sent_text_is_answered_in_full_then_echoed_then_followed_to_the_reader() {
    var answer = send(PHONE, "Your CV please").bodyAsJsonObject();

    assertThat(answer.getBoolean("sent")).isTrue();
    var message = answer.getJsonObject("message");
    assertThat(message.getValue("timestamp")).isInstanceOf(Number.class);
    assertThat(message.getString("chat_id")).isEqualTo(PHONE + "@s.whatsapp.net");
    assertThat(message.getJsonObject("text").getString("body")).isEqualTo("Your CV please");
    var echo = next();
    assertThat(echo.getJsonObject("event"))
        .isEqualTo(new JsonObject().put("type", "messages").put("event", "post"));
    assertThat(echo.getJsonArray("messages").getJsonObject(0).getBoolean("from_me")).isTrue();

    var seen = new ArrayList<String>();
    for (var i = 0; i < 4; i++) {
      var status = next().getJsonArray("statuses").getJsonObject(0);
      assertThat(status.getString("id")).isEqualTo(message.getString("id"));
      assertThat(status.getValue("timestamp")).isInstanceOf(String.class);
      seen.add(status.getString("status"));
    }
    assertThat(seen).containsExactly("pending", "sent", "delivered", "read");
    var kept = call(HttpMethod.GET, "/statuses/" + message.getString("id"), null);
    assertThat(kept.bodyAsJsonObject().getJsonArray("statuses")).hasSize(4);
    assertThat(
            call(HttpMethod.GET, "/messages/" + message.getString("id"), null)
                .bodyAsJsonObject()
                .getString("status"))
        .isEqualTo("read");
  }

  @Test
  void every_webhook_carries_the_fixed_header() {
    send(PHONE, "x");
    assertThat(product.next().secret()).isEqualTo(SandboxKeys.WHAPI_WEBHOOK_SECRET);
  }

  @Test
  void wrong_tokens_and_wrong_parameters_are_refused() {
    var stranger =
        sandbox.ask(
            HttpMethod.GET,
            sandbox.url("whapi") + "/health",
            Map.of("authorization", "Bearer other"),
            null);
    refused(stranger, 401, "Authorization failed");
    refused(send("+" + PHONE, "x"), 400, "Wrong request parameters");
    refused(send("0722 000 111", "x"), 400, "Wrong request parameters");
    refused(send(PHONE, ""), 400, "Wrong request parameters");
    var number = new JsonObject().put("to", 40722000111L).put("body", "x");
    refused(call(HttpMethod.POST, "/messages/text", number), 400, "Wrong request parameters");
    refused(call(HttpMethod.POST, "/messages/text", null), 400, "Wrong request parameters");
    assertThat(send(PHONE + "@s.whatsapp.net", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void a_logged_out_phone_cannot_send_and_says_so_in_its_health() {
    sandbox.turnOn("whapi", "qr", 2);
    refused(send(PHONE, "x"), 401, "Need channel authorization for send message");
    var health = call(HttpMethod.GET, "/health?wakeup=false", null).bodyAsJsonObject();
    assertThat(health.getJsonObject("status").getString("text")).isEqualTo("QR");
    var after = call(HttpMethod.GET, "/health", null).bodyAsJsonObject();
    assertThat(after.getJsonObject("status"))
        .isEqualTo(new JsonObject().put("code", 4).put("text", "AUTH"));
  }

  @Test
  void limits_and_bans_come_by_switch() {
    sandbox.turnOn("whapi", "trial_limit", 1);
    refused(send(PHONE, "x"), 402, "Trial version limit exceeded");
    sandbox.turnOn("whapi", "too_many", 1);
    var answer = send(PHONE, "x");
    refused(answer, 429, "Too many requests");
    assertThat(answer.getHeader("retry-after")).isNull();
    sandbox.turnOn("whapi", "forbidden", 1);
    refused(send(PHONE, "x"), 403, "It is forbidden to send to this group/recipient");
    assertThat(call(HttpMethod.GET, "/messages/list", null).bodyAsJsonObject().getInteger("total"))
        .isZero();
  }

  @Test
  void a_message_can_be_accepted_and_never_delivered() {
    sandbox.turnOn("whapi", "failed", 1);
    send(PHONE, "x");
    next();
    next();
    var failed = next().getJsonArray("statuses").getJsonObject(0);
    assertThat(failed.getString("status")).isEqualTo("failed");
    assertThat(failed.getJsonArray("errors")).isNotEmpty();
  }

  @Test
  void a_text_with_a_link_arrives_as_a_preview() {
    inbound(new JsonObject().put("from", PHONE).put("body", "My CV: https://example.com/cv"));
    var message = next().getJsonArray("messages").getJsonObject(0);
    assertThat(message.getString("type")).isEqualTo("link_preview");
    assertThat(message.getJsonObject("link_preview").getString("body")).startsWith("My CV");
    assertThat(message.containsKey("text")).isFalse();
  }

  private JsonObject inbound(Object body) {
    var text = body instanceof JsonArray array ? array.toBuffer() : ((JsonObject) body).toBuffer();
    return sandbox
        .ask(HttpMethod.POST, sandbox.url("control") + "/whapi/inbound", Map.of(), text)
        .bodyAsJsonObject();
  }

  @Test
  void several_messages_arrive_in_one_post() {
    inbound(
        new JsonArray()
            .add(new JsonObject().put("from", PHONE).put("body", "one"))
            .add(new JsonObject().put("from", PHONE).put("body", "two").put("chat", "1203@g.us")));
    var messages = next().getJsonArray("messages");
    assertThat(messages).hasSize(2);
    assertThat(messages.getJsonObject(1).getString("chat_id")).isEqualTo("1203@g.us");
  }

  @Test
  void a_document_is_fetched_by_its_id_until_it_is_gone() {
    var document = new JsonObject().put("from", PHONE).put("fileName", "cv.pdf");
    inbound(document.copy().put("caption", "My CV"));
    var content = next().getJsonArray("messages").getJsonObject(0).getJsonObject("document");
    assertThat(content.getString("caption")).isEqualTo("My CV");
    assertThat(content.getString("mime_type")).isEqualTo("application/pdf");
    assertThat(content.containsKey("link")).isFalse();

    var file = call(HttpMethod.GET, "/media/" + content.getString("id"), null);
    assertThat(file.getHeader("content-type")).isEqualTo("application/pdf");
    assertThat(file.body().length()).isEqualTo(content.getInteger("file_size"));
    sandbox.turnOn("whapi", "media_gone", 1);
    refused(
        call(HttpMethod.GET, "/media/" + content.getString("id"), null),
        404,
        "Specified media not found");

    inbound(document.copy().put("gone", true));
    var gone = next().getJsonArray("messages").getJsonObject(0).getJsonObject("document");
    assertThat(gone.containsKey("caption")).isFalse();
    refused(
        call(HttpMethod.GET, "/media/" + gone.getString("id"), null),
        404,
        "Specified media not found");
  }

  @Test
  void whatever_is_not_200_is_repeated_after_waits_that_grow() {
    sandbox.control(HttpMethod.POST, "/whapi/repetition", new JsonObject().put("millis", 50));
    product.answer(500, 401, 202, 404);
    var sent =
        inbound(new JsonObject().put("from", PHONE).put("body", "hello"))
            .getJsonArray("messages")
            .getJsonObject(0);
    for (var i = 0; i < 5; i++)
      assertThat(next().getJsonArray("messages").getJsonObject(0).getString("id"))
          .isEqualTo(sent.getString("id"));
    assertThat(
            sandbox.ledger("whapi").stream()
                .map(entry -> ((JsonObject) entry).getInteger("status")))
        .startsWith(500, 401, 202, 404);
  }

  @Test
  void settings_say_where_webhooks_go_and_which_files_come_with_a_link() {
    var other = new WebhookCatcher(sandbox.vertx());
    var webhook =
        new JsonObject()
            .put("url", other.url())
            .put("mode", "body")
            .put("headers", new JsonObject().put(SandboxKeys.WHAPI_WEBHOOK_HEADER, "mine"))
            .put("events", new JsonArray().add(new JsonObject().put("type", "messages")));
    var changed =
        call(
            HttpMethod.PATCH,
            "/settings",
            new JsonObject()
                .put("webhooks", new JsonArray().add(webhook))
                .put(
                    "media",
                    new JsonObject().put("auto_download", new JsonArray().add("document"))));
    assertThat(changed.statusCode()).isEqualTo(200);

    send(PHONE, "x");
    var echo = other.next();
    assertThat(echo.secret()).isEqualTo("mine");
    assertThat(echo.body().toJsonObject().containsKey("messages")).isTrue();
    var settings = call(HttpMethod.GET, "/settings", null).bodyAsJsonObject();
    assertThat(settings.getJsonArray("webhooks").getJsonObject(0).getString("url"))
        .isEqualTo(other.url());
  }

  @Test
  void wrong_settings_are_refused_and_change_nothing() {
    var before = call(HttpMethod.GET, "/settings", null).bodyAsJsonObject();
    var wrong = new JsonObject().put("callback_backoff_delay_ms", 100);
    refused(call(HttpMethod.PATCH, "/settings", wrong), 400, "Wrong settings format");
    assertThat(call(HttpMethod.GET, "/settings", null).bodyAsJsonObject()).isEqualTo(before);
  }

  @Test
  void messages_are_listed_by_chat_side_and_time() {
    send(PHONE, "first");
    sandbox.pass(Duration.ofHours(1));
    inbound(new JsonObject().put("from", PHONE).put("body", "answer"));
    inbound(new JsonObject().put("from", "4915111111111").put("body", "other"));

    var chat =
        call(HttpMethod.GET, "/messages/list/" + PHONE + "%40s.whatsapp.net", null)
            .bodyAsJsonObject();
    assertThat(chat.getInteger("total")).isEqualTo(2);
    assertThat(chat.getJsonArray("messages").getJsonObject(0).getBoolean("from_me")).isFalse();
    var ours = call(HttpMethod.GET, "/messages/list?from_me=true&count=1", null);
    assertThat(ours.bodyAsJsonObject().getJsonArray("messages")).hasSize(1);
    var since = sandbox.now().getEpochSecond();
    var recent = call(HttpMethod.GET, "/messages/list?sort=asc&time_from=" + since, null);
    assertThat(recent.bodyAsJsonObject().getInteger("total")).isEqualTo(2);
    refused(call(HttpMethod.GET, "/messages/list?count=x", null), 400, "Wrong request parameters");
    refused(
        call(HttpMethod.GET, "/messages/PsQ0000000099999-wA4S", null),
        404,
        "Specified message not found");
  }

  @Test
  void statuses_of_others_are_forbidden() {
    var id =
        inbound(new JsonObject().put("from", PHONE).put("body", "hi"))
            .getJsonArray("messages")
            .getJsonObject(0)
            .getString("id");
    refused(
        call(HttpMethod.GET, "/statuses/" + id, null),
        403,
        "View statuses available only for outgoing messages");
    assertThat(call(HttpMethod.PUT, "/messages/" + id, null).bodyAsJsonObject())
        .isEqualTo(new JsonObject().put("success", true));
  }
}
