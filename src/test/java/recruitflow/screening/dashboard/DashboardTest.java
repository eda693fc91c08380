package recruitflow.screening.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.desk.DeskFixture;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.platform.database.Db;
import recruitflow.support.TestServer;

class DashboardTest {
  @RegisterExtension private static final TestServer server = TestServer.start().login();
  private static final DeskFixture desk = new DeskFixture(server);
  private static int people;

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
        sql -> ApplicationWriter.override(sql, id, status, me, "test", server.clock.now()));
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
          ApplicationWriter.setNeedsHumanReason(sql, human, "wants a manager");
          ApplicationWriter.setAttention(sql, queued, "No channel could be used.");
          return null;
        });
    assertThat(attention(human)).hasSize(1);
    assertThat(attention(human).getFirst().getString("reason")).isEqualTo("wants a manager");
    assertThat(attention(queued).getFirst().getString("kind")).isEqualTo("message_failed");
    assertThat(attention(queued).getFirst().getString("positionTitle")).isEqualTo("Attention");
  }

  private static JsonObject group(String query, String name) {
    var answer = server.get("/api/dashboard/attention" + query);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    return answer.bodyAsJsonObject().getJsonArray("groups").stream()
        .map(JsonObject.class::cast)
        .filter(group -> group.getString("group").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_groups_stand_in_a_fixed_order_with_what_is_ready_first() {
    var names =
        server.get("/api/dashboard/attention").bodyAsJsonObject().getJsonArray("groups").stream()
            .map(group -> ((JsonObject) group).getString("group"))
            .toList();
    assertThat(names)
        .containsExactly(
            "ready",
            "people",
            "duplicates",
            "cvs",
            "messages",
            "calls",
            "overdue",
            "provider",
            "resting");
    var before = group("", "ready").getInteger("total");
    var id = application(desk.evenings("Ready").getLong("id"), ApplicationStatus.CV_RECEIVED);
    var ready = group("?pageSize=200", "ready");
    assertThat(ready.getInteger("total")).isEqualTo(before + 1);
    assertThat(ready.getJsonArray("items").encode()).contains("\"applicationId\":" + id);
    assertThat(attention(id)).as("what is ready is no trouble").isEmpty();
  }

  @Test
  void nothing_is_cut_off_and_the_longest_waiting_comes_first() {
    var human = application(desk.evenings("Old").getLong("id"), ApplicationStatus.NEEDS_HUMAN);
    server
        .sql()
        .execute(
            """
            insert into unmatched_inbound
              (channel, sender, attachment_name, raw_payload, inbound_key, received_at)
            select 'email', 'sender' || n || '@example.org', 'cv' || n || '.pdf', '{}', 'page-' || n,
              $1::timestamptz - (n / 2) * interval '1 hour'
            from generate_series(1, 250) n
            """,
            Db.time(server.clock.now()));
    var seen = new ArrayList<JsonObject>();
    String next = "";
    while (next != null) {
      var page = group("?group=cvs&pageSize=60" + next, "cvs");
      assertThat(page.getInteger("total")).isEqualTo(250);
      page.getJsonArray("items").forEach(item -> seen.add((JsonObject) item));
      next = page.getString("next") == null ? null : "&after=" + page.getString("next");
    }
    assertThat(seen)
        .extracting(item -> item.getString("reason"))
        .doesNotHaveDuplicates()
        .hasSize(250);
    assertThat(seen).extracting(item -> item.getInstant("at")).isSorted();
    assertThat(dashboard().getInteger("attentionTotal")).isGreaterThanOrEqualTo(251);
    assertThat(attention(human)).as("a person is seen above any number of files").hasSize(1);
    server.sql().execute("update unmatched_inbound set resolved = true");
    assertThat(group("", "cvs").getInteger("total")).isZero();
  }

  @Test
  void a_cursor_of_no_group_or_of_no_list_is_refused() {
    for (var query : List.of("?after=x", "?group=cvs&after=x", "?group=nonsense", "?pageSize=0")) {
      assertThat(server.get("/api/dashboard/attention" + query).statusCode()).isEqualTo(422);
    }
  }

  @Test
  void a_call_back_is_listed_on_its_day() {
    var position = desk.evenings("Call-backs").getLong("id");
    var today = application(position, ApplicationStatus.CALLBACK_SCHEDULED);
    var later = application(position, ApplicationStatus.CALLBACK_SCHEDULED);
    var now = server.clock.now();
    server.inTransaction(
        sql -> {
          ApplicationWriter.setCallbackAt(sql, today, now.plus(Duration.ofHours(3)));
          ApplicationWriter.setCallbackAt(sql, later, now.plus(Duration.ofHours(20)));
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
