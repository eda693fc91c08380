package recruitflow.admin.accounts.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.support.TestServer.credentials;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.Browser;
import recruitflow.support.TestServer;

/** Administrators need an authenticator here; recruiters may have one. */
class SecondFactorTest {

  private static final String PASSWORD = "quiet harbour 71 lanterns";
  private static int people;

  @RegisterExtension
  private static final TestServer server =
      TestServer.start(Map.of("ADMIN_SECOND_FACTOR_REQUIRED", "true"), s -> s);

  private static final Browser admin = Browser.at(server);

  private String email;
  private Browser browser;
  private byte[] secret;
  private JsonArray recoveryCodes;

  @BeforeAll
  static void start() {
    admin.login("recruiter@sandbox.local", "sandbox");
  }

  @BeforeEach
  void somebodyWithAnAuthenticator() {
    if (people++ == 0) anAdministratorWithoutOneHasNoPowersUntilHeHasOne();
    email = "person" + people + "@example.com";
    var roles = JsonArray.of("recruiter", "admin");
    var made =
        admin.post(
            "/api/users",
            credentials(email, PASSWORD).put("displayName", "Somebody").put("roles", roles));
    assertThat(made.statusCode()).as(made.bodyAsString()).isEqualTo(200);
    browser = Browser.at(server);
    browser.login(email, PASSWORD);
    enrol(browser, PASSWORD);
  }

  private void anAdministratorWithoutOneHasNoPowersUntilHeHasOne() {
    assertThat(admin.get("/api/users").statusCode()).isEqualTo(403);
    var me = admin.get("/api/auth/me").bodyAsJsonObject();
    assertThat(me.getBoolean("secondFactorDue")).isTrue();
    assertThat(me.getJsonArray("roles").getList()).containsExactly("recruiter");
    enrol(admin, "sandbox");
    assertThat(admin.get("/api/users").statusCode()).isEqualTo(200);
    assertThat(admin.get("/api/auth/me").bodyAsJsonObject().getBoolean("secondFactorDue"))
        .isFalse();
  }

  @Test
  void a_login_asks_for_a_code_and_takes_each_code_once() {
    var needed = browser.login(email, PASSWORD);
    assertThat(needed.statusCode()).isEqualTo(401);
    assertThat(reason(needed)).isEqualTo("second_factor_needed");
    assertThat(reason(login("000000x"))).isEqualTo("second_factor_wrong");
    var next = OneTimeCodes.code(secret, Instant.now().plusSeconds(30));
    assertThat(login(next).statusCode()).isEqualTo(200);
    assertThat(reason(login(next))).isEqualTo("second_factor_wrong");
  }

  @Test
  void a_wrong_password_is_not_told_that_a_code_would_be_needed() {
    var answer = browser.login(email, "wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(reason(answer)).isNull();
  }

  @Test
  void a_recovery_code_opens_once_however_it_is_typed() {
    var code = recoveryCodes.getString(3).toLowerCase().replace("-", " ");
    assertThat(login(code).statusCode()).isEqualTo(200);
    assertThat(login(code).statusCode()).isEqualTo(401);
    assertThat(login(recoveryCodes.getString(4)).statusCode()).isEqualTo(200);
  }

  @Test
  void guessing_codes_is_slowed_like_guessing_passwords() {
    var answers =
        java.util.stream.IntStream.range(0, 12).map(i -> login("00000" + i).statusCode()).toArray();
    assertThat(answers).contains(401).endsWith(429);
  }

  @Test
  void what_lies_in_the_database_opens_nothing() {
    var stored =
        server
            .sql()
            .list(
                """
                select secret as s from second_factors
                union all select code_hash from recovery_codes
                """,
                row -> row.getString("s"));
    assertThat(stored)
        .noneMatch(s -> s.contains(OneTimeCodes.written(secret)))
        .doesNotContainAnyElementsOf(recoveryCodes.stream().map(String::valueOf).toList());
  }

  @Test
  void it_is_removed_with_password_and_code_or_by_an_administrator() {
    var remove = new JsonObject().put("password", "wrong").put("code", recoveryCodes.getString(0));
    assertThat(browser.post("/api/auth/second-factor/remove", remove).statusCode()).isEqualTo(422);
    remove.put("password", PASSWORD).put("code", "000000");
    assertThat(browser.post("/api/auth/second-factor/remove", remove).statusCode()).isEqualTo(422);
    remove.put("code", recoveryCodes.getString(0));
    assertThat(browser.post("/api/auth/second-factor/remove", remove).statusCode()).isEqualTo(200);
    assertThat(browser.login(email, PASSWORD).statusCode()).isEqualTo(200);
    enrol(browser, PASSWORD);
    var id = browser.get("/api/auth/me").bodyAsJsonObject().getLong("id");
    var reset = admin.post("/api/users/" + id + "/second-factor/reset", new JsonObject());
    assertThat(reset.statusCode()).as(reset.bodyAsString()).isEqualTo(200);
    assertThat(browser.get("/api/auth/me").statusCode()).isEqualTo(401);
    assertThat(browser.login(email, PASSWORD).statusCode()).isEqualTo(200);
  }

  private void enrol(Browser who, String password) {
    var begun =
        who.post("/api/auth/second-factor", new JsonObject().put("password", password))
            .bodyAsJsonObject();
    secret = new Base32().decode(begun.getString("secret"));
    assertThat(begun.getString("uri")).contains(begun.getString("secret"));
    var wrong = new JsonObject().put("code", "000000");
    assertThat(who.post("/api/auth/second-factor/confirm", wrong).statusCode()).isEqualTo(422);
    var code = new JsonObject().put("code", OneTimeCodes.code(secret, Instant.now()));
    var confirmed = who.post("/api/auth/second-factor/confirm", code);
    assertThat(confirmed.statusCode()).as(confirmed.bodyAsString()).isEqualTo(200);
    recoveryCodes = confirmed.bodyAsJsonObject().getJsonArray("recoveryCodes");
  }

  private HttpResponse<Buffer> login(String code) {
    return browser.enter(
        browser.post("/api/auth/login", credentials(email, PASSWORD).put("code", code)));
  }

  private static String reason(HttpResponse<Buffer> answer) {
    return answer.bodyAsJsonObject().getJsonObject("error").getString("reason");
  }
}
