package recruitflow.admin.accounts.login;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.support.TestServer.credentials;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recruitflow.support.TestServer;

class LoginTest {

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_sandbox_account_logs_in_and_is_known() {
    server.login();
    var me = server.get("/api/auth/me").bodyAsJsonObject();
    assertThat(me.getString("email")).isEqualTo("recruiter@sandbox.local");
    assertThat(me.getJsonArray("roles").getList()).containsExactlyInAnyOrder("admin", "recruiter");
  }

  @Test
  void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
    var wrong = login("recruiter@sandbox.local", "nope");
    var unknown = login("nobody@sandbox.local", "nope");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.bodyAsString()).isEqualTo(unknown.bodyAsString());
  }

  @Test
  void after_logout_the_refresh_token_opens_nothing() {
    var cookie = cookie(login("recruiter@sandbox.local", "sandbox"));
    send("/api/auth/logout", cookie);
    assertThat(refresh(cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void forged_tokens_are_refused() {
    server.login();
    var parts = server.token().split("\\.");
    var none =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"typ\":\"JWT\",\"alg\":\"none\"}".getBytes());
    for (var forged :
        List.of(
            none + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + parts[2].substring(1),
            "x",
            ""))
      assertThat(
              server
                  .client()
                  .get("/api/auth/me")
                  .putHeader("Authorization", "Bearer " + forged)
                  .send()
                  .await()
                  .statusCode())
          .as(forged)
          .isEqualTo(401);
  }

  @Test
  void bad_login_bodies_are_refused_with_the_field() {
    var answer = server.post("/api/auth/login", new JsonObject().put("email", 7));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(fields(answer)).containsExactlyInAnyOrder("email", "password");
    assertThat(
            server
                .client()
                .post("/api/auth/login")
                .putHeader("Content-Type", "application/json")
                .sendBuffer(Buffer.buffer("{oops"))
                .await()
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void accounts_are_made_by_administrators_and_bad_ones_name_their_fields() {
    server.login();
    var bad =
        server.post(
            "/api/users",
            new JsonObject().put("email", "").put("roles", new io.vertx.core.json.JsonArray()));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(fields(bad)).contains("email", "roles", "displayName", "password");
    var user =
        new JsonObject()
            .put("email", "ana@example.com")
            .put("displayName", "Ana")
            .put("roles", new io.vertx.core.json.JsonArray().add("recruiter"))
            .put("password", "long enough password");
    for (var hidden : List.of("Ana\u202Eanna", "A\u200Bna", "\u3164"))
      assertThat(fields(server.post("/api/users", user.copy().put("displayName", hidden))))
          .containsExactly("displayName");
    for (var known : List.of("password1234", "ana@example.com"))
      assertThat(fields(server.post("/api/users", user.copy().put("password", known))))
          .containsExactly("password");
    assertThat(fields(server.post("/api/users", user.copy().put("email", "ana@@example.com"))))
        .containsExactly("email");
    user.put("email", "ana\u202E@ex\u200Bample.com");
    assertThat(server.post("/api/users", user).statusCode()).isEqualTo(200);
    assertThat(fields(server.post("/api/users", user))).containsExactly("email");
    assertThat(login("ana@example.com", "long enough password").statusCode()).isEqualTo(200);
  }

  private static java.util.Set<String> fields(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getJsonObject("error").getJsonObject("fields").fieldNames();
  }

  private HttpResponse<Buffer> login(String email, String password) {
    return server.post("/api/auth/login", credentials(email, password));
  }

  private static String cookie(HttpResponse<Buffer> answer) {
    return answer.getHeader("Set-Cookie").replaceAll(";.*", "");
  }

  private HttpResponse<Buffer> refresh(String cookie) {
    return send("/api/auth/refresh", cookie);
  }

  private HttpResponse<Buffer> send(String path, String cookie) {
    return server.client().post(path).putHeader("Cookie", cookie).send().await();
  }
}
