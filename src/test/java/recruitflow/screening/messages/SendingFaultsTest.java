package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.tasks.Task;

class SendingFaultsTest extends Messaging {

  @ParameterizedTest
  @ValueSource(strings = {"drop", "cut_body", "status", "wrong_body"})
  void a_mail_whose_answer_was_lost_is_found_again_and_not_sent_twice(String kind) {
    var application = qualified("en");
    desk.fault(
        fault("gmail", kind, SEND_MAIL)
            .put("acting", true)
            .put("status", 500)
            .put("body", "<html>"));
    request(application);
    untilStatus(application, "email", "unknown");
    untilGone(application, "email");
    assertThat(desk.acted("gmail", SEND_MAIL)).isEqualTo(1);
    assertThat(message(application, "email").thread()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "cut_body", "status", "wrong_body"})
  void a_whatsapp_text_whose_answer_was_lost_is_found_again_and_not_sent_twice(String kind) {
    var application = qualified("en");
    desk.fault(
        fault("whapi", kind, SEND_TEXT)
            .put("acting", true)
            .put("status", 500)
            .put("body", "<html>"));
    request(application);
    untilStatus(application, "whatsapp", "unknown");
    untilGone(application, "whatsapp");
    assertThat(desk.acted("whapi", SEND_TEXT)).isEqualTo(1);
  }

  @Test
  void a_message_the_provider_never_got_fails_in_the_end_and_is_asked_for_again() {
    var application =
        desk.application(
            desk.candidate("Ana", "", "never@example.com"), desk.position("en"), "qualified");
    desk.fault(fault("gmail", "drop", SEND_MAIL));
    request(application);
    untilStatus(application, "email", "unknown");
    server
        .sql()
        .execute(
            "update messages set request_started_at = now() - interval '11 minutes' where"
                + " application_id = $1",
            application);
    untilSettled(application, "email", "failed");
    assertThat(desk.status(application)).isEqualTo("qualified");
    assertThat(desk.applicationText(application, "attention")).contains("No message", "never got");
    server.runJob("check_cv_followups");
    untilGone(application, "email");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv");
    assertThat(desk.applicationText(application, "attention")).isNull();
    assertThat(desk.acted("gmail", SEND_MAIL)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail", "whapi"})
  void a_provider_that_asks_for_a_pause_gets_it(String provider) {
    var application = qualified("en");
    var path = provider.equals("gmail") ? SEND_MAIL : SEND_TEXT;
    var channel = provider.equals("gmail") ? "email" : "whatsapp";
    desk.fault(
        fault(provider, "status", path)
            .put("status", 429)
            .put("headers", new JsonObject().put("Retry-After", "600"))
            .put(
                "body",
                new JsonObject().put("error", new JsonObject().put("message", "slow down"))));
    request(application);
    server.until("it was asked", () -> !desk.asked(provider, path).isEmpty());
    server.until(
        "the task waits for ten minutes", () -> waiting("messages.send_" + channel) >= 595);
    assertThat(desk.asked(provider, path)).hasSize(1);
    assertThat(message(application, channel).status()).isEqualTo("pending");
    untilGone(application, channel);
  }

  @Test
  void a_withdrawn_grant_is_asked_once_and_shown_while_whatsapp_goes_on() {
    var before = qualified("en");
    request(before);
    untilGone(before, "email");
    forget();
    var access =
        fault("google", "status", "/token")
            .put("count", 5)
            .put("status", 400)
            .put("body", new JsonObject().put("error", "invalid_grant"));
    desk.fault(access);
    expireToken();
    var applications = List.of(qualified("en"), qualified("en"), qualified("en"));
    request(applications.getFirst());
    untilStatus(applications.getFirst(), "email", "failed");
    applications.forEach(Messaging::request);
    for (var application : applications) {
      untilStatus(application, "email", "failed");
      untilGone(application, "whatsapp");
      assertThat(message(application, "email").error()).contains("Connect the account again");
      assertThat(desk.status(application)).isEqualTo("awaiting_cv");
    }
    assertThat(desk.asked("google", "/token")).hasSize(1);
    assertThat(desk.asked("gmail", SEND_MAIL)).hasSize(1);
    assertThat(new ProviderNotices(server.house().db()).all())
        .extracting(ProviderNotices.Notice::provider)
        .containsExactly("gmail");
  }

  /** The next call of Gmail is refused, so that a new token is wanted. */
  private static void expireToken() {
    desk.fault(
        fault("gmail", "status", SEND_MAIL)
            .put("status", 401)
            .put("body", new JsonObject().put("error", new JsonObject().put("code", 401))));
  }

  @Test
  void an_expired_token_is_renewed_without_anybody_noticing() {
    expireToken();
    var application = qualified("en");
    request(application);
    untilGone(application, "email");
    assertThat(desk.acted("gmail", SEND_MAIL)).isEqualTo(1);
    assertThat(desk.asked("gmail", SEND_MAIL)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qr", "trial_limit"})
  void a_whatsapp_channel_that_needs_a_person_is_asked_once_and_mail_goes_on(String name) {
    desk.fault(new JsonObject().put("provider", "whapi").put("kind", "switch").put("name", name));
    var first = qualified("en");
    request(first);
    untilStatus(first, "whatsapp", "failed");
    var second = qualified("en");
    request(second);
    untilStatus(second, "whatsapp", "failed");
    untilGone(second, "email");
    assertThat(desk.asked("whapi", SEND_TEXT)).hasSize(1);
    assertThat(new ProviderNotices(server.house().db()).all()).hasSize(1);
    assertThat(desk.status(second)).isEqualTo("awaiting_cv");
  }

  @Test
  void a_forbidden_recipient_fails_alone() {
    desk.fault(
        new JsonObject()
            .put("provider", "whapi")
            .put("kind", "switch")
            .put("name", "forbidden")
            .put("count", 1));
    var application = qualified("en");
    request(application);
    untilStatus(application, "whatsapp", "failed");
    assertThat(message(application, "whatsapp").error()).contains("403", "forbidden");
    assertThat(new ProviderNotices(server.house().db()).all()).isEmpty();
    untilGone(application, "email");
  }

  @Test
  void what_the_provider_tells_later_is_taken_down_once_and_never_backwards() {
    var application = qualified("en");
    request(application);
    untilGone(application, "whatsapp");
    var id =
        server
            .sql()
            .one(
                "select external_id from messages where application_id = $1 and channel ="
                    + " 'whatsapp'",
                row -> row.getString("external_id"),
                application);
    tell(id, "delivered");
    untilStatus(application, "whatsapp", "delivered");
    tell(id, "failed");
    tell(id, "pending");
    tell("unknown-id", "delivered");
    desk.hurry();
    desk.untilDone("messages.status");
    assertThat(message(application, "whatsapp").status()).isEqualTo("delivered");
  }

  private static void tell(String id, String status) {
    desk.add(
        Task.of("messages.status")
            .payload(
                new JsonObject().put("provider", "whapi").put("id", id).put("status", status)));
  }
}
