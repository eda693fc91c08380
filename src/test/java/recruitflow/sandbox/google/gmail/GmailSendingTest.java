package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.sandbox.google.gmail.GmailCaller.letter;
import static recruitflow.sandbox.google.gmail.GmailCaller.refused;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.ModifyThreadRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.google.GoogleTokens;

class GmailSendingTest {
  @RegisterExtension private static final GmailCaller google = new GmailCaller();
  private static final RunningSandbox sandbox = google.sandbox;
  private static final Gmail gmail = google.gmail;

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
}
