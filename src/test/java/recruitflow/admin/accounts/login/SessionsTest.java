package recruitflow.admin.accounts.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.Browser;
import recruitflow.support.TestServer;

/** How long a login lasts, and what ends it at once. */
class SessionsTest {

  private static final String PASSWORD = "quiet harbour 71 lanterns";
  private static final String OTHER = "another harbour 72 lanterns";
  private static final short LOGGED_OUT = 4401;
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @RegisterExtension private static final TestServer server = TestServer.start().login();

  @Test
  void a_closed_account_is_shut_out_of_every_door_at_once() {
    var ana = person("admin", "recruiter");
    var browser = loggedIn(ana);
    var channel = browser.liveChannel();
    change(ana.put("active", false));
    assertShutOut(browser);
    assertThat(channel.await()).isEqualTo(LOGGED_OUT);
    assertThat(browser.refresh().statusCode()).isEqualTo(401);
    assertThat(browser.login(ana.getString("email"), PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void a_demoted_administrator_loses_his_powers_at_once_and_stays_logged_in() {
    var dan = person("admin", "recruiter");
    var browser = loggedIn(dan);
    assertThat(browser.get("/api/users").statusCode()).isEqualTo(200);
    var channel = browser.liveChannel();
    change(dan.put("roles", new JsonArray().add("recruiter")));
    assertShutOut(browser);
    assertThat(channel.await()).isEqualTo(LOGGED_OUT);
    assertThat(browser.refresh().statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/auth/me").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/users").statusCode()).isEqualTo(403);
  }

  @Test
  void a_reset_password_ends_every_login_of_the_account() {
    var eva = person("recruiter");
    var here = loggedIn(eva);
    var there = loggedIn(eva);
    change(eva.put("password", OTHER));
    for (var browser : new Browser[] {here, there}) {
      assertShutOut(browser);
      assertThat(browser.refresh().statusCode()).isEqualTo(401);
    }
  }

  @Test
  void everybody_changes_his_own_password_and_all_his_logins_end() {
    var lea = person("seeker");
    var here = loggedIn(lea);
    var there = loggedIn(lea);
    var change = new JsonObject().put("currentPassword", "wrong").put("newPassword", OTHER);
    assertThat(here.post("/api/auth/password", change).bodyAsString()).contains("password_wrong");
    change.put("currentPassword", PASSWORD).put("newPassword", "password1234");
    assertThat(here.post("/api/auth/password", change).bodyAsString()).contains("password_known");
    change.put("newPassword", OTHER);
    assertThat(here.post("/api/auth/password", change).statusCode()).isEqualTo(200);
    for (var browser : new Browser[] {here, there}) {
      assertShutOut(browser);
      assertThat(browser.refresh().statusCode()).isEqualTo(401);
    }
    assertThat(here.login(lea.getString("email"), OTHER).statusCode()).isEqualTo(200);
  }

  @Test
  void a_new_name_ends_nothing() {
    var ion = person("recruiter");
    var browser = loggedIn(ion);
    change(ion.put("displayName", "Ion Ionescu"));
    assertThat(browser.get("/api/auth/me").bodyAsJsonObject().getString("displayName"))
        .isEqualTo("Ion Ionescu");
  }

  @Test
  void another_node_learns_of_new_and_of_closed_accounts() {
    try (var node = server.startNode()) {
      var mia = person("recruiter");
      var elsewhere = Browser.at(node);
      elsewhere.token = loggedIn(mia).token;
      assertThat(elsewhere.get("/api/auth/me").statusCode()).isEqualTo(200);
      var channel = elsewhere.liveChannel();
      change(mia.put("active", false));
      assertThat(channel.await()).isEqualTo(LOGGED_OUT);
      assertThat(elsewhere.get("/api/auth/me").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void two_renewals_at_the_same_moment_and_a_lost_answer_end_nothing() {
    var first = loggedIn(person("recruiter"));
    var second = first.copy();
    var renewals =
        new Browser[] {first, second, second.copy()}; // the third never saw the second's answer
    var answers =
        Stream.of(renewals).map(b -> b.send(HttpMethod.POST, "/api/auth/refresh", null)).toList();
    for (var answer : answers) assertThat(Browser.await(answer).statusCode()).isEqualTo(200);
    for (var browser : renewals) assertThat(browser.refresh().statusCode()).isEqualTo(200);
  }

  @Test
  void a_renewal_token_used_again_much_later_ends_the_whole_login() {
    var browser = loggedIn(person("recruiter"));
    var thief = browser.copy();
    assertThat(browser.refresh().statusCode()).isEqualTo(200);
    server.sql().execute("update refresh_tokens set used_at = used_at - interval '2 minutes'");
    assertThat(thief.refresh().statusCode()).isEqualTo(401);
    assertThat(browser.refresh().statusCode()).isEqualTo(401);
  }

  private static void assertShutOut(Browser browser) {
    assertThat(browser.get("/api/auth/me").statusCode()).isEqualTo(401);
    var rpc = new JsonObject().put("jsonrpc", "2.0").put("id", 1).put("method", "auth.me");
    assertThat(browser.post("/rpc", rpc).statusCode()).isEqualTo(401);
  }

  private static JsonObject person(String... roles) {
    var user =
        new JsonObject()
            .put("email", "person" + PEOPLE.incrementAndGet() + "@example.com")
            .put("displayName", "Somebody")
            .put("roles", JsonArray.of((Object[]) roles))
            .put("password", PASSWORD);
    return server.post("/api/users", user).bodyAsJsonObject();
  }

  private static Browser loggedIn(JsonObject person) {
    var browser = Browser.at(server);
    assertThat(browser.login(person.getString("email"), PASSWORD).statusCode()).isEqualTo(200);
    return browser;
  }

  private static void change(JsonObject person) {
    var body = person.copy();
    var id = body.remove("id");
    body.remove("createdAt");
    body.remove("secondFactor");
    body.remove("email");
    var answer = server.send(HttpMethod.PATCH, "/api/users/" + id, body);
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
  }
}
