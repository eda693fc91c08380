package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.google.GoogleTokens;

/** The answer is lost: before the provider acted, or after it did. Only a look tells which. */
class LostAnswersTest {
  private static final String PHONE = "40722000333";

  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = RunningSandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<Buffer> whapi(HttpMethod method, String path, JsonObject body) {
    return sandbox.ask(
        method,
        sandbox.url("whapi") + path,
        Map.of("authorization", "Bearer " + SandboxKeys.WHAPI_TOKEN),
        body == null ? null : body.toBuffer());
  }

  private HttpResponse<Buffer> gmail(HttpMethod method, String path, JsonObject body) {
    return sandbox.ask(
        method,
        sandbox.url("gmail") + "/gmail/v1/users/me/messages" + path,
        Map.of("authorization", "Bearer " + GoogleTokens.issue(Instant.now(), 1)),
        body == null ? null : body.toBuffer());
  }

  private void dropOnce(String provider, String path, boolean acting) {
    sandbox.fault(
        new JsonObject()
            .put("provider", provider)
            .put("kind", "drop")
            .put("method", "POST")
            .put("path", path)
            .put("count", 1)
            .put("acting", acting));
  }

  private void sendWhatsapp() {
    var text = new JsonObject().put("to", PHONE).put("body", "Hello");
    assertThatThrownBy(() -> whapi(HttpMethod.POST, "/messages/text", text));
  }

  private int whatsappsSent() {
    return whapi(HttpMethod.GET, "/messages/list/" + PHONE + "%40s.whatsapp.net?from_me=true", null)
        .bodyAsJsonObject()
        .getInteger("total");
  }

  @Test
  void a_whatsapp_whose_answer_was_lost_is_found_in_the_chat_if_it_was_sent() {
    dropOnce("whapi", "/messages/text", false);
    sendWhatsapp();
    assertThat(whatsappsSent()).isZero();
    dropOnce("whapi", "/messages/text", true);
    sendWhatsapp();
    assertThat(whatsappsSent()).isEqualTo(1);
  }

  private void sendMail() {
    var raw = "To: a@example.com\r\nSubject: x\r\nMessage-ID: <lost@recruitflow>\r\n\r\nHi";
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    var body = new JsonObject().put("raw", Base64.getUrlEncoder().encodeToString(bytes));
    assertThatThrownBy(() -> gmail(HttpMethod.POST, "/send", body));
  }

  private int mailsSent() {
    return gmail(HttpMethod.GET, "?q=rfc822msgid:lost@recruitflow", null)
        .bodyAsJsonObject()
        .getJsonArray("messages", new JsonArray())
        .size();
  }

  @Test
  void a_mail_whose_answer_was_lost_is_found_by_its_message_id_if_it_was_sent() {
    dropOnce("gmail", "/gmail/v1/users/me/messages/send", false);
    sendMail();
    assertThat(mailsSent()).isZero();
    dropOnce("gmail", "/gmail/v1/users/me/messages/send", true);
    sendMail();
    assertThat(mailsSent()).isEqualTo(1);
    var sent = (JsonObject) sandbox.ledger("gmail").getValue(2);
    assertThat(sent.getBoolean("acted")).isTrue();
    assertThat(sent.getJsonObject("fields").getString("messageId")).isEqualTo("<lost@recruitflow>");
  }
}
