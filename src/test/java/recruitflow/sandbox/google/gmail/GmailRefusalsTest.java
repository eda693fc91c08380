package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.sandbox.google.gmail.GmailCaller.label;
import static recruitflow.sandbox.google.gmail.GmailCaller.letter;
import static recruitflow.sandbox.google.gmail.GmailCaller.mail;
import static recruitflow.sandbox.google.gmail.GmailCaller.refused;

import com.google.api.services.gmail.model.BatchModifyMessagesRequest;
import com.google.api.services.gmail.model.LabelColor;
import com.google.api.services.gmail.model.ModifyMessageRequest;
import com.google.api.services.gmail.model.ModifyThreadRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.sandbox.google.GoogleTokens;

/** What Gmail does not take, and how it says so. */
class GmailRefusalsTest {
  private static final String INVALID = "invalidArgument";
  @RegisterExtension private static final GmailCaller caller = new GmailCaller();
  private static final String id = caller.put(mail("maria@example.com", "CV"));

  @Test
  void a_parameter_that_no_call_has_is_refused_at_each_call() throws IOException {
    var users = caller.gmail.users();
    var threadId = users.messages().get("me", id).execute().getThreadId();
    var change = new ModifyMessageRequest().setAddLabelIds(List.of("STARRED"));
    refused(() -> users.messages().list("me").set("colour", "x").execute(), 400, INVALID);
    refused(() -> users.messages().get("me", id).set("maxResults", "1").execute(), 400, INVALID);
    refused(() -> users.messages().modify("me", id, change).set("q", "x").execute(), 400, INVALID);
    refused(() -> users.messages().trash("me", id).set("to", "x").execute(), 400, INVALID);
    refused(() -> users.labels().list("me").set("format", "full").execute(), 400, INVALID);
    refused(() -> users.labels().get("me", "INBOX").set("a", "b").execute(), 400, INVALID);
    refused(() -> users.threads().list("me").set("historyTypes", "x").execute(), 400, INVALID);
    refused(() -> users.threads().get("me", threadId).set("q", "x").execute(), 400, INVALID);
    refused(() -> users.getProfile("me").set("full", true).execute(), 400, INVALID);
    refused(() -> users.history().list("me").set("since", "1").execute(), 400, INVALID);
    var answer = get("/messages?colour=x").bodyAsJsonObject().getJsonObject("error");
    assertThat(answer.getString("message"))
        .isEqualTo(
            "Invalid JSON payload received. Unknown name \"colour\": Cannot bind query parameter."
                + " Field 'colour' could not be found in request message.");
  }

  private static io.vertx.ext.web.client.HttpResponse<Buffer> get(String path) {
    return ask(HttpMethod.GET, path, null);
  }

  private static io.vertx.ext.web.client.HttpResponse<Buffer> ask(
      HttpMethod method, String path, Buffer body) {
    return caller.sandbox.ask(
        method,
        caller.sandbox.url("gmail") + "/gmail/v1/users/me" + path,
        Map.of("authorization", "Bearer " + GoogleTokens.issue(Instant.now(), 1)),
        body);
  }

  @Test
  void a_field_that_no_body_has_is_refused_in_each_body() {
    var users = caller.gmail.users();
    refused(
        () -> users.labels().create("me", label("A").set("colour", "x")).execute(), 400, INVALID);
    refused(
        () ->
            users
                .labels()
                .create("me", label("A").setColor(new LabelColor().set("x", "y")))
                .execute(),
        400,
        INVALID);
    var letter = letter("To: a@example.com", "x").set("priority", "high");
    refused(() -> users.messages().send("me", letter).execute(), 400, INVALID);
    var change = new ModifyMessageRequest().setAddLabelIds(List.of("STARRED")).set("ids", "x");
    refused(() -> users.messages().modify("me", id, change).execute(), 400, INVALID);
    var several = new BatchModifyMessagesRequest().setIds(List.of(id)).set("labels", "x");
    refused(() -> users.messages().batchModify("me", several).execute(), 400, INVALID);
    var thread = new ModifyThreadRequest().setAddLabelIds(List.of("STARRED")).set("x", 1);
    refused(() -> users.threads().modify("me", id, thread).execute(), 400, INVALID);
    var answer = ask(HttpMethod.POST, "/labels", Buffer.buffer("{\"color\": {\"x\": 1}}"));
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("message"))
        .isEqualTo(
            "Invalid JSON payload received. Unknown name \"x\" at 'label.color': Cannot find"
                + " field.");
  }

  @Test
  void words_that_an_enumeration_does_not_have_are_refused() {
    var users = caller.gmail.users();
    refused(
        () -> users.labels().create("me", label("B").setLabelListVisibility("loud")).execute(),
        400,
        INVALID);
    refused(
        () -> users.labels().create("me", label("B").setMessageListVisibility("loud")).execute(),
        400,
        INVALID);
    refused(() -> users.labels().create("me", label("B").setType("own")).execute(), 400, INVALID);
    refused(() -> users.messages().get("me", id).setFormat("loud").execute(), 400, INVALID);
    refused(
        () ->
            users
                .history()
                .list("me")
                .setStartHistoryId(java.math.BigInteger.ONE)
                .setHistoryTypes(List.of("messageAdded", "messageLost"))
                .execute(),
        400,
        INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "/messages?maxResults=900",
    "/messages?maxResults=501",
    "/messages?maxResults=-1",
    "/messages?maxResults=many",
    "/messages?includeSpamTrash=perhaps",
    "/messages?alt=xml",
    "/messages?prettyPrint=maybe",
    "/threads?maxResults=900",
    "/history?startHistoryId=1&maxResults=900",
    "/history?startHistoryId=last"
  })
  void numbers_and_truths_out_of_range_are_refused(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(400);
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("status"))
        .isEqualTo("INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/labels | {\"name\": 7}",
        "/labels | {\"name\": \"x\", \"messagesTotal\": \"many\"}",
        "/labels | []",
        "/labels | \"text\"",
        "/messages/send | {\"raw\": 7}",
        "/messages/batchModify | {\"ids\": \"one\"}",
        "/messages/batchModify | {\"ids\": [1]}",
        "/messages/batchModify | {\"ids\": [\"x\"], \"addLabelIds\": {}}"
      })
  void values_of_another_type_are_refused(String path, String body) {
    var answer = ask(HttpMethod.POST, path, Buffer.buffer(body));
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(400);
  }

  @Test
  void what_every_call_may_carry_is_taken_everywhere() {
    var all = "?alt=json&prettyPrint=false&key=k&quotaUser=u&fields=*&$.xgafv=2&userIp=1.2.3.4";
    assertThat(get("/messages" + all + "&maxResults=500&q=x").statusCode()).isEqualTo(200);
    assertThat(get("/messages/" + id + all).statusCode()).isEqualTo(200);
    var made = ask(HttpMethod.POST, "/labels" + all, JsonObject.of("name", "Taken").toBuffer());
    assertThat(made.statusCode()).as(made.bodyAsString()).isEqualTo(200);
  }
}
