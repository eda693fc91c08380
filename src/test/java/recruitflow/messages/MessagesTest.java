package recruitflow.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.platform.providers.ProviderNotices;
import recruitflow.platform.tasks.Task;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

class MessagesTest {

  private static final String SEND_MAIL = "/gmail/v1/users/me/messages/send";
  private static final String SEND_TEXT = "/messages/text";

  private static TestServer server;
  private static Screening desk;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
    desk = new Screening(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    server.control(HttpMethod.DELETE, "/ledger", null);
  }

  @AfterEach
  void repair() {
    desk.noFaults();
    server.sql().execute("delete from provider_notices");
    server.sql().execute("update applications set status = 'closed'");
    desk.untilDone("messages.%");
  }

  private static long qualified(String language) {
    return desk.application(desk.candidate("Ana"), desk.position(language), "qualified");
  }

  private static void request(long applicationId) {
    desk.add(
        Task.of("messages.cv_request")
            .key("application-" + applicationId)
            .payload(new JsonObject().put("applicationId", applicationId)));
  }

  private record Sent(
      long id,
      String channel,
      String type,
      String status,
      String to,
      String subject,
      String body,
      String thread,
      String error) {}

  private static List<Sent> messages(long applicationId) {
    return server
        .sql()
        .list(
            "select * from messages where application_id = $1 order by id",
            row ->
                new Sent(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("message_type"),
                    row.getString("status"),
                    row.getString("to_address"),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getString("thread_id"),
                    row.getString("error_detail")),
            applicationId);
  }

  private static Sent message(long applicationId, String channel) {
    return messages(applicationId).stream()
        .filter(message -> message.channel().equals(channel))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static void untilStatus(long applicationId, String channel, String... statuses) {
    server.until(
        channel + " of " + applicationId + " is " + List.of(statuses),
        () ->
            messages(applicationId).stream().anyMatch(m -> m.channel().equals(channel))
                && List.of(statuses).contains(message(applicationId, channel).status()));
  }

  /** Sent, or already delivered by the stand-in's word. */
  private static void untilGone(long applicationId, String channel) {
    untilStatus(applicationId, channel, "sent", "delivered");
  }

  /** The same without waiting for pauses in real time. */
  private static void untilSettled(long applicationId, String channel, String... statuses) {
    server.until(
        channel + " of " + applicationId + " is settled",
        () -> {
          desk.hurry();
          return List.of(statuses).contains(message(applicationId, channel).status());
        });
  }

  private static JsonObject fault(String provider, String kind, String path) {
    return new JsonObject()
        .put("provider", provider)
        .put("kind", kind)
        .put("path", path)
        .put("count", 1);
  }

  @Test
  void a_qualified_candidate_is_asked_by_mail_and_whatsapp_in_the_position_s_language() {
    var application = qualified("ro");
    request(application);
    untilGone(application, "email");
    untilGone(application, "whatsapp");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv");
    var mail = message(application, "email");
    assertThat(mail.subject())
        .isEqualTo("CV-ul dumneavoastră pentru Courier [RF-" + application + "]");
    assertThat(mail.body()).startsWith("Bună ziua Ana,");
    assertThat(desk.acted("gmail", SEND_MAIL)).isEqualTo(1);
    assertThat(desk.acted("whapi", SEND_TEXT)).isEqualTo(1);
  }

  @Test
  void a_rejected_candidate_is_asked_by_whatsapp_only() {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), "not_qualified");
    request(application);
    untilGone(application, "whatsapp");
    assertThat(messages(application)).extracting(Sent::type).containsExactly("cv_request_rejected");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv_rejected");
    assertThat(desk.asked("gmail", SEND_MAIL)).isEmpty();
  }

  @Test
  void asking_twice_sends_once() {
    var application = qualified("en");
    request(application);
    request(application);
    untilGone(application, "email");
    untilGone(application, "whatsapp");
    desk.add(
        Task.of("messages.cv_request").payload(new JsonObject().put("applicationId", application)));
    desk.untilDone("messages.%");
    assertThat(messages(application)).hasSize(2);
  }

  @Test
  void a_channel_without_address_is_recorded_as_failed_and_the_other_is_used() {
    var application =
        desk.application(
            desk.candidate("Ana", "+40722990001", ""), desk.position("en"), "qualified");
    request(application);
    untilGone(application, "whatsapp");
    assertThat(message(application, "email").status()).isEqualTo("failed");
    assertThat(message(application, "email").error()).contains("no usable e-mail address");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv");
  }

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
    untilSettled(application, "email", "sent", "delivered");
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
    untilSettled(application, "whatsapp", "sent", "delivered");
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
    untilSettled(application, channel, "sent", "delivered");
  }

  /** Seconds until the task of this kind may run. */
  private static long waiting(String kind) {
    return server
        .sql()
        .one(
            """
            select coalesce(max(extract(epoch from not_before - now())), 0)::bigint as seconds
            from tasks where kind = $1 and state = 'ready'
            """,
            row -> row.getLong("seconds"),
            kind);
  }

  @Test
  void a_withdrawn_grant_is_asked_once_and_shown_while_whatsapp_goes_on() {
    server.sql().execute("update tasks set not_before = now()");
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
    applications.forEach(MessagesTest::request);
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
  void sending_waits_for_its_rate() {
    server.house().rates().pause("whapi", 6000, Duration.ofSeconds(3));
    var application = qualified("en");
    request(application);
    untilGone(application, "email");
    server.until("the text waits", () -> waiting("messages.send_whatsapp") >= 1);
    assertThat(desk.asked("whapi", SEND_TEXT)).isEmpty();
    untilGone(application, "whatsapp");
    assertThat(desk.acted("whapi", SEND_TEXT)).isEqualTo(1);
  }

  @Test
  void reminders_continue_the_thread_of_the_request_until_the_cv_is_overdue_and_closed() {
    var application = qualified("en");
    request(application);
    untilGone(application, "email");
    untilGone(application, "whatsapp");
    var first = message(application, "email");
    server.runJob("check_cv_followups");
    assertThat(messages(application)).hasSize(2);
    remind(application, "cv_followup_1");
    remind(application, "cv_followup_2");
    var mails = messages(application).stream().filter(m -> m.channel().equals("email")).toList();
    assertThat(mails)
        .extracting(Sent::subject)
        .containsExactly(first.subject(), "Re: " + first.subject(), "Re: " + first.subject());
    assertThat(mails).extracting(Sent::thread).containsOnly(first.thread());
    assertThat(threadsAtGmail(first.thread())).isEqualTo(3);
    server.clock.advance(Duration.ofHours(48));
    server.runJob("check_cv_followups");
    server.until("it is overdue", () -> desk.status(application).equals("cv_overdue"));
    assertThat(messages(application)).hasSize(6);
    server.clock.advance(Duration.ofDays(7));
    server.runJob("close_stale_rejected");
    server.until("it is closed", () -> desk.status(application).equals("closed"));
    assertThat(desk.applicationText(application, "closed_reason")).isEqualTo("overdue");
  }

  private static void remind(long application, String type) {
    server.clock.advance(Duration.ofHours(48));
    server.runJob("check_cv_followups");
    server.until(type, () -> desk.status(application).equals(type));
    untilGone(application, "email");
    untilGone(application, "whatsapp");
  }

  private static long threadsAtGmail(String thread) {
    var mails =
        server
            .control(HttpMethod.GET, "/gmail/mails", null)
            .bodyAsJsonObject()
            .getJsonArray("items", new JsonArray());
    return mails.stream()
        .filter(mail -> ((JsonObject) mail).getString("threadId").equals(thread))
        .count();
  }

  @Test
  void a_cv_that_comes_while_a_message_waits_makes_it_pointless() {
    server.house().rates().pause("whapi", 6000, Duration.ofSeconds(2));
    var application = qualified("en");
    request(application);
    untilGone(application, "email");
    server
        .sql()
        .execute("update applications set status = 'cv_received' where id = $1", application);
    untilStatus(application, "whatsapp", "failed");
    assertThat(message(application, "whatsapp").error()).contains("Not sent", "cv_received");
    assertThat(desk.applicationText(application, "attention")).isNull();
  }

  @Test
  void a_closed_position_writes_to_nobody() {
    var position = desk.position("en");
    server.sql().execute("update positions set status = 'closed' where id = $1", position);
    var asked = desk.application(desk.candidate("Ana"), position, "qualified");
    var waiting = desk.application(desk.candidate("Ion"), position, "awaiting_cv");
    request(asked);
    server.until("it is shown", () -> desk.applicationText(asked, "attention") != null);
    server.clock.advance(Duration.ofHours(100));
    server.runJob("check_cv_followups");
    desk.untilDone("messages.%");
    assertThat(messages(asked)).isEmpty();
    assertThat(messages(waiting)).isEmpty();
    assertThat(server.post("/api/applications/" + waiting + "/follow-up", null).statusCode())
        .isEqualTo(409);
    assertThat(write(waiting, "email", "other", "Hi", "Hello").statusCode()).isEqualTo(409);
  }

  @Test
  void a_paused_position_goes_on_writing() {
    var position = desk.position("en");
    server.sql().execute("update positions set status = 'paused' where id = $1", position);
    var application = desk.application(desk.candidate("Ana"), position, "qualified");
    request(application);
    untilGone(application, "email");
  }

  @Test
  void rejected_candidates_are_closed_silently_after_their_time() {
    var application =
        desk.application(desk.candidate("Ana"), desk.position("en"), "awaiting_cv_rejected");
    server.clock.advance(Duration.ofDays(7).minusSeconds(1));
    server.runJob("close_stale_rejected");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv_rejected");
    server.clock.advance(Duration.ofSeconds(1));
    server.runJob("close_stale_rejected");
    server.until("it is closed", () -> desk.status(application).equals("closed"));
    assertThat(desk.applicationText(application, "closed_reason")).isEqualTo("timeout");
    assertThat(messages(application)).isEmpty();
  }

  @Test
  void a_reminder_by_hand_does_not_wait_for_its_time() {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), "awaiting_cv");
    var answer = server.post("/api/applications/" + application + "/follow-up", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().getJsonArray("messages")).hasSize(2);
    server.until("the status follows", () -> desk.status(application).equals("cv_followup_1"));
    Long by =
        server
            .sql()
            .one(
                "select changed_by from status_changes where application_id = $1 order by id desc"
                    + " limit 1",
                row -> row.getLong("changed_by"),
                application);
    assertThat(by).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pending_call",
        "qualified",
        "cv_followup_2",
        "cv_overdue",
        "awaiting_cv_rejected",
        "cv_received",
        "closed"
      })
  void a_reminder_by_hand_is_refused_where_none_is_due(String status) {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), status);
    assertThat(server.post("/api/applications/" + application + "/follow-up", null).statusCode())
        .isEqualTo(409);
    assertThat(messages(application)).isEmpty();
  }

  private static io.vertx.ext.web.client.HttpResponse<io.vertx.core.buffer.Buffer> write(
      long application, String channel, String type, String subject, String body) {
    return server.post(
        "/api/applications/" + application + "/messages",
        new JsonObject()
            .put("channel", channel)
            .put("messageType", type)
            .put("subject", subject)
            .put("body", body));
  }

  @Test
  void a_recruiter_s_own_words_go_out_and_change_no_status() {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), "needs_human");
    var answer =
        write(application, "email", "other", "Line\r\nBcc: x@example.com", "Bună! 🙂 <b>x</b>");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.bodyAsJsonObject().getString("status")).isEqualTo("pending");
    untilGone(application, "email");
    assertThat(message(application, "email").subject()).isEqualTo("Line Bcc: x@example.com");
    assertThat(desk.status(application)).isEqualTo("needs_human");
  }

  @Test
  void a_rejection_without_words_takes_the_template_s() {
    var application = desk.application(desk.candidate("Ana"), desk.position("ro"), "needs_human");
    assertThat(write(application, "email", "rejection", null, null).statusCode()).isEqualTo(200);
    untilGone(application, "email");
    assertThat(message(application, "email").subject()).startsWith("Candidatura dumneavoastră");
  }

  @Test
  void what_cannot_be_sent_is_refused_with_the_reason() {
    var position = desk.position("en");
    var application =
        desk.application(desk.candidate("Ana", "123", "a@example.com"), position, "needs_human");
    assertThat(write(application, "email", "other", "Hi", " ").statusCode()).isEqualTo(422);
    assertThat(write(application, "email", "cv_request", "Hi", "x").statusCode()).isEqualTo(422);
    assertThat(write(application, "pigeon", "other", "Hi", "x").statusCode()).isEqualTo(422);
    assertThat(write(application, "whatsapp", "other", null, "x").bodyAsString())
        .contains("no usable phone number");
    assertThat(write(987_654, "email", "other", "Hi", "x").statusCode()).isEqualTo(404);
    assertThat(messages(application)).isEmpty();
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

  @Test
  void default_texts_are_installed_once_and_never_over_an_edited_one() {
    server
        .sql()
        .execute(
            """
            update message_templates set body = 'Salut {first_name}'
            where message_type = 'cv_request' and channel = 'whatsapp' and language = 'ro'
            """);
    Templates.seed(server.sql());
    Long templates =
        server.sql().one("select count(*) as n from message_templates", row -> row.getLong("n"));
    assertThat(templates).isEqualTo(20L);
    var application = qualified("ro");
    request(application);
    untilGone(application, "whatsapp");
    assertThat(message(application, "whatsapp").body()).isEqualTo("Salut Ana");
    server
        .sql()
        .execute(
            "update message_templates set is_active = false where body = 'Salut {first_name}'");
    var later = qualified("ro");
    request(later);
    untilGone(later, "whatsapp");
    assertThat(message(later, "whatsapp").body()).startsWith("Bună ziua Ana, vă mulțumim");
    server.sql().execute("delete from message_templates where not is_active");
  }
}
