package recruitflow.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.WebhookCatcher;
import recruitflow.sandbox.google.GoogleTokens;

/** What people do when they are asked for their CV, seen from the product's side of the wire. */
class PeopleReactTest {
  private static final String PHONE = "+40700999001";
  private static final String EMAIL = "somebody@example.com";

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

  private void known(String persona) {
    var person = new JsonObject().put("phone", PHONE).put("name", "Ana Pop").put("email", EMAIL);
    sandbox.control(HttpMethod.POST, "/people", person.put("persona", persona));
  }

  private JsonObject sendMail(String subject, String messageId) {
    var raw =
        "To: %s\r\nSubject: %s\r\nMessage-ID: %s\r\n\r\nPlease send us your CV.\r\n"
            .formatted(EMAIL, subject, messageId);
    var json =
        new JsonObject()
            .put(
                "raw", Base64.getUrlEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8)));
    return gmail(HttpMethod.POST, "/messages/send", json);
  }

  private JsonObject gmail(HttpMethod method, String path, JsonObject body) {
    return sandbox
        .ask(
            method,
            sandbox.url("gmail") + "/gmail/v1/users/me" + path,
            Map.of("authorization", "Bearer " + GoogleTokens.issue(Instant.now(), 1)),
            body == null ? null : body.toBuffer())
        .bodyAsJsonObject();
  }

  private void sendWhatsapp(String text) {
    var body = new JsonObject().put("to", PHONE.substring(1)).put("body", text);
    sandbox.ask(
        HttpMethod.POST,
        sandbox.url("whapi") + "/messages/text",
        Map.of("authorization", "Bearer " + SandboxKeys.WHAPI_TOKEN),
        body.toBuffer());
    for (var i = 0; i < 5; i++) product.next();
  }

  /** The mails labelled for the product, once there are so many of them. */
  private List<JsonObject> arrived(int count) {
    for (var i = 0; i < 100; i++) {
      var found = gmail(HttpMethod.GET, "/messages?q=label:CVs", null);
      var messages = found.getJsonArray("messages", new JsonArray());
      if (messages.size() >= count)
        return messages.stream()
            .map(each -> ((JsonObject) each).getString("id"))
            .map(id -> gmail(HttpMethod.GET, "/messages/" + id, null))
            .toList();
      sandbox.vertx().timer(50, TimeUnit.MILLISECONDS).await();
    }
    throw new AssertionError("mail did not come");
  }

  private static String header(JsonObject message, String name) {
    return message.getJsonObject("payload").getJsonArray("headers").stream()
        .map(JsonObject.class::cast)
        .filter(header -> header.getString("name").equals(name))
        .findFirst()
        .map(header -> header.getString("value"))
        .orElse(null);
  }

  private static List<String> files(JsonObject message) {
    return message.getJsonObject("payload").getJsonArray("parts", new JsonArray()).stream()
        .map(part -> ((JsonObject) part).getString("filename"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  @Test
  void a_pdf_comes_by_mail_in_the_thread_of_the_request() {
    known("qualified_ro");
    var sent = sendMail("CV-ul dumneavoastra [RF-12]", "<one@recruitflow>");
    sandbox.pass(Duration.ofHours(3));

    var mail = arrived(1).getFirst();
    assertThat(mail.getString("threadId")).isEqualTo(sent.getString("threadId"));
    assertThat(header(mail, "From")).isEqualTo("Ana Pop <" + EMAIL + ">");
    assertThat(header(mail, "Subject")).isEqualTo("Re: CV-ul dumneavoastra [RF-12]");
    assertThat(header(mail, "In-Reply-To")).isEqualTo("<one@recruitflow>");
    assertThat(files(mail)).singleElement().asString().endsWith(".pdf");
    assertThat(mail.getJsonArray("labelIds")).contains("INBOX", "UNREAD");
  }

  @Test
  void a_cv_comes_from_another_address_with_the_reference_in_the_subject() {
    known("cv_from_other_address_en");
    sendMail("Your CV, please [RF-31]", "<two@recruitflow>");
    sandbox.pass(Duration.ofHours(8));

    var mail = arrived(1).getFirst();
    assertThat(header(mail, "From")).doesNotContain(EMAIL);
    assertThat(header(mail, "Subject")).contains("RF-31");
    assertThat(files(mail)).hasSize(1);
  }

  @Test
  void a_document_comes_by_whatsapp_and_can_be_fetched() {
    known("cv_by_whatsapp_ro");
    sendWhatsapp("Bună, ne puteți trimite CV-ul? RF-7");
    sandbox.pass(Duration.ofHours(2));

    var message = product.next().body().toJsonObject().getJsonArray("messages").getJsonObject(0);
    assertThat(message.getString("type")).isEqualTo("document");
    assertThat(message.getString("from")).isEqualTo(PHONE.substring(1));
    var document = message.getJsonObject("document");
    assertThat(document.getString("caption")).isNotBlank();
    var file = media(document.getString("id"));
    assertThat(file.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF").contains("Ana Pop");
  }

  private Buffer media(String id) {
    return sandbox
        .ask(
            HttpMethod.GET,
            sandbox.url("whapi") + "/media/" + id,
            Map.of("authorization", "Bearer " + SandboxKeys.WHAPI_TOKEN),
            null)
        .body();
  }

  @Test
  void somebody_asks_back_first_and_sends_a_docx_after_the_follow_up() {
    known("replies_with_question_cs");
    var sent = sendMail("Zivotopis [RF-8]", "<three@recruitflow>");
    sandbox.pass(Duration.ofHours(3));
    var question = arrived(1).getFirst();
    assertThat(files(question)).isEmpty();
    assertThat(question.getString("threadId")).isEqualTo(sent.getString("threadId"));

    sendMail("Zivotopis [RF-8]", "<four@recruitflow>");
    sandbox.pass(Duration.ofHours(40));
    assertThat(arrived(2).stream().flatMap(mail -> files(mail).stream()))
        .singleElement()
        .asString()
        .endsWith(".docx");
  }

  @Test
  void who_needs_a_reminder_sends_nothing_before_it() {
    known("sends_cv_after_follow_up_en");
    sendMail("Your CV [RF-9]", "<five@recruitflow>");
    sandbox.pass(Duration.ofDays(3));
    sendMail("Your CV [RF-9]", "<six@recruitflow>");
    assertThat(gmail(HttpMethod.GET, "/messages?q=label:CVs", null).containsKey("messages"))
        .isFalse();
    sandbox.pass(Duration.ofHours(3));
    assertThat(arrived(1)).hasSize(1);
  }

  @Test
  void a_mail_that_asks_for_nothing_is_not_answered_and_some_never_answer() {
    known("never_sends_cv_de");
    sendMail("Ihr Lebenslauf [RF-10]", "<seven@recruitflow>");
    sandbox.pass(Duration.ofDays(30));
    known("qualified_ro");
    sendWhatsapp("Thank you for your time.");
    sandbox.pass(Duration.ofDays(30));
    sandbox.vertx().timer(200, TimeUnit.MILLISECONDS).await();
    assertThat(gmail(HttpMethod.GET, "/messages?q=label:CVs", null).containsKey("messages"))
        .isFalse();
  }
}
