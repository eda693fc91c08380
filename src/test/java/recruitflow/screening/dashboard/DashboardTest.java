package recruitflow.screening.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.desk.applications.Applications;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.platform.database.Db;
import recruitflow.support.TestServer;

class DashboardTest {
  private static TestServer server;
  private static DeskFixture desk;
  private static int people;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
    desk = new DeskFixture(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject dashboard() {
    var answer = server.get("/api/dashboard/screening");
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    return answer.bodyAsJsonObject();
  }

  private static JsonObject card(long position) {
    return dashboard().getJsonArray("positions").stream()
        .map(JsonObject.class::cast)
        .filter(card -> card.getLong("id") == position)
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> attention(long application) {
    return dashboard().getJsonArray("attention").stream()
        .map(JsonObject.class::cast)
        .filter(item -> Long.valueOf(application).equals(item.getLong("applicationId")))
        .toList();
  }

  /** An application that a recruiter has put into this status. */
  private static long application(long position, ApplicationStatus status) {
    int n = ++people;
    var id = desk.application("Dash " + n, "07250001" + (10 + n), position);
    var me = server.get("/api/auth/me").bodyAsJsonObject().getLong("id");
    server.inTransaction(
        sql -> Applications.override(sql, id, status, me, "test", server.clock.now()));
    return id;
  }

  @Test
  void the_card_of_a_position_counts_its_four_groups() {
    var position = desk.evenings("Card").getLong("id");
    application(position, ApplicationStatus.PENDING_CALL);
    application(position, ApplicationStatus.CALLBACK_SCHEDULED);
    application(position, ApplicationStatus.SCORING);
    application(position, ApplicationStatus.CALL_FAILED);
    application(position, ApplicationStatus.CV_OVERDUE);
    application(position, ApplicationStatus.CLOSED);
    var card = card(position);
    assertThat(card.getJsonObject("groups"))
        .isEqualTo(
            new JsonObject()
                .put("pendingCalls", 2)
                .put("inProgress", 2)
                .put("awaitingCv", 1)
                .put("completed", 1));
    assertThat(card.getInteger("attention")).isEqualTo(2);
  }

  @Test
  void what_waits_for_a_person_is_listed_with_its_reason() {
    var position = desk.evenings("Attention").getLong("id");
    var human = application(position, ApplicationStatus.NEEDS_HUMAN);
    var queued = application(position, ApplicationStatus.QUALIFIED);
    server.inTransaction(
        sql -> {
          Applications.setNeedsHumanReason(sql, human, "wants a manager");
          Applications.setAttention(sql, queued, "No channel could be used.");
          return null;
        });
    assertThat(attention(human)).hasSize(1);
    assertThat(attention(human).getFirst().getString("reason")).isEqualTo("wants a manager");
    assertThat(attention(queued).getFirst().getString("kind")).isEqualTo("message_failed");
    assertThat(attention(queued).getFirst().getString("positionTitle")).isEqualTo("Attention");
  }

  @Test
  void a_call_back_is_listed_on_its_day() {
    var position = desk.evenings("Call-backs").getLong("id");
    var today = application(position, ApplicationStatus.CALLBACK_SCHEDULED);
    var later = application(position, ApplicationStatus.CALLBACK_SCHEDULED);
    var now = server.clock.now();
    server.inTransaction(
        sql -> {
          Applications.setCallbackAt(sql, today, now.plus(Duration.ofHours(3)));
          Applications.setCallbackAt(sql, later, now.plus(Duration.ofHours(20)));
          return null;
        });
    assertThat(attention(today).getFirst().getString("kind")).isEqualTo("callback_today");
    assertThat(attention(later)).isEmpty();
  }

  @Test
  void today_is_the_business_day_of_the_configured_zone() {
    var position = desk.evenings("Today").getLong("id");
    var id = application(position, ApplicationStatus.AWAITING_CV);
    var before = dashboard().getJsonObject("today");
    assertThat(before.getString("businessDate")).isEqualTo("2026-11-24");
    var now = server.clock.now();
    for (var at : List.of(now.minus(Duration.ofHours(1)), now.minus(Duration.ofHours(13)))) {
      server
          .sql()
          .execute(
              """
              insert into messages
                (application_id, candidate_id, channel, message_type, status, body, sent_at,
                 created_at, created_by)
              select id, candidate_id, 'email', 'cv_followup_1', 'sent', 'x', $2, $2, 1
              from applications where id = $1
              """,
              id,
              Db.time(at));
    }
    var after = dashboard().getJsonObject("today");
    assertThat(after.getInteger("followUps")).isEqualTo(before.getInteger("followUps") + 1);
  }

  @Test
  void the_last_changes_come_first() {
    var id = application(desk.evenings("Recent").getLong("id"), ApplicationStatus.CLOSED);
    var recent = dashboard().getJsonArray("recent").getJsonObject(0);
    assertThat(recent.getLong("applicationId")).isEqualTo(id);
    assertThat(recent.getJsonObject("text").getString("to")).isEqualTo("closed");
  }

  @Test
  void nobody_sees_it_without_a_login() {
    var answer =
        server.client().get("/api/dashboard/screening").send().timeout(10, TimeUnit.SECONDS);
    assertThat(answer.await().statusCode()).isEqualTo(401);
  }
}
