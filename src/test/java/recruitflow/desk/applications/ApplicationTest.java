package recruitflow.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.support.TestServer;

/** One application: made once, moved by the table, annotated, assigned and found in lists. */
class ApplicationTest {
  private static final TestServer server = TestServer.shared();
  private static final DeskFixture desk = new DeskFixture(server);

  private static long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  private static boolean advance(long id, Transition step) {
    return server.inTransaction(
        sql -> ApplicationWriter.advance(sql, id, step, null, null, server.clock.now()));
  }

  @Test
  void a_candidate_applies_once_to_a_position_that_is_not_closed() {
    var position = desk.evenings("Once");
    var candidate = desk.candidate("Once Only", "0722000002").getLong("id");
    var body =
        new JsonObject().put("candidateId", candidate).put("positionId", position.getLong("id"));
    var detail = ok(server.post("/api/applications", body));
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
  void notes_and_assignment_show_in_the_detail() {
    var id = desk.application("No Te", "0722000012", desk.evenings("Notes").getLong("id"));
    var path = "/api/applications/" + id;
    ok(server.post(path + "/notes", new JsonObject().put("body", "<script>alert(1)</script>")));
    error(server.post(path + "/notes", new JsonObject().put("body", " ")), 422);
    var me = ok(server.get("/api/auth/me")).getLong("id");
    ok(server.post(path + "/assign", new JsonObject().put("userId", me)));
    var detail = desk.detail(id);
    assertThat(detail.getJsonArray("notes").getJsonObject(0).getString("body"))
        .isEqualTo("<script>alert(1)</script>");
    assertThat(detail.getJsonObject("application").getJsonObject("assignedTo").getLong("id"))
        .isEqualTo(me);
    assertThat(ok(server.get("/api/applications?assignedTo=" + me)).getInteger("total"))
        .isEqualTo(1);
    ok(server.post(path + "/assign", new JsonObject()));
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
      var page = ok(server.get(base + (next == null ? "" : "&after=" + next)));
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
    assertThat(ok(server.get("/api/applications/ids?positionId=" + position)).getJsonArray("ids"))
        .hasSize(7);
    error(server.get(base + "&after=nonsense"), 422);
    error(server.get(base + "&from=yesterday"), 422);
    error(server.get(base + "&status=nonsense"), 422);
    error(server.get("/api/applications?pageSize=201"), 422);
  }

  private static int total(String path) {
    return ok(server.get(path)).getInteger("total");
  }
}
