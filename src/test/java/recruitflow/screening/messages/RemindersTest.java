package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemindersTest extends Messaging {

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
    server.until(
        type,
        () -> {
          desk.hurry();
          return desk.status(application).equals(type);
        });
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
  void what_fails_with_one_application_stops_no_other() {
    var position = desk.position("en");
    var broken = desk.application(desk.candidate("Ana"), position, "awaiting_cv_rejected");
    var whole = desk.application(desk.candidate("Ion"), position, "awaiting_cv_rejected");
    server
        .sql()
        .execute(
            "alter table applications add constraint broken check (id <> %d or status <> 'closed') not valid"
                .formatted(broken));
    try {
      server.clock.advance(Duration.ofDays(7));
      server.runJob("close_stale_rejected");
      assertThat(desk.status(whole)).isEqualTo("closed");
      assertThat(desk.status(broken)).isEqualTo("awaiting_cv_rejected");
    } finally {
      server.sql().execute("alter table applications drop constraint broken");
    }
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
}
