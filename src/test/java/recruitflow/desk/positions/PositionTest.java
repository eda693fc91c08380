package recruitflow.desk.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** A position: its defaults, its questions, and who saves it last. */
class PositionTest {
  private static final TestServer server = TestServer.shared();
  private static final DeskFixture desk = new DeskFixture(server);

  private static JsonObject put(JsonObject position) {
    var whole = position.copy();
    List.of("criteria", "createdAt", "updatedAt").forEach(whole::remove);
    return whole;
  }

  @Test
  void a_position_has_defaults_and_criteria_from_its_questions() {
    var made =
        ok(
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
    var row = ok(server.get("/api/positions?q=driv")).getJsonArray("items").getJsonObject(0);
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
    assertThat(ok(server.get(path)).getString("title")).isEqualTo("Fresh");
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
    ok(server.send(HttpMethod.DELETE, "/api/positions/" + unused, null));
    error(server.get("/api/positions/" + unused), 404);
  }
}
