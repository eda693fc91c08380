package recruitflow.sandbox.whapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;

/** Documents and contacts at Whapi, and what it does not take. */
class WhapiRefusalsTest {
  private static final String PHONE = "40722000111";
  private static final String PDF =
      Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
  @RegisterExtension private static final RunningSandbox sandbox = RunningSandbox.start();

  private static HttpResponse<Buffer> ask(
      HttpMethod method, String path, String type, Buffer body) {
    var key = "Bearer " + SandboxKeys.WHAPI_TOKEN;
    var headers =
        type == null
            ? Map.of("authorization", key)
            : Map.of("authorization", key, "content-type", type);
    return sandbox.ask(method, sandbox.url("whapi") + path, headers, body);
  }

  private static HttpResponse<Buffer> post(String path, JsonObject body) {
    return ask(HttpMethod.POST, path, "application/json", body.toBuffer());
  }

  private static void refused(HttpResponse<Buffer> answer, String detail) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(400);
    var error = answer.bodyAsJsonObject().getJsonObject("error");
    assertThat(error.getInteger("code")).isEqualTo(400);
    assertThat(error.getString("details")).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\": \"x\"} | colour",
        "{\"quoted\": 42} | quoted",
        "{\"quoted\": \"none such\"} | quoted",
        "{\"edit\": true} | edit",
        "{\"typing_time\": 61} | typing_time",
        "{\"typing_time\": \"long\"} | typing_time",
        "{\"no_link_preview\": \"yes\"} | no_link_preview",
        "{\"mentions\": \"40722000111\"} | mentions",
        "{\"mentions\": [\"Ana\"]} | mentions.0",
        "{\"to\": \"+40722000111\"} | to",
        "{\"body\": \"\"} | body"
      })
  void a_text_with_something_unknown_or_wrong_is_refused(String change, String field) {
    var text = JsonObject.of("to", PHONE, "body", "x").mergeIn(new JsonObject(change));
    refused(post("/messages/text", text), field);
  }

  @ParameterizedTest
  @CsvSource({
    "count=501, count",
    "count=0, count",
    "count=all, count",
    "offset=-1, offset",
    "from_me=perhaps, from_me",
    "sort=loud, sort",
    "colour=x, colour",
    "time_from=yesterday, time_from"
  })
  void a_list_asked_for_wrongly_is_refused(String query, String field) {
    refused(ask(HttpMethod.GET, "/messages/list?" + query, null, null), field);
    var chat = "/messages/list/" + PHONE + "@s.whatsapp.net?" + query;
    refused(ask(HttpMethod.GET, chat, null, null), field);
  }

  @Test
  void bodies_that_are_not_called_json_are_not_read() {
    var text = JsonObject.of("to", PHONE, "body", "x").toBuffer();
    var answer = ask(HttpMethod.POST, "/messages/text", "text/plain", text);
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(ask(HttpMethod.DELETE, "/messages/text", null, null).statusCode()).isEqualTo(405);
    refused(ask(HttpMethod.GET, "/health?colour=x", null, null), "colour");
  }

  @Test
  void a_document_is_sent_and_can_be_fetched() {
    var document =
        JsonObject.of("to", PHONE, "media", "data:application/pdf;name=Offer.pdf;base64," + PDF)
            .put("filename", "Offer.pdf")
            .put("caption", "Our offer");
    var sent = post("/messages/document", document).bodyAsJsonObject();

    assertThat(sent.getBoolean("sent")).isTrue();
    var message = sent.getJsonObject("message");
    assertThat(message.getString("type")).isEqualTo("document");
    assertThat(message.getBoolean("from_me")).isTrue();
    var content = message.getJsonObject("document");
    assertThat(content.getString("caption")).isEqualTo("Our offer");
    assertThat(content.getString("file_name")).isEqualTo("Offer.pdf");
    assertThat(content.getString("mime_type")).isEqualTo("application/pdf");
    var file = ask(HttpMethod.GET, "/media/" + content.getString("id"), null, null);
    assertThat(file.bodyAsString()).isEqualTo("%PDF-1.4");
    var again = JsonObject.of("to", PHONE, "media", content.getString("id"));
    assertThat(post("/messages/document", again).statusCode()).isEqualTo(200);
    var byAddress = JsonObject.of("to", PHONE, "media", "https://files.example/offer.pdf");
    assertThat(post("/messages/document", byAddress).statusCode()).isEqualTo(200);
  }

  @Test
  void a_document_with_something_unknown_or_wrong_is_refused() {
    var document = JsonObject.of("to", PHONE, "media", "data:application/pdf;base64," + PDF);
    refused(post("/messages/document", document.copy().put("body", "x")), "body");
    refused(post("/messages/document", document.copy().put("mime_type", "pdf")), "mime_type");
    refused(post("/messages/document", document.copy().put("media", "data:;base64,&")), "media");
    refused(post("/messages/document", document.copy().put("media", 7)), "media");
    refused(post("/messages/document", JsonObject.of("to", PHONE)), "media");
    var gone = document.copy().put("media", "pdf-00000000ffff");
    assertThat(post("/messages/document", gone).statusCode()).isEqualTo(404);
  }

  @Test
  void numbers_are_looked_up() {
    var asked = JsonObject.of("contacts", JsonArray.of("+40 722 000 111", "12"));
    var contacts =
        post("/contacts", asked.put("force_check", true))
            .bodyAsJsonObject()
            .getJsonArray("contacts");
    assertThat(contacts)
        .isEqualTo(
            JsonArray.of(
                JsonObject.of("input", "+40 722 000 111", "status", "valid", "wa_id", PHONE),
                JsonObject.of("input", "12", "status", "invalid")));
    sandbox.turnOn("whapi", "no_whatsapp", 1);
    var none = post("/contacts", JsonObject.of("contacts", JsonArray.of(PHONE)));
    assertThat(
            none.bodyAsJsonObject().getJsonArray("contacts").getJsonObject(0).getString("status"))
        .isEqualTo("invalid");
    refused(post("/contacts", JsonObject.of("contacts", PHONE)), "contacts");
    refused(post("/contacts", JsonObject.of("contacts", JsonArray.of(7))), "contacts.0");
    refused(post("/contacts", new JsonObject()), "contacts");
    refused(post("/contacts", asked.copy().put("colour", 1)), "colour");
  }
}
