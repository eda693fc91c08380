package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.BatchModifyMessagesRequest;
import com.google.api.services.gmail.model.Label;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePart;
import com.google.api.services.gmail.model.ModifyMessageRequest;
import com.google.api.services.gmail.model.ModifyThreadRequest;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.UserCredentials;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the stand-in with Google's own client. */
class GmailStandInTest {
  private static RunningSandbox sandbox;
  private Gmail gmail;

  @BeforeAll
  static void start() {
    sandbox = RunningSandbox.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    sandbox.control(HttpMethod.DELETE, "/faults", null);
    gmail = client(SandboxKeys.GOOGLE_REFRESH_TOKEN);
  }

  private static Gmail client(String refreshToken) {
    var credentials =
        UserCredentials.newBuilder()
            .setClientId(SandboxKeys.GOOGLE_CLIENT_ID)
            .setClientSecret(SandboxKeys.GOOGLE_CLIENT_SECRET)
            .setRefreshToken(refreshToken)
            .setTokenServerUri(URI.create(sandbox.url("google") + "/token"))
            .build();
    return new Gmail.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(credentials))
        .setRootUrl(sandbox.url("gmail") + "/")
        .setApplicationName("test")
        .build();
  }

  private static String put(JsonObject mail) {
    return sandbox.control(HttpMethod.POST, "/gmail/inbound", mail).getString("id");
  }

  private static JsonObject mail(String from, String subject) {
    return new JsonObject()
        .put("from", from)
        .put("subject", subject)
        .put("text", "Bună ziua, țară");
  }

  private static Message letter(String headers, String body) {
    var raw = (headers + "\r\n\r\n" + body).replace("\n", "\r\n").replace("\r\r", "\r");
    return new Message()
        .setRaw(Base64.getUrlEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(Call call, int code, String reason) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(code);
              assertThat(e.getDetails().getCode()).isEqualTo(code);
              assertThat(e.getDetails().getErrors().getFirst().getReason()).isEqualTo(reason);
            });
  }

  private static Label label(String name) {
    return new Label()
        .setName(name)
        .setLabelListVisibility("labelShow")
        .setMessageListVisibility("show");
  }

  private interface Call {
    void run() throws IOException;
  }

  @Test
  void an_empty_result_has_no_messages_at_all() throws IOException {
    var found = gmail.users().messages().list("me").setQ("subject:nobody-wrote-this").execute();
    assertThat(found.getMessages()).isNull();
    assertThat(found.getResultSizeEstimate()).isZero();
  }

  @Test
  void a_mail_with_a_cv_is_found_by_label_read_and_its_attachment_fetched() throws IOException {
    var attachment = new JsonObject().put("fileName", "životopis.pdf");
    attachment.put("lines", new JsonArray().add("Jana Nováková"));
    var id =
        put(
            mail("jana@example.com", "Můj životopis [RF-17]")
                .put("name", "Jana Nováková")
                .put("attachments", new JsonArray().add(attachment)));

    var found =
        gmail.users().messages().list("me").setQ("label:CVs is:unread from:jana@example.com");
    assertThat(found.execute().getMessages()).extracting(Message::getId).containsExactly(id);

    var full = gmail.users().messages().get("me", id).execute();
    assertThat(full.getLabelIds())
        .contains("INBOX", "UNREAD")
        .anyMatch(l -> l.startsWith("Label_"));
    assertThat(header(full, "Subject")).isEqualTo("Můj životopis [RF-17]");
    assertThat(header(full, "From")).isEqualTo("Jana Nováková <jana@example.com>");
    var parts = full.getPayload().getParts();
    assertThat(new String(parts.getFirst().getBody().decodeData(), StandardCharsets.UTF_8))
        .isEqualTo("Bună ziua, țară");
    var file = parts.getLast();
    assertThat(file.getFilename()).isEqualTo("životopis.pdf");
    assertThat(file.getPartId()).isEqualTo("1");
    assertThat(file.getBody().getData()).isNull();

    var bytes = gmail.users().messages().attachments().get("me", id, attachmentId(file)).execute();
    assertThat(bytes.decodeData()).startsWith("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
    assertThat(bytes.getSize()).isEqualTo(bytes.decodeData().length);
  }

  private static String attachmentId(MessagePart part) {
    return part.getBody().getAttachmentId();
  }

  private static String header(Message message, String name) {
    return message.getPayload().getHeaders().stream()
        .filter(each -> each.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void the_id_of_an_attachment_is_another_at_each_reading_and_the_old_one_still_works()
      throws IOException {
    var id =
        put(
            mail("dan@example.com", "CV")
                .put(
                    "attachments",
                    new JsonArray().add(new JsonObject().put("fileName", "a.docx"))));
    var first =
        attachmentId(
            gmail.users().messages().get("me", id).execute().getPayload().getParts().get(1));
    var second =
        attachmentId(
            gmail.users().messages().get("me", id).execute().getPayload().getParts().get(1));

    assertThat(first).isNotEqualTo(second);
    var attachments = gmail.users().messages().attachments();
    assertThat(attachments.get("me", id, first).execute().decodeData())
        .isEqualTo(attachments.get("me", id, second).execute().decodeData());
    refused(() -> attachments.get("me", id, "ANGjdJnonsense").execute(), 400, "invalidArgument");
  }

  @Test
  void metadata_minimal_and_raw_show_what_they_promise() throws IOException {
    var id = put(mail("eva@example.com", "Formats"));
    var messages = gmail.users().messages();

    var metadata =
        messages
            .get("me", id)
            .setFormat("metadata")
            .setMetadataHeaders(List.of("subject"))
            .execute();
    assertThat(metadata.getPayload().getHeaders()).hasSize(1);
    assertThat(header(metadata, "Subject")).isEqualTo("Formats");
    assertThat(messages.get("me", id).setFormat("minimal").execute().getPayload()).isNull();
    var raw = messages.get("me", id).setFormat("raw").execute();
    assertThat(new String(raw.decodeRaw(), StandardCharsets.US_ASCII)).contains("Subject: Formats");
    assertThat(raw.getHistoryId()).isPositive();
    assertThat(raw.getInternalDate()).isEqualTo(sandbox.now().toEpochMilli());
    refused(() -> messages.get("me", "12ab").execute(), 404, "notFound");
    refused(() -> messages.get("me", "no id").execute(), 400, "invalidArgument");
  }

  @Test
  void pages_follow_each_other_without_gap_or_repetition() throws IOException {
    for (var i = 0; i < 7; i++) put(mail("page" + i + "@example.com", "Pages of many"));
    var seen = new ArrayList<String>();
    String token = null;
    do {
      var list = gmail.users().messages().list("me").setQ("subject:\"pages of many\"");
      var page = list.setMaxResults(3L).setPageToken(token).execute();
      page.getMessages().forEach(message -> seen.add(message.getId()));
      token = page.getNextPageToken();
    } while (token != null);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    var bad = gmail.users().messages().list("me").setPageToken("x");
    refused(bad::execute, 400, "invalidArgument");
  }

  @Test
  void labels_move_one_mail_or_many_and_unknown_ones_are_refused() throws IOException {
    var ids = List.of(put(mail("l1@example.com", "Labels")), put(mail("l2@example.com", "Labels")));
    var done = gmail.users().labels().create("me", label("Done-" + ids.getFirst()));
    var label = done.execute();
    assertThat(label.getId()).startsWith("Label_");

    var change = new ModifyMessageRequest().setAddLabelIds(List.of(label.getId()));
    change.setRemoveLabelIds(List.of("UNREAD"));
    var changed = gmail.users().messages().modify("me", ids.getFirst(), change).execute();
    assertThat(changed.getLabelIds()).contains(label.getId()).doesNotContain("UNREAD");

    var many = new BatchModifyMessagesRequest().setIds(ids).setAddLabelIds(List.of(label.getId()));
    gmail.users().messages().batchModify("me", many).execute();
    var query = "subject:labels label:" + label.getName().toLowerCase() + " is:unread";
    assertThat(gmail.users().messages().list("me").setQ(query).execute().getMessages())
        .extracting(Message::getId)
        .containsExactly(ids.getLast());
    var other = "subject:labels -label:" + label.getName();
    assertThat(gmail.users().messages().list("me").setQ(other).execute().getMessages()).isNull();

    var unknown = new ModifyMessageRequest().setAddLabelIds(List.of("Label_9999"));
    refused(
        () -> gmail.users().messages().modify("me", ids.getFirst(), unknown).execute(),
        400,
        "invalidArgument");
    var nothing = new ModifyMessageRequest();
    refused(
        () -> gmail.users().messages().modify("me", ids.getFirst(), nothing).execute(),
        400,
        "invalidArgument");
    refused(() -> gmail.users().labels().create("me", label("cvs")).execute(), 409, "aborted");
    refused(
        () -> gmail.users().labels().create("me", label("Inbox")).execute(),
        400,
        "invalidArgument");
    assertThat(gmail.users().labels().list("me").execute().getLabels())
        .extracting(Label::getName)
        .contains("INBOX", "CVs", label.getName());
  }

  @Test
  void a_sent_mail_opens_a_thread_and_its_follow_up_joins_by_references_and_subject()
      throws IOException {
    var headers = "To: ana@example.com\nSubject: Your CV [RF-5]\nMessage-ID: <rf5@recruitflow>";
    var first = gmail.users().messages().send("me", letter(headers, "Please send it.")).execute();
    assertThat(first.getLabelIds()).containsExactly("SENT");

    var reply =
        "To: ana@example.com\nSubject: Re: Your CV [RF-5]\nMessage-ID: <rf5b@recruitflow>\n"
            + "In-Reply-To: <rf5@recruitflow>\nReferences: <rf5@recruitflow>";
    var second =
        gmail
            .users()
            .messages()
            .send("me", letter(reply, "Again.").setThreadId(first.getThreadId()))
            .execute();
    assertThat(second.getThreadId()).isEqualTo(first.getThreadId());
    assertThat(gmail.users().threads().get("me", first.getThreadId()).execute().getMessages())
        .hasSize(2);

    var stranger = reply.replace("Re: Your CV", "Another matter").replace("rf5b", "rf5c");
    var third =
        gmail
            .users()
            .messages()
            .send("me", letter(stranger, "x").setThreadId(first.getThreadId()))
            .execute();
    assertThat(third.getThreadId()).isNotEqualTo(first.getThreadId());

    var found =
        gmail.users().messages().list("me").setQ("in:sent rfc822msgid:rf5@recruitflow").execute();
    assertThat(found.getMessages()).extracting(Message::getId).containsExactly(first.getId());
    var moved = new ModifyThreadRequest().setAddLabelIds(List.of("STARRED"));
    assertThat(
            gmail
                .users()
                .threads()
                .modify("me", first.getThreadId(), moved)
                .execute()
                .getMessages())
        .allMatch(message -> message.getLabelIds().contains("STARRED"));
    assertThat(gmail.users().threads().list("me").setQ("is:starred").execute().getThreads())
        .hasSize(1);
  }

  @Test
  void a_mail_that_cannot_go_out_is_refused() {
    var messages = gmail.users().messages();
    refused(() -> messages.send("me", new Message().setRaw("")).execute(), 400, "invalidArgument");
    refused(
        () -> messages.send("me", letter("Subject: nobody", "x")).execute(),
        400,
        "invalidArgument");
    refused(
        () -> messages.send("me", letter("To: not an address", "x")).execute(),
        400,
        "invalidArgument");
    var lost = letter("To: a@example.com\nSubject: x", "x").setThreadId("12ab");
    refused(() -> messages.send("me", lost).execute(), 404, "notFound");
    refused(
        () -> messages.send("me", new Message().setRaw("a+b/")).execute(), 400, "invalidArgument");
  }

  @Test
  void a_message_can_be_sent_as_an_upload_alone_or_behind_its_thread() {
    var raw = "To: up@example.com\r\nSubject: Upload\r\nMessage-ID: <up@x>\r\n\r\nHi";
    var alone = upload("media", "message/rfc822", raw);
    assertThat(alone.statusCode()).isEqualTo(200);
    var thread = alone.bodyAsJsonObject().getString("threadId");

    var answer = raw.replace("<up@x>", "<up2@x>\r\nIn-Reply-To: <up@x>");
    var related =
        "--b\r\nContent-Type: application/json\r\n\r\n{\"threadId\":\"%s\"}\r\n"
            + "--b\r\nContent-Type: message/rfc822\r\n\r\n%s\r\n--b--";
    var second =
        upload("multipart", "multipart/related; boundary=b", related.formatted(thread, answer));
    assertThat(second.bodyAsJsonObject().getString("threadId")).isEqualTo(thread);
    assertThat(upload("media", "text/plain", raw).statusCode()).isEqualTo(400);
    assertThat(upload("multipart", "multipart/related; boundary=b", "x").statusCode())
        .isEqualTo(400);
  }

  private HttpResponse<Buffer> upload(String type, String contentType, String body) {
    var token = GoogleTokens.issue(Instant.now(), 1);
    return sandbox.ask(
        HttpMethod.POST,
        sandbox.url("gmail") + "/upload/gmail/v1/users/me/messages/send?uploadType=" + type,
        Map.of("authorization", "Bearer " + token, "content-type", contentType),
        Buffer.buffer(body));
  }

  @Test
  void a_batch_answers_each_call_on_its_own_and_refuses_more_than_a_hundred() throws IOException {
    var id = put(mail("batch@example.com", "Batch"));
    var subjects = new ArrayList<String>();
    var failures = new ArrayList<Integer>();
    var callback =
        new JsonBatchCallback<Message>() {
          @Override
          public void onSuccess(Message message, HttpHeaders headers) {
            subjects.add(header(message, "Subject"));
          }

          @Override
          public void onFailure(GoogleJsonError error, HttpHeaders headers) {
            failures.add(error.getCode());
          }
        };
    var batch = gmail.batch();
    gmail.users().messages().get("me", id).queue(batch, callback);
    gmail.users().messages().get("me", "12ab").queue(batch, callback);
    batch.execute();
    assertThat(subjects).containsExactly("Batch");
    assertThat(failures).containsExactly(404);

    var tooMany = gmail.batch();
    for (var i = 0; i < 101; i++) gmail.users().messages().get("me", id).queue(tooMany, callback);
    assertThatThrownBy(tooMany::execute).hasMessageContaining("400");
  }

  @Test
  void history_tells_what_changed_and_is_gone_when_too_old() throws IOException {
    var start = gmail.users().getProfile("me").execute().getHistoryId();
    assertThat(gmail.users().history().list("me").setStartHistoryId(start).execute().getHistory())
        .isNull();
    var id = put(mail("history@example.com", "History"));
    var change = new ModifyMessageRequest().setRemoveLabelIds(List.of("UNREAD"));
    gmail.users().messages().modify("me", id, change).execute();

    var history = gmail.users().history().list("me").setStartHistoryId(start).execute();
    assertThat(history.getHistory()).hasSize(2);
    assertThat(history.getHistory().getFirst().getMessagesAdded().getFirst().getMessage().getId())
        .isEqualTo(id);
    assertThat(history.getHistory().getLast().getLabelsRemoved().getFirst().getLabelIds())
        .containsExactly("UNREAD");
    assertThat(history.getHistoryId()).isGreaterThan(start);

    sandbox.turnOn("gmail", "history_gone", 1);
    refused(
        () -> gmail.users().history().list("me").setStartHistoryId(start).execute(),
        404,
        "notFound");
  }

  @Test
  void quota_and_permission_refusals_come_by_switch() throws IOException {
    var list = gmail.users().messages().list("me");
    sandbox.turnOn("gmail", "quota", 1);
    refused(list::execute, 403, "rateLimitExceeded");
    sandbox.turnOn("gmail", "concurrency", 1);
    refused(list::execute, 429, "rateLimitExceeded");
    sandbox.turnOn("gmail", "permission", 1);
    refused(list::execute, 403, "insufficientPermissions");
    sandbox.turnOn("gmail", "backend_error", 1);
    refused(list::execute, 500, "backendError");
    list.execute();
  }

  @Test
  void units_of_a_minute_can_run_out() throws IOException {
    sandbox.control(HttpMethod.POST, "/gmail/units", new JsonObject().put("perMinute", 12));
    try {
      var list = gmail.users().messages().list("me");
      list.execute();
      list.execute();
      refused(list::execute, 403, "rateLimitExceeded");
    } finally {
      sandbox.control(HttpMethod.POST, "/gmail/units", new JsonObject());
    }
  }

  @Test
  void an_expired_access_token_is_renewed_by_the_client_and_the_call_repeated() throws IOException {
    sandbox.turnOn("gmail", "token_expired", 1);
    assertThat(gmail.users().getProfile("me").execute().getEmailAddress())
        .isEqualTo(GmailStandIn.ADDRESS);
    sandbox.turnOn("google", "short_lived", 1);
    assertThat(client(SandboxKeys.GOOGLE_REFRESH_TOKEN).users().getProfile("me").execute())
        .isNotNull();
  }

  @Test
  void a_foreign_token_is_refused_with_auth_error() {
    var answer =
        sandbox.ask(
            HttpMethod.GET,
            sandbox.url("gmail") + "/gmail/v1/users/me/profile",
            Map.of("authorization", "Bearer ya29.sandbox.9999999999.1.00"),
            null);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("status"))
        .isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void a_dead_refresh_token_is_an_invalid_grant() {
    assertThatThrownBy(() -> client("revoked").users().getProfile("me").execute())
        .hasStackTraceContaining("invalid_grant");
    sandbox.turnOn("google", "invalid_grant", 1);
    assertThatThrownBy(
            () -> client(SandboxKeys.GOOGLE_REFRESH_TOKEN).users().getProfile("me").execute())
        .hasStackTraceContaining("invalid_grant");
  }
}
