package recruitflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.support.TestServer;

/** Whatever comes in, the answer is never that something went wrong on our side. */
class HostileInputTest {
  private static final TestServer server = TestServer.shared();
  private static final DeskFixture desk = new DeskFixture(server);

  private static int status(HttpMethod method, String path, JsonObject body) {
    var answer = server.send(method, path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.bodyAsString()).isLessThan(500);
    return answer.statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "lone \uD800 surrogate",
        "'; drop table candidates; --",
        "<script>alert(1)</script>",
        "\u202Egnp.exe",
        "%_\\",
        "${jndi:ldap://x}",
        "\r\nSet-Cookie: x=1",
        "😀👩‍👩‍👧‍👦 ﷽ مرحبا"
      })
  void odd_texts_are_kept_as_text_or_refused(String text) {
    var candidate = new JsonObject().put("fullName", "X " + text).put("phone", "0722123456");
    if (status(HttpMethod.POST, "/api/candidates", candidate) == 200) {
      var stored = ok(server.get("/api/candidates")).getJsonArray("items");
      if (text.indexOf('\uD800') < 0) {
        assertThat(stored.getJsonObject(0).getString("fullName"))
            .isEqualTo(("X " + text.replace("\u202E", "")).replaceAll("\\s+", " ").strip());
      }
    }
    var position = new JsonObject().put("title", "T" + text).put("description", "D" + text);
    status(HttpMethod.POST, "/api/positions", position.put("campaignQuestions", text));
    var q = URLEncoder.encode(text, StandardCharsets.UTF_8);
    status(HttpMethod.GET, "/api/candidates?q=" + q, null);
    status(HttpMethod.GET, "/api/positions?q=" + q, null);
    status(HttpMethod.GET, "/api/applications?q=" + q, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=%2B999999999-12-31T23%3A59%3A59Z_1",
        "after=_",
        "after=2026-01-01T00:00:00Z_99999999999999999999",
        "from=%2B999999999-12-31T23:59:59Z",
        "to=%2B999999999-12-31",
        "from=-999999999-01-01",
        "to=2026-13-45",
        "positionId=99999999999999999999999999",
        "positionId=-1",
        "positionId=1.5",
        "status=,,,",
        "status=CALL_QUEUED",
        "qualified=maybe",
        "pageSize=0",
        "pageSize=99999999999999999999",
        "q=RF-99999999999999999999",
        "q=%00",
        "nonsense=1",
        "group=all"
      })
  void odd_filters_are_refused_or_find_nothing(String query) {
    status(HttpMethod.GET, "/api/applications?" + query, null);
    status(HttpMethod.GET, "/api/applications/ids?" + query, null);
  }

  @Test
  void ids_that_are_none_are_refused() {
    for (var id : List.of("0", "-1", "abc", "99999999999999999999", "1e3", "%00")) {
      for (var path : List.of("/api/positions/", "/api/candidates/", "/api/applications/")) {
        assertThat(status(HttpMethod.GET, path + id, null)).as(path + id).isIn(400, 404, 422);
      }
    }
    var huge = new BigInteger("99999999999999999999999");
    var body = new JsonObject().put("candidateId", huge).put("positionId", 1);
    assertThat(status(HttpMethod.POST, "/api/applications", body)).isEqualTo(422);
    for (var ids :
        List.of(JsonArray.of(), JsonArray.of("1"), JsonArray.of(1.5), JsonArray.of(huge))) {
      var trigger = new JsonObject().put("applicationIds", ids);
      assertThat(status(HttpMethod.POST, "/api/applications/trigger-calls", trigger))
          .as(trigger.encode())
          .isEqualTo(422);
    }
    var nulls = new JsonObject().put("applicationIds", new JsonArray().addNull());
    assertThat(status(HttpMethod.POST, "/api/applications/trigger-calls", nulls)).isEqualTo(422);
  }

  @Test
  void bodies_that_are_no_object_and_fields_nobody_knows_are_refused() {
    for (var body : List.of("", "[]", "null", "{", "\"x\"", "{\"a\":1}")) {
      var answer =
          server
              .client()
              .post("/api/positions")
              .putHeader("Authorization", "Bearer " + server.token())
              .putHeader("Content-Type", "application/json")
              .sendBuffer(Buffer.buffer(body))
              .timeout(10, TimeUnit.SECONDS)
              .await();
      assertThat(answer.statusCode()).as(body).isIn(400, 422);
    }
  }

  @Test
  void texts_beyond_their_limits_are_refused_by_name() {
    var id = desk.application("Lim It", "0722000099", desk.evenings("Limits").getLong("id"));
    var note = new JsonObject().put("body", "x".repeat(20_001));
    var answer = server.post("/api/applications/" + id + "/notes", note);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(
            answer.bodyAsJsonObject().getJsonObject("error").getJsonObject("fields").fieldNames())
        .containsExactly("body");
    var nul = new JsonObject().put("body", "nul \u0000 inside");
    assertThat(status(HttpMethod.POST, "/api/applications/" + id + "/notes", nul)).isLessThan(500);
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
