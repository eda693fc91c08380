package recruitflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.applications.ReplyWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.support.TestServer;

class DeskTest {
  private static TestServer server;
  private static DeskFixture desk;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
    desk = new DeskFixture(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject error(HttpResponse<Buffer> answer, int status) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    return answer.bodyAsJsonObject().getJsonObject("error");
  }

  private static JsonObject put(JsonObject position) {
    var whole = position.copy();
    List.of("criteria", "createdAt", "updatedAt").forEach(whole::remove);
    return whole;
  }

  private static long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  private static boolean advance(long id, Transition step) {
    return server.inTransaction(
        sql -> ApplicationWriter.advance(sql, id, step, null, null, server.clock.now()));
  }

  @Test
  void a_position_has_defaults_and_criteria_from_its_questions() {
    var made =
        DeskFixture.ok(
            server.post(
                "/api/positions",
                new JsonObject()
                    .put("title", " Driver ")
                    .put("description", "Drives")
                    .put("campaignQuestions", "Ai permis C?\nAi atestat?")));
    assertThat(made.getString("title")).isEqualTo("Driver");
    assertThat(made.getString("status")).isEqualTo("open");
    assertThat(made.getInteger("callRetryMax")).isEqualTo(2);
    assertThat(made.getInteger("callingHourStart")).isEqualTo(10);
    assertThat(made.getInteger("followUpIntervalHours")).isEqualTo(48);
    assertThat(made.getJsonArray("criteria").getJsonObject(1))
        .isEqualTo(new JsonObject().put("key", "ai_atestat").put("text", "Ai atestat?"));
    var row =
        DeskFixture.ok(server.get("/api/positions?q=driv")).getJsonArray("items").getJsonObject(0);
    assertThat(row.getBoolean("callable")).isFalse();
    assertThat(row.getJsonArray("missing")).hasSize(3);
  }

  @Test
  void wrong_fields_of_a_position_are_named() {
    var wrong =
        new JsonObject()
            .put("title", " ")
            .put("description", "x")
            .put("callingHourStart", 18)
            .put("callingHourEnd", 10);
    var error = error(server.post("/api/positions", wrong), 422);
    assertThat(error.getString("code")).isEqualTo("invalid");
    assertThat(error.getJsonObject("fields").fieldNames())
        .containsExactlyInAnyOrder("title", "callingHourEnd");
    assertThat(
            error(server.post("/api/positions", new JsonObject()), 422)
                .getJsonObject("fields")
                .fieldNames())
        .contains("title", "description");
  }

  @Test
  void a_stale_save_of_a_position_is_refused_with_the_current_record() {
    var position = desk.evenings("Stale");
    var path = "/api/positions/" + position.getLong("id");
    desk.changed(position, "title", "Fresh");
    var error = error(server.send(HttpMethod.PUT, path, put(position).put("title", "Late")), 409);
    assertThat(error.getJsonObject("current").getString("title")).isEqualTo("Fresh");
    assertThat(DeskFixture.ok(server.get(path)).getString("title")).isEqualTo("Fresh");
  }

  @Test
  void questions_that_go_are_criteria_no_more_and_come_back_under_the_same_key() {
    var position = desk.evenings("Criteria");
    var one = desk.changed(position, "campaignQuestions", "Ai permis B?");
    assertThat(one.getJsonArray("criteria")).hasSize(1);
    var both = desk.changed(one, "campaignQuestions", "Ai permis B?\nAi experiență?");
    assertThat(both.getJsonArray("criteria").getJsonObject(1).getString("key"))
        .isEqualTo("ai_experienta");
  }

  @Test
  void only_a_position_without_applications_can_be_deleted() {
    var used = desk.evenings("Used").getLong("id");
    desk.application("Dan Used", "0722000001", used);
    error(server.send(HttpMethod.DELETE, "/api/positions/" + used, null), 409);
    var unused = desk.evenings("Unused").getLong("id");
    DeskFixture.ok(server.send(HttpMethod.DELETE, "/api/positions/" + unused, null));
    error(server.get("/api/positions/" + unused), 404);
  }

  @Test
  void a_candidate_applies_once_to_a_position_that_is_not_closed() {
    var position = desk.evenings("Once");
    var candidate = desk.candidate("Once Only", "0722000002").getLong("id");
    var body =
        new JsonObject().put("candidateId", candidate).put("positionId", position.getLong("id"));
    var detail = DeskFixture.ok(server.post("/api/applications", body));
    var application = detail.getJsonObject("application");
    assertThat(application.getString("status")).isEqualTo("pending_call");
    assertThat(application.getString("reference")).isEqualTo("RF-" + application.getLong("id"));
    assertThat(detail.getJsonArray("timeline").getJsonObject(0).getString("to"))
        .isEqualTo("pending_call");
    error(server.post("/api/applications", body), 409);
    var closed = desk.changed(desk.evenings("Shut"), "status", "closed").getLong("id");
    error(server.post("/api/applications", body.put("positionId", closed)), 409);
    error(server.post("/api/applications", body.put("positionId", 999_999)), 404);
    error(server.post("/api/applications", body.put("candidateId", 999_999)), 404);
  }

  @Test
  void a_step_outside_the_table_leaves_the_record_untouched() {
    var id = desk.application("Ill Egal", "0722000003", desk.evenings("Table").getLong("id"));
    assertThat(advance(id, Transition.PLACE_CALL)).isFalse();
    assertThat(desk.status(id)).isEqualTo("pending_call");
    assertThat(count("select count(*) from status_changes where application_id = $1", id))
        .isEqualTo(1);
    assertThat(advance(id, Transition.TRIGGER_CALL)).isTrue();
    assertThat(advance(id, Transition.PLACE_CALL)).isTrue();
    assertThat(count("select count(*) from status_changes where application_id = $1", id))
        .isEqualTo(3);
  }

  @Test
  void a_step_that_is_rolled_back_never_happened() {
    var id = desk.application("Roll Back", "0722000004", desk.evenings("Rolled").getLong("id"));
    try {
      server.inTransaction(
          sql -> {
            ApplicationWriter.advance(
                sql, id, Transition.TRIGGER_CALL, null, null, TestServer.NOON);
            throw new IllegalStateException("on purpose");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("on purpose");
    }
    assertThat(desk.status(id)).isEqualTo("pending_call");
  }

  @Test
  void triggering_queues_what_can_be_called_and_says_why_not_the_rest() {
    var position = desk.evenings("Trigger");
    var good = desk.application("Good Phone", "0722000005", position.getLong("id"));
    var shortPhone = desk.application("Short Phone", "0722", position.getLong("id"));
    var closed = desk.application("Closed Already", "0722000006", position.getLong("id"));
    DeskFixture.ok(server.post("/api/applications/" + closed + "/close", new JsonObject()));
    var paused = desk.changed(desk.evenings("Resting"), "status", "paused").getLong("id");
    var resting = desk.application("Rest Ing", "0722000007", paused);
    var promptless = desk.changed(desk.evenings("Mute"), "firstMessage", " ").getLong("id");
    var mute = desk.application("Mu Te", "0722000008", promptless);

    var result = desk.trigger(good, shortPhone, closed, resting, mute, 999_999, good);

    assertThat(result.getJsonArray("queued")).isEqualTo(JsonArray.of(good));
    var reasons =
        result.getJsonArray("refused").stream()
            .map(JsonObject.class::cast)
            .map(r -> r.getString("candidateName") + ": " + r.getString("reason"))
            .toList();
    assertThat(reasons).hasSize(5);
    assertThat(reasons.get(0)).contains("Short Phone").contains("phone number");
    assertThat(reasons.get(1)).contains("Closed Already").contains("closed");
    assertThat(reasons.get(2)).contains("Rest Ing").contains("paused");
    assertThat(reasons.get(3)).contains("Mu Te").contains("firstMessage");
    assertThat(reasons.get(4)).contains("no such application");
    assertThat(
            count(
                "select count(*) from status_changes where to_status = 'call_queued'"
                    + " and application_id = $1 and changed_by is not null",
                good))
        .isEqualTo(1);
    assertThat(count("select count(*) from tasks where kind = 'jobs.process_call_queue'"))
        .isEqualTo(1);
  }

  @Test
  void two_recruiters_who_trigger_the_same_queue_each_application_once() {
    var position = desk.evenings("Race").getLong("id");
    var ids =
        IntStream.range(0, 20)
            .mapToObj(i -> desk.application("Racer " + i, "07230000" + (10 + i), position))
            .toList();
    var body = new JsonObject().put("applicationIds", new JsonArray(ids));
    var backwards = new JsonObject().put("applicationIds", new JsonArray(ids.reversed()));
    var answers =
        Future.all(
                IntStream.range(0, 6)
                    .mapToObj(
                        i ->
                            server
                                .client()
                                .post("/api/applications/trigger-calls")
                                .putHeader("Authorization", "Bearer " + server.token())
                                .sendJsonObject(i % 2 == 0 ? body : backwards))
                    .toList())
            .timeout(20, TimeUnit.SECONDS)
            .await();
    int queued = 0;
    for (HttpResponse<Buffer> answer : answers.<HttpResponse<Buffer>>list()) {
      queued += DeskFixture.ok(answer).getJsonArray("queued").size();
    }
    assertThat(queued).isEqualTo(20);
    assertThat(
            count(
                "select count(*) from status_changes where to_status = 'call_queued'"
                    + " and application_id = any ($1)",
                (Object) ids.toArray(Long[]::new)))
        .isEqualTo(20);
  }

  @Test
  void notes_and_assignment_show_in_the_detail() {
    var id = desk.application("No Te", "0722000012", desk.evenings("Notes").getLong("id"));
    var path = "/api/applications/" + id;
    DeskFixture.ok(
        server.post(path + "/notes", new JsonObject().put("body", "<script>alert(1)</script>")));
    error(server.post(path + "/notes", new JsonObject().put("body", " ")), 422);
    var me = DeskFixture.ok(server.get("/api/auth/me")).getLong("id");
    DeskFixture.ok(server.post(path + "/assign", new JsonObject().put("userId", me)));
    var detail = desk.detail(id);
    assertThat(detail.getJsonArray("notes").getJsonObject(0).getString("body"))
        .isEqualTo("<script>alert(1)</script>");
    assertThat(detail.getJsonObject("application").getJsonObject("assignedTo").getLong("id"))
        .isEqualTo(me);
    assertThat(DeskFixture.ok(server.get("/api/applications?assignedTo=" + me)).getInteger("total"))
        .isEqualTo(1);
    DeskFixture.ok(server.post(path + "/assign", new JsonObject()));
    assertThat(desk.detail(id).getJsonObject("application").getValue("assignedTo")).isNull();
    error(server.post(path + "/assign", new JsonObject().put("userId", 999_999)), 422);
  }

  @Test
  void the_list_is_filtered_and_paged_without_gaps() {
    var position = desk.evenings("Paged").getLong("id");
    var made =
        IntStream.range(0, 7)
            .mapToObj(i -> desk.application("Pager " + i, "07240000" + (10 + i), position))
            .toList();
    var base = "/api/applications?positionId=" + position + "&pageSize=3";
    var seen = new ArrayList<Long>();
    String next = null;
    do {
      var page = DeskFixture.ok(server.get(base + (next == null ? "" : "&after=" + next)));
      assertThat(page.getInteger("total")).isEqualTo(7);
      page.getJsonArray("items").forEach(item -> seen.add(((JsonObject) item).getLong("id")));
      next = page.getString("next");
    } while (next != null);
    assertThat(seen).isEqualTo(made.reversed());
    desk.trigger(made.get(0), made.get(1));
    assertThat(total(base + "&status=call_queued")).isEqualTo(2);
    assertThat(total(base + "&status=call_queued,closed&status=scoring")).isEqualTo(2);
    assertThat(total(base + "&group=pending_calls")).isEqualTo(7);
    assertThat(total(base + "&group=completed")).isZero();
    assertThat(total(base + "&qualified=none")).isEqualTo(7);
    assertThat(total(base + "&qualified=true")).isZero();
    assertThat(total(base + "&q=pager%203")).isEqualTo(1);
    assertThat(total(base + "&q=rf-" + made.get(2))).isEqualTo(1);
    assertThat(total(base + "&from=2026-11-24&to=2026-11-24")).isEqualTo(7);
    assertThat(total(base + "&from=2026-11-25")).isZero();
    assertThat(
            DeskFixture.ok(server.get("/api/applications/ids?positionId=" + position))
                .getJsonArray("ids"))
        .hasSize(7);
    error(server.get(base + "&after=nonsense"), 422);
    error(server.get(base + "&from=yesterday"), 422);
    error(server.get(base + "&status=nonsense"), 422);
    error(server.get("/api/applications?pageSize=201"), 422);
  }

  private static int total(String path) {
    return DeskFixture.ok(server.get(path)).getInteger("total");
  }

  @Test
  void a_reply_is_kept_once_unread_with_the_newest_open_application() {
    var position = desk.evenings("Replies").getLong("id");
    var id = desk.application("Re Ply", "0722000013", position);
    var candidate = desk.detail(id).getJsonObject("candidate").getLong("id");
    var reply =
        new ReplyWriter.Incoming(
            candidate, "whatsapp", "40722000013", "", "Hello \0 there", TestServer.NOON, "x", "m1");
    var unreadBefore = unread();
    for (int i = 0; i < 2; i++) {
      var first = i == 0;
      var recorded = server.inTransaction(sql -> ReplyWriter.record(sql, reply));
      assertThat(recorded.isPresent()).isEqualTo(first);
    }
    assertThat(unread()).isEqualTo(unreadBefore + 1);
    var shown = desk.detail(id).getJsonArray("replies").getJsonObject(0);
    assertThat(shown.getString("body")).isEqualTo("Hello  there");
    DeskFixture.ok(
        server.post(
            "/api/replies/" + shown.getLong("id") + "/read", new JsonObject().put("isRead", true)));
    assertThat(unread()).isEqualTo(unreadBefore);
    error(server.post("/api/replies/999999/read", new JsonObject().put("isRead", true)), 404);
  }

  private static int unread() {
    return DeskFixture.ok(server.get("/api/replies/unread-count")).getInteger("unread");
  }

  @Test
  void nobody_without_a_login_gets_in() {
    for (var path :
        List.of(
            "/api/positions",
            "/api/candidates",
            "/api/applications",
            "/api/replies/unread-count")) {
      var answer = server.client().get(path).send().timeout(10, TimeUnit.SECONDS).await();
      assertThat(error(answer, 401).getString("code")).isEqualTo("unauthorized");
    }
  }
}
