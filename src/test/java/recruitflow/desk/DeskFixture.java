package recruitflow.desk;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import recruitflow.support.TestServer;

/** Positions and people for tests, made through the doors that users have. */
public record DeskFixture(TestServer server) {

  public JsonObject position(String title) {
    return ok(
        server.post(
            "/api/positions",
            new JsonObject()
                .put("title", title)
                .put("description", "Sells things")
                .put("language", "ro")
                .put("campaignQuestions", "Ai experiență?\nAi permis B?")
                .put("systemPrompt", "You are kind.")
                .put("firstMessage", "Hello {candidate_name}")
                .put("qualificationPrompt", "Judge.")));
  }

  /** A position that calls in the evening only, so that at noon its queue stands still. */
  public JsonObject evenings(String title) {
    return changed(changed(position(title), "callingHourEnd", 22), "callingHourStart", 20);
  }

  public JsonObject candidate(String name, String phone) {
    return ok(
        server.post("/api/candidates", new JsonObject().put("fullName", name).put("phone", phone)));
  }

  /** The id of an application in {@code pending_call}. */
  public long application(String name, String phone, long positionId) {
    var candidate = candidate(name, phone).getLong("id");
    return ok(server.post(
            "/api/applications",
            new JsonObject().put("candidateId", candidate).put("positionId", positionId)))
        .getJsonObject("application")
        .getLong("id");
  }

  public JsonObject detail(long applicationId) {
    return ok(server.get("/api/applications/" + applicationId));
  }

  public String status(long applicationId) {
    return detail(applicationId).getJsonObject("application").getString("status");
  }

  public JsonObject trigger(Object... ids) {
    var body = new JsonObject().put("applicationIds", new JsonArray(List.of(ids)));
    return ok(server.post("/api/applications/trigger-calls", body));
  }

  /** Changes a position, the version taken from what is stored. */
  public JsonObject changed(JsonObject position, String field, Object value) {
    var whole = position.copy().put(field, value);
    List.of("criteria", "createdAt", "updatedAt").forEach(whole::remove);
    return ok(server.send(HttpMethod.PUT, "/api/positions/" + position.getLong("id"), whole));
  }

  public static JsonObject ok(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.bodyAsString());
    }
    return answer.bodyAsJsonObject();
  }

  /** The error of an answer with that status. */
  public static JsonObject error(HttpResponse<Buffer> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.bodyAsString());
    }
    return answer.bodyAsJsonObject().getJsonObject("error");
  }
}
