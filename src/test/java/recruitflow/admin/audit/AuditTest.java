package recruitflow.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.Browser;
import recruitflow.support.TestServer;

/** Who did what, to which object, from where; refusals too. */
class AuditTest {

  private static final String PASSWORD = "quiet harbour 71 lanterns";
  private static final String HOME = "198.51.100.7";

  @RegisterExtension
  private static final TestServer server =
      TestServer.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"), s -> s).login();

  private static Browser recruiter;

  @BeforeAll
  static void start() {
    server.post(
        "/api/users",
        new JsonObject()
            .put("email", "ana@example.com")
            .put("displayName", "Ana")
            .put("roles", JsonArray.of("recruiter"))
            .put("password", PASSWORD));
    recruiter = Browser.at(server, HOME);
    recruiter.login("ana@example.com", PASSWORD);
  }

  @Test
  void logins_and_failed_logins_say_who_and_from_where() {
    Browser.at(server, "198.51.100.8").login("ana@example.com", "wrong");
    assertThat(eventually("auth.login", "198.51.100.8", 1))
        .extracting(row -> row.getString("who"), row -> row.getString("outcome"))
        .containsExactly(tuple("ana@example.com", "unauthorized"));
    assertThat(eventually("auth.login", HOME, 1).getFirst().getString("outcome")).isEqualTo("ok");
  }

  @Test
  void what_is_done_and_what_is_refused_names_operation_and_object() {
    recruiter.post("/api/applications/trigger-calls", ids(7, 8));
    recruiter.send(HttpMethod.PATCH, "/api/users/1", new JsonObject());
    rpc("users.list");
    assertThat(eventually("applications.triggerCalls", "applicationIds=7,8", 1))
        .extracting(row -> row.getString("who"), row -> row.getString("address"))
        .containsExactly(tuple("ana@example.com", HOME));
    assertThat(eventually("PATCH /api/users/{id}", HOME, 1))
        .extracting(row -> row.getString("object"), row -> row.getString("outcome"))
        .containsExactly(tuple("/api/users/1", "forbidden"));
    assertThat(eventually("users.list", HOME, 1).getFirst().getString("outcome"))
        .isEqualTo("forbidden");
  }

  @Test
  void downloads_are_noted_and_reading_lists_is_not() {
    recruiter.get("/api/positions");
    recruiter.get("/api/cvs/4711/file");
    var refused = eventually("GET /api/cvs/{id}/file", "/api/cvs/4711/file", 1);
    assertThat(refused.getFirst().getString("outcome")).isEqualTo("not_found");
    assertThat(list("action=positions.list")).isEmpty();
  }

  @Test
  void requests_without_a_login_are_noted_once_for_many_of_the_same_moment() {
    var stranger = Browser.at(server, "198.51.100.9");
    var sent =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(i -> stranger.send(HttpMethod.GET, "/api/users", null))
            .toList();
    sent.forEach(Browser::await);
    server.until("all are counted", () -> times("198.51.100.9") == 200);
    assertThat(list("text=198.51.100.9")).hasSizeLessThan(100);
  }

  @Test
  void nothing_in_it_can_be_changed_or_removed_and_only_administrators_read_it() {
    eventually("auth.login", HOME, 1);
    for (var statement :
        List.of("update operation_audit set outcome = 'ok'", "delete from operation_audit"))
      assertThatThrownBy(() -> server.sql().execute(statement)).hasMessageContaining("only added");
    assertThat(recruiter.get("/api/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void the_list_goes_on_where_a_page_ended() {
    for (var i = 0; i < 5; i++) recruiter.post("/api/applications/trigger-calls", ids(900 + i));
    server.until("noted", () -> list("text=applicationIds%3D90").size() == 5);
    var first = server.get("/api/audit?text=applicationIds%3D90&pageSize=3").bodyAsJsonObject();
    var next = "&after=" + first.getLong("next");
    var second = list("text=applicationIds%3D90&pageSize=3" + next);
    assertThat(first.getJsonArray("items")).hasSize(3);
    assertThat(second).hasSize(2);
  }

  private static JsonObject ids(Integer... ids) {
    return new JsonObject().put("applicationIds", new JsonArray(List.of(ids)));
  }

  private static void rpc(String method) {
    recruiter.post(
        "/rpc", new JsonObject().put("jsonrpc", "2.0").put("id", 1).put("method", method));
  }

  private static long times(String text) {
    return list("text=" + text).stream().mapToInt(row -> row.getInteger("times")).sum();
  }

  private static List<JsonObject> eventually(String action, String text, int most) {
    var query = "action=" + action.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D");
    return server.eventually(
        action + " is noted",
        () -> {
          var rows = list(query + "&pageSize=" + most + "&text=" + text.replace("=", "%3D"));
          return rows.isEmpty() ? null : rows;
        });
  }

  private static List<JsonObject> list(String query) {
    var answer = server.get("/api/audit?" + query);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    return answer.bodyAsJsonObject().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
