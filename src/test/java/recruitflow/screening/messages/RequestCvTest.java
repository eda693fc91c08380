package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import recruitflow.platform.tasks.Task;

class RequestCvTest extends Messaging {

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
  void nobody_is_asked_for_a_cv_that_has_come_already() {
    for (var scored : List.of("qualified", "not_qualified")) {
      var application = desk.application(desk.candidate("Ana"), desk.position("en"), scored);
      server
          .sql()
          .execute("update applications set cv_received_at = now() where id = $1", application);
      request(application);
      var end = scored.equals("qualified") ? "cv_received" : "cv_received_rejected";
      server.until(end, () -> desk.status(application).equals(end));
      assertThat(messages(application)).isEmpty();
    }
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
  void a_candidate_who_is_scored_once_more_is_not_asked_again_and_not_forgotten() {
    var application = qualified("en");
    request(application);
    untilGone(application, "email");
    untilGone(application, "whatsapp");
    server.sql().execute("update applications set status = 'qualified' where id = $1", application);
    request(application);
    server.until("it waits", () -> desk.status(application).equals("awaiting_cv"));
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

  @Test
  void sending_waits_for_its_rate() {
    server.house().rates().pauses().begin("whapi", Duration.ofMinutes(10)).await();
    var application = qualified("en");
    request(application);
    untilStatus(application, "email", "sent", "delivered");
    assertThat(desk.open("messages.send_whatsapp")).isEqualTo(1);
    assertThat(desk.asked("whapi", SEND_TEXT)).isEmpty();
    untilGone(application, "whatsapp");
    assertThat(desk.acted("whapi", SEND_TEXT)).isEqualTo(1);
  }

  @Test
  void a_cv_that_comes_while_a_message_waits_makes_it_pointless() {
    server.house().rates().pauses().begin("whapi", Duration.ofMinutes(10)).await();
    var application = qualified("en");
    request(application);
    untilStatus(application, "email", "sent", "delivered");
    server
        .sql()
        .execute("update applications set status = 'cv_received' where id = $1", application);
    desk.hurry();
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
