package recruitflow.screening.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is not imported at all, and what is said about it. */
class ImportRefusalsTest extends Importing {

  @Test
  void a_closed_position_takes_no_import_and_a_paused_one_does() {
    var waiting = preview(file(fresh("Too Late"))).getLong("id");
    var closed = desk.changed(position, "status", "closed");
    error(upload(file(fresh("No")).getBytes(StandardCharsets.UTF_8)), 409);
    error(server.post("/api/imports/" + waiting + "/confirm", new JsonObject()), 409);
    desk.changed(closed, "status", "paused");
    confirm(waiting);
  }

  @Test
  void unusable_files_are_refused_whole_with_the_reason() {
    var batches = count("import_batches");
    var missing = error(upload("id,full_name\n1,Ana\n".getBytes(StandardCharsets.UTF_8)), 422);
    assertThat(missing.getJsonObject("fields").getString("file")).contains("phone_number or email");
    assertThat(missing.getJsonArray("missingColumns")).containsExactly("phone_number or email");
    assertThat(missing.getJsonArray("columns").getJsonObject(1).getString("field"))
        .isEqualTo("full_name");
    assertThat(error(upload(new byte[0]), 422).getString("message")).contains("no rows");
    assertThat(
            error(upload((HEADER + "\n").getBytes(StandardCharsets.UTF_8)), 422)
                .getString("message"))
        .contains("no rows");
    assertThat(count("import_batches")).isEqualTo(batches);
  }

  @Test
  void a_file_beyond_the_limit_is_refused_and_the_next_request_is_served() {
    var large = new byte[21 * 1024 * 1024];
    HttpResponse<Buffer> answer;
    try {
      answer = upload(large);
      assertThat(answer.statusCode()).isEqualTo(413);
    } catch (Exception closedWhileSending) {
      assertThat(closedWhileSending).isNotNull();
    }
    ok(server.get("/api/imports"));
  }

  @Test
  void an_upload_needs_a_login_a_file_and_a_position() {
    var form =
        MultipartForm.create().binaryFileUpload("file", "x.csv", Buffer.buffer("x"), "text/csv");
    var anonymous = server.client().post("/api/imports").sendMultipartForm(form);
    error(anonymous.timeout(10, TimeUnit.SECONDS).await(), 401);
    var noPosition =
        server
            .client()
            .post("/api/imports")
            .putHeader("Authorization", "Bearer " + server.token())
            .sendMultipartForm(MultipartForm.create().attribute("positionId", "abc"))
            .timeout(10, TimeUnit.SECONDS)
            .await();
    assertThat(error(noPosition, 422).getJsonObject("fields").fieldNames())
        .containsExactlyInAnyOrder("file", "positionId");
    error(server.post("/api/imports", new JsonObject()), 400);
    positionId = 999_999;
    error(upload(file(fresh("X")).getBytes(StandardCharsets.UTF_8)), 422);
    error(server.post("/api/imports/999999/confirm", new JsonObject()), 404);
    error(server.get("/api/imports/999999"), 404);
  }
}
