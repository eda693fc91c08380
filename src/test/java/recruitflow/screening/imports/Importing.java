package recruitflow.screening.imports;

import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** Files of leads, taken in by a position of their own, and a look at what became of them. */
abstract class Importing {
  static final String HEADER =
      "id\tcreated_time\tcampaign_name\tplatform\tai_permis_b?\temail\tfull_name\tphone_number";

  static final TestServer server = TestServer.shared();
  static final DeskFixture desk = new DeskFixture(server);
  static int people;

  JsonObject position;
  long positionId;

  @BeforeEach
  void openPosition() {
    position = desk.evenings("Imports " + ++people);
    positionId = position.getLong("id");
  }

  /** A lead nobody has seen yet. */
  static String fresh(String name) {
    int n = ++people;
    return lead("l:" + n, name, "p" + n + "@example.com", "p:+4072%07d".formatted(n));
  }

  static String lead(String id, String name, String email, String phone) {
    return String.join(
        "\t",
        id,
        "2026-11-20T10:00:10+02:00",
        "Vânzări",
        "fb",
        "da,_de_10_ani",
        email,
        name,
        phone);
  }

  static String file(String... rows) {
    return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
  }

  HttpResponse<Buffer> upload(byte[] bytes, String... fields) {
    var form =
        MultipartForm.create()
            .attribute("positionId", String.valueOf(positionId))
            .binaryFileUpload("file", "../../leads\u202E.csv", Buffer.buffer(bytes), "text/csv");
    for (int i = 0; i < fields.length; i += 2) {
      form.attribute(fields[i], fields[i + 1]);
    }
    return server
        .client()
        .post("/api/imports")
        .putHeader("Authorization", "Bearer " + server.token())
        .sendMultipartForm(form)
        .timeout(20, TimeUnit.SECONDS)
        .await();
  }

  JsonObject preview(String text) {
    return ok(upload(text.getBytes(StandardCharsets.UTF_8)));
  }

  JsonObject imported(String text) {
    return confirm(preview(text).getLong("id"));
  }

  static JsonObject confirm(long id) {
    return ok(server.post("/api/imports/" + id + "/confirm", new JsonObject()));
  }

  static HttpResponse<Buffer> undo(long id) {
    return server.post("/api/imports/" + id + "/undo", new JsonObject());
  }

  static long count(String table) {
    return server.sql().one("select count(*) from " + table, row -> row.getLong(0));
  }

  JsonArray applications() {
    return ok(server.get("/api/applications?positionId=" + positionId)).getJsonArray("items");
  }

  JsonObject candidateOf(int application) {
    var id = applications().getJsonObject(application).getLong("candidateId");
    return ok(server.get("/api/candidates/" + id));
  }
}
