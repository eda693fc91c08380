package recruitflow.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.desk.DeskFixture;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/** What a recruiter sets by hand, what starts with it, and how a closing is taken back. */
class StatusByHandTest {
  private static final List<String> OUTWARD =
      List.of("/gmail/v1/users/me/messages/send", "/messages/text", "/v1/convai", "/v1/messages");

  @RegisterExtension private static final TestServer server = TestServer.start().login();
  private static final DeskFixture desk = new DeskFixture(server);
  private static final Screening screening = new Screening(server);

  @BeforeEach
  void noon() {
    server.clock.set(TestServer.NOON);
    server.sql().execute("update applications set status = 'closed'");
    server.untilIdle(); // a call of the test before is still being placed
    server.control(HttpMethod.DELETE, "/ledger", null);
  }

  private static boolean advance(long id, Transition step) {
    return server.inTransaction(
        sql -> ApplicationWriter.advance(sql, id, step, null, null, server.clock.now()));
  }

  private static long application(String status) {
    return screening.application(screening.candidate("Ana"), screening.position("en"), status);
  }

  private static HttpResponse<Buffer> set(long id, ApplicationStatus status, JsonObject choice) {
    var version = desk.detail(id).getJsonObject("application").getInteger("version");
    var body =
        new JsonObject()
            .put("status", status.text())
            .put("note", "by hand")
            .put("version", version);
    return server.post("/api/applications/" + id + "/status", body.mergeIn(choice));
  }

  private static JsonObject application(long id) {
    return desk.detail(id).getJsonObject("application");
  }

  private static List<JsonObject> outward() {
    var left = new ArrayList<JsonObject>();
    for (var path : OUTWARD) {
      for (var provider : List.of("gmail", "whapi", "elevenlabs", "anthropic")) {
        screening.asked(provider, path).stream()
            .filter(asked -> asked.getString("method").equals("POST"))
            .forEach(left::add);
      }
    }
    return left;
  }

  private static void weeksPass() {
    for (var i = 0; i < 8; i++) {
      server.clock.advance(Duration.ofDays(4).plusHours(1));
      for (var job : List.of("process_call_queue", "check_cv_followups", "close_stale_rejected")) {
        server.runJob(job);
      }
      screening.untilDone("messages.%");
      screening.untilDone("calls.%");
      screening.untilDone("evaluations.%");
    }
  }

  @Test
  void whatever_status_is_set_nothing_leaves_the_house_for_weeks() {
    var ids = new ArrayList<Long>();
    for (var status : ApplicationStatus.values()) {
      if (status == ApplicationStatus.CALLBACK_SCHEDULED) continue;
      var id = application("needs_human");
      DeskFixture.ok(set(id, status, new JsonObject()));
      ids.add(id);
    }
    weeksPass();
    assertThat(outward()).isEmpty();
    for (var id : ids) {
      var row = application(id);
      if (row.getBoolean("resting")) assertThat(row.getString("status")).isNotEqualTo("closed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "call_queued, nobody is phoned",
    "qualified, not asked",
    "not_qualified, not asked",
    "awaiting_cv, not asked",
    "cv_followup_1, not reminded"
  })
  void an_application_that_rests_says_so(String status, String words) {
    var id = application("cv_received");
    DeskFixture.ok(set(id, ApplicationStatus.of(status), new JsonObject()));
    assertThat(application(id).getBoolean("resting")).isTrue();
    assertThat(application(id).getString("attention")).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "qualified, awaiting_cv, 2",
    "awaiting_cv, awaiting_cv, 2",
    "not_qualified, awaiting_cv_rejected, 1",
    "awaiting_cv_rejected, awaiting_cv_rejected, 1"
  })
  void asking_for_the_cv_is_chosen_with_the_status_and_asks_also_who_was_asked_before(
      String status, String then, int messages) {
    var id = application("needs_human");
    for (var round = 1; round <= 2; round++) {
      DeskFixture.ok(set(id, ApplicationStatus.of(status), new JsonObject().put("askForCv", true)));
      screening.untilDone("messages.%");
      assertThat(screening.status(id)).isEqualTo(then);
      assertThat(desk.detail(id).getJsonArray("messages")).hasSize(messages * round);
      assertThat(outward()).hasSize(messages * round);
    }
    assertThat(application(id).getBoolean("resting")).isFalse();
  }

  @Test
  void a_call_is_chosen_with_the_status() {
    var id = application("needs_human");
    DeskFixture.ok(set(id, ApplicationStatus.CALL_QUEUED, new JsonObject().put("startCall", true)));
    server.until("it is phoned", () -> !desk.detail(id).getJsonArray("calls").isEmpty());
  }

  @Test
  void a_call_back_set_by_hand_is_placed_at_the_time_that_was_given() {
    var id = application("needs_human");
    var at = TestServer.NOON.plus(Duration.ofHours(3));
    DeskFixture.ok(
        set(id, ApplicationStatus.CALLBACK_SCHEDULED, new JsonObject().put("callbackAt", at)));
    assertThat(application(id).getInstant("callbackAt")).isEqualTo(at);
    server.clock.advance(Duration.ofHours(2));
    server.runJob("process_call_queue");
    assertThat(desk.detail(id).getJsonArray("calls")).isEmpty();
    server.clock.advance(Duration.ofHours(1));
    server.runJob("process_call_queue");
    server.until("it is phoned", () -> !desk.detail(id).getJsonArray("calls").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "callback_scheduled | {} | callbackAt",
        "callback_scheduled | {\"callbackAt\":\"2026-11-24T09:59:00Z\"} | callbackAt",
        "callback_scheduled | {\"callbackAt\":\"2036-11-24T09:59:00Z\"} | callbackAt",
        "qualified | {\"callbackAt\":\"2026-11-25T09:59:00Z\"} | callbackAt",
        "closed | {\"askForCv\":true} | askForCv",
        "qualified | {\"startCall\":true} | startCall"
      })
  void a_choice_that_does_not_fit_the_status_is_named(String status, String choice, String field) {
    var id = application("needs_human");
    var refused = error(set(id, ApplicationStatus.of(status), new JsonObject(choice)), 422);
    assertThat(refused.getJsonObject("fields").fieldNames()).containsExactly(field);
    assertThat(screening.status(id)).isEqualTo("needs_human");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"needs_human", "callback_scheduled", "call_queued", "awaiting_cv", "qualified"})
  void taking_a_closing_back_gives_back_all_that_was_shown(String status) {
    var id = application(status);
    server
        .sql()
        .execute(
            """
            update applications set needs_human_reason = 'wants a person', attention = 'look here',
              callback_scheduled_at = now() + interval '90 days', resting = true,
              next_call_at = now() + interval '90 days' where id = $1
            """,
            id);
    var before = application(id);
    var path = "/api/applications/" + id;
    DeskFixture.ok(server.post(path + "/close", new JsonObject()));
    assertThat(application(id).getString("needsHumanReason")).isNull();
    DeskFixture.ok(server.post(path + "/undo-close", new JsonObject()));
    var after = application(id);
    for (var changes : List.of("version", "lastActivityAt", "statusSince")) {
      before.remove(changes);
      after.remove(changes);
    }
    assertThat(after).isEqualTo(before);
    error(server.post(path + "/undo-close", new JsonObject()), 409);
  }

  @Test
  void a_closing_is_not_taken_back_after_a_month() {
    var id = application("needs_human");
    DeskFixture.ok(server.post("/api/applications/" + id + "/close", new JsonObject()));
    server.clock.advance(Duration.ofDays(31));
    error(server.post("/api/applications/" + id + "/undo-close", new JsonObject()), 409);
  }

  @Test
  void a_status_set_by_hand_needs_a_note_and_the_version_that_was_seen() {
    var id = desk.application("Over Ride", "0722000009", desk.evenings("Override").getLong("id"));
    var path = "/api/applications/" + id + "/status";
    var wanted = new JsonObject().put("status", "cv_received").put("version", 1);
    error(server.post(path, wanted), 422);
    error(server.post(path, wanted.put("note", "  ")), 422);
    var detail = DeskFixture.ok(server.post(path, wanted.put("note", "CV came by post")));
    assertThat(detail.getJsonObject("application").getString("status")).isEqualTo("cv_received");
    var change = detail.getJsonArray("timeline").getJsonObject(1);
    assertThat(change.getString("note")).isEqualTo("CV came by post");
    assertThat(change.getString("by")).isNotNull();
    var stale = error(server.post(path, wanted.put("status", "closed")), 409);
    assertThat(stale.getJsonObject("current").getString("status")).isEqualTo("cv_received");
    error(server.post(path, wanted.put("status", "no_status")), 422);
  }

  @Test
  void closing_tells_the_reason_and_is_refused_during_a_call() {
    var position = desk.evenings("Closing").getLong("id");
    var id = desk.application("Clo Se", "0722000010", position);
    var path = "/api/applications/" + id + "/close";
    var closed = DeskFixture.ok(server.post(path, new JsonObject().put("note", "withdrew")));
    assertThat(closed.getJsonObject("application").getString("closedReason")).isEqualTo("manual");
    error(server.post(path, new JsonObject()), 409);
    var calling = desk.application("Call Ing", "0722000011", position);
    advance(calling, Transition.TRIGGER_CALL);
    advance(calling, Transition.PLACE_CALL);
    error(server.post("/api/applications/" + calling + "/close", new JsonObject()), 409);
    assertThat(desk.detail(calling).getJsonObject("refusals").getString("close"))
        .contains("under way");
  }

  @Test
  void every_status_can_be_set_by_hand_from_every_other() {
    var id = desk.application("All States", "0722000014", desk.evenings("All").getLong("id"));
    int version = 1;
    for (var status : ApplicationStatus.values()) {
      var body =
          new JsonObject()
              .put("status", status.text())
              .put("note", "by hand")
              .put("version", version++);
      if (status == ApplicationStatus.CALLBACK_SCHEDULED) {
        body.put("callbackAt", TestServer.NOON.plus(Duration.ofDays(1)));
      }
      DeskFixture.ok(server.post("/api/applications/" + id + "/status", body));
      assertThat(desk.status(id)).isEqualTo(status.text());
    }
  }
}
