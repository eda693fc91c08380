package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The hourly look at what could not be sent: tried again in its own row, or left alone. */
class TryAgainTest extends Messaging {

  @Test
  void what_was_refused_for_good_is_not_written_anew_until_the_address_is_another() {
    var application = qualified("en");
    desk.fault(fault("gmail", "status", SEND_MAIL).put("status", 400).put("count", 5));
    desk.fault(fault("whapi", "status", SEND_TEXT).put("status", 404).put("count", 5));
    request(application);
    untilSettled(application, "email", "failed");
    untilSettled(application, "whatsapp", "failed");
    lookHourly(3);
    assertThat(messages(application)).hasSize(2);
    assertThat(desk.asked("gmail", SEND_MAIL)).hasSize(1);
    assertThat(desk.asked("whapi", SEND_TEXT)).hasSize(1);
    assertThat(desk.applicationText(application, "attention")).contains("No message");

    desk.noFaults();
    server
        .sql()
        .execute(
            """
            update candidates set email = 'other' || email
            where id = (select candidate_id from applications where id = $1)
            """,
            application);
    lookHourly(1);
    untilGone(application, "email");
    assertThat(messages(application)).hasSize(2);
    assertThat(message(application, "email").to()).startsWith("other");
    assertThat(desk.status(application)).isEqualTo("awaiting_cv");
  }

  @Test
  void what_was_blocked_leaves_in_its_own_row_once_the_way_is_free() {
    var application = desk.application(desk.candidate("Ana"), desk.position("en"), "not_qualified");
    desk.fault(fault("whapi", "status", SEND_TEXT).put("status", 401));
    request(application);
    untilSettled(application, "whatsapp", "failed");
    lookHourly(2);
    assertThat(messages(application)).hasSize(1);
    server.sql().execute("delete from provider_notices");
    lookHourly(1);
    untilGone(application, "whatsapp");
    assertThat(messages(application)).hasSize(1);
    assertThat(desk.status(application)).isEqualTo("awaiting_cv_rejected");
    assertThat(desk.acted("whapi", SEND_TEXT)).isEqualTo(1);
  }

  @Test
  void who_is_asked_anew_by_a_recruiter_is_reminded_anew() {
    var application = qualified("en");
    request(application);
    untilGone(application, "whatsapp");
    untilGone(application, "email");
    remind(application, "cv_followup_1");
    server
        .sql()
        .execute(
            "update applications set status = 'awaiting_cv', status_since = $2 where id = $1",
            application,
            recruitflow.platform.database.Db.time(server.clock.now()));
    server
        .sql()
        .execute(
            """
            insert into messages (application_id, candidate_id, channel, message_type, status,
              to_address, body, created_by, created_at, sent_at)
            select id, candidate_id, 'whatsapp', 'cv_request', 'sent', 'x', 'x',
              (select min(id) from users), status_since, status_since
            from applications where id = $1
            """,
            application);
    remind(application, "cv_followup_1");
    remind(application, "cv_followup_2");
    var reminders =
        messages(application).stream().filter(m -> m.type().equals("cv_followup_1")).toList();
    assertThat(reminders).hasSize(4);
  }

  private static void remind(long application, String type) {
    server.clock.advance(Duration.ofHours(48));
    server.runJob("check_cv_followups");
    server.until(type, () -> desk.status(application).equals(type));
    desk.untilDone("messages.%");
  }

  private static void lookHourly(int times) {
    for (var time = 0; time < times; time++) {
      server.clock.advance(Duration.ofHours(1));
      server.runJob("check_cv_followups");
      desk.untilDone("messages.%");
    }
  }
}
