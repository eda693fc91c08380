package recruitflow.screening.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Imports taken back, while that harms nobody, and uploads thrown away. */
class ImportUndoTest extends Importing {

  @Test
  void an_import_is_taken_back_whole() {
    var known = fresh("Before Name");
    imported(file(known));
    var candidate = candidateOf(0);
    var other = desk.evenings("Undo target").getLong("id");
    positionId = other;
    var people = count("candidates");
    var applications = count("applications");
    var id =
        preview(file(known.replace("Before Name", "After Name"), fresh("Gone Soon"))).getLong("id");
    assertThat(confirm(id).getBoolean("undoable")).isTrue();
    var path = "/api/candidates/" + candidate.getLong("id");
    assertThat(ok(server.get(path)).getString("fullName")).isEqualTo("After Name");

    assertThat(ok(undo(id)).getString("state")).isEqualTo("undone");

    assertThat(ok(server.get(path)).getString("fullName")).isEqualTo("Before Name");
    assertThat(ok(server.get("/api/candidates?q=before%20name")).getInteger("total")).isEqualTo(1);
    assertThat(count("candidates")).isEqualTo(people);
    assertThat(count("applications")).isEqualTo(applications);
    error(undo(id), 409);
    assertThat(ok(server.get("/api/imports/" + id)).getString("state")).isEqualTo("undone");
    imported(file(fresh("Next One")));
  }

  @Test
  void an_import_somebody_has_worked_on_stays() {
    var summary = imported(file(fresh("Worked On"), fresh("Left Alone")));
    var id = summary.getLong("id");
    desk.trigger(applications().getJsonObject(0).getLong("id"));
    assertThat(ok(server.get("/api/imports/" + id)).getJsonObject("summary").getBoolean("undoable"))
        .isFalse();
    assertThat(error(undo(id), 409).getString("message")).contains("worked on");
    assertThat(applications()).hasSize(2);
  }

  @Test
  void a_person_changed_since_is_not_overwritten_by_taking_back() {
    var id = imported(file(fresh("To Change"))).getLong("id");
    var candidate = candidateOf(0);
    ok(
        server.send(
            HttpMethod.PATCH,
            "/api/candidates/" + candidate.getLong("id"),
            new JsonObject().put("version", 1).put("notes", "spoke to him")));
    assertThat(error(undo(id), 409).getString("message")).contains("changed since");
  }

  @Test
  void a_discarded_upload_is_gone_and_cannot_be_confirmed() {
    var id = preview(file(fresh("Thrown Away"))).getLong("id");
    ok(server.send(HttpMethod.DELETE, "/api/imports/" + id, null));
    error(server.post("/api/imports/" + id + "/confirm", new JsonObject()), 409);
    error(server.send(HttpMethod.DELETE, "/api/imports/" + id, null), 409);
    var shown = ok(server.get("/api/imports/" + id));
    assertThat(shown.getString("state")).isEqualTo("discarded");
    assertThat(shown.getJsonArray("rows")).isEmpty();
    assertThat(applications()).isEmpty();
  }
}
