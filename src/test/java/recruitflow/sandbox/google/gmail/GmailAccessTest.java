package recruitflow.sandbox.google.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static recruitflow.sandbox.google.gmail.GmailCaller.header;
import static recruitflow.sandbox.google.gmail.GmailCaller.mail;
import static recruitflow.sandbox.google.gmail.GmailCaller.refused;

import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.http.HttpHeaders;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.ModifyMessageRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.sandbox.RunningSandbox;
import recruitflow.sandbox.SandboxKeys;

class GmailAccessTest {
  @RegisterExtension private static final GmailCaller google = new GmailCaller();
  private static final RunningSandbox sandbox = google.sandbox;
  private static final Gmail gmail = google.gmail;

  @Test
  void a_batch_answers_each_call_on_its_own_and_refuses_more_than_a_hundred() throws IOException {
    var id = google.put(mail("batch@example.com", "Batch"));
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
    var id = google.put(mail("history@example.com", "History"));
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
    assertThat(google.client(SandboxKeys.GOOGLE_REFRESH_TOKEN).users().getProfile("me").execute())
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
    assertThatThrownBy(() -> google.client("revoked").users().getProfile("me").execute())
        .hasStackTraceContaining("invalid_grant");
    sandbox.turnOn("google", "invalid_grant", 1);
    assertThatThrownBy(
            () ->
                google.client(SandboxKeys.GOOGLE_REFRESH_TOKEN).users().getProfile("me").execute())
        .hasStackTraceContaining("invalid_grant");
  }
}
