package recruitflow.admin.accounts.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.Browser;
import recruitflow.support.TestServer;

/** Guessing passwords, from one address and from many, and what the true user notices of it. */
class GuessingTest {

  private static final String PASSWORD = "quiet harbour 71 lanterns";

  @RegisterExtension
  private static final TestServer server =
      TestServer.start(Map.of("TRUSTED_PROXIES", "127.0.0.0/8"), s -> s).login();

  @BeforeAll
  static void start() {
    for (var name : List.of("ana", "dan", "eva"))
      server.post(
          "/api/users",
          new JsonObject()
              .put("email", name + "@example.com")
              .put("displayName", name)
              .put("roles", JsonArray.of("recruiter"))
              .put("password", PASSWORD));
  }

  @BeforeEach
  void forget() {
    server.sql().execute("delete from login_throttle");
    server.sql().execute("delete from login_places");
  }

  @Test
  void tries_at_the_same_moment_are_counted_one_after_the_other() {
    var answers = all(60, i -> guess("198.51.100.1", "ana@example.com"));
    assertThat(count(answers, 401)).isBetween(1L, 9L);
    assertThat(count(answers, 401) + count(answers, 429)).isEqualTo(60);
    var refused = Browser.await(guess("198.51.100.1", "ana@example.com"));
    while (refused.statusCode() == 401) // what the queue refused was not counted
    refused = Browser.await(guess("198.51.100.1", "ana@example.com"));
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isPositive();
  }

  @Test
  void an_account_is_tried_from_a_thousand_addresses_fewer_than_a_hundred_times() {
    var tried = 0L;
    for (var round = 0; round < 10; round++) {
      var net = "198.51." + round + ".";
      tried += count(all(100, i -> guess(net + i, "ana@example.com")), 401);
    }
    assertThat(tried).isBetween(1L, 100L);
  }

  @Test
  void one_address_tries_a_hundred_accounts_and_no_more() {
    guess("198.51.100.1", "x@example.com").await();
    server.sql().execute("update login_throttle set tries = 97 where key like 'address %'");
    assertThat(count(all(4, i -> guess("198.51.100.1", i + "@example.com")), 401)).isEqualTo(3);
    assertThat(count(all(4, i -> guess("198.51.100.1", i + "@example.org")), 429)).isEqualTo(4);
    assertThat(Browser.await(guess("198.51.100.2", "x@example.com")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_known_and_an_unknown_account_are_refused_alike() {
    assertThat(course("198.51.100.1", "dan@example.com"))
        .isEqualTo(course("198.51.100.2", "nobody@example.com"))
        .contains(401, 429);
  }

  private static List<Integer> course(String address, String email) {
    return IntStream.range(0, 12)
        .mapToObj(i -> Browser.await(guess(address, email)).statusCode())
        .toList();
  }

  @Test
  void strangers_lock_nobody_out_where_he_has_logged_in_before() {
    var browser = Browser.at(server, "203.0.113.1");
    assertThat(browser.login("ana@example.com", PASSWORD).statusCode()).isEqualTo(200);
    for (var i = 0; i < 40; i++) Browser.await(guess("198.51.100." + i, "ana@example.com"));
    for (var i = 0; i < 12; i++) Browser.await(guess("203.0.113.1", "ana@example.com"));
    assertThat(loggedIn(Browser.at(server, "198.51.100.77"), "ana")).isEqualTo(429);
    assertThat(loggedIn(browser, "ana")).isEqualTo(200);
  }

  @Test
  void honest_logins_are_answered_while_three_hundred_false_ones_arrive() {
    var known = Browser.at(server, "203.0.113.1");
    assertThat(loggedIn(known, "ana")).isEqualTo(200);
    var flood = IntStream.range(0, 300).mapToObj(i -> guess("198.51.100.1", i % 50 + "@x.org"));
    var false300 = flood.toList();
    assertThat(loggedIn(known, "ana")).isEqualTo(200);
    assertThat(loggedIn(Browser.at(server, "203.0.113.2"), "dan")).isEqualTo(200);
    assertThat(loggedIn(Browser.at(server, "203.0.113.3"), "eva")).isEqualTo(200);
    var answers = false300.stream().map(Browser::await).toList();
    assertThat(count(answers, 401) + count(answers, 429)).isEqualTo(300);
    assertThat(count(answers, 401)).isLessThanOrEqualTo(100);
  }

  private static int loggedIn(Browser browser, String name) {
    return browser.login(name + "@example.com", PASSWORD).statusCode();
  }

  private static Future<HttpResponse<Buffer>> guess(String address, String email) {
    return Browser.at(server, address)
        .send(HttpMethod.POST, "/api/auth/login", TestServer.credentials(email, "guessed"));
  }

  private static List<HttpResponse<Buffer>> all(
      int many, IntFunction<Future<HttpResponse<Buffer>>> send) {
    var sent = IntStream.range(0, many).mapToObj(send).toList();
    return sent.stream().map(Browser::await).toList();
  }

  private static long count(List<HttpResponse<Buffer>> answers, int status) {
    return answers.stream().filter(answer -> answer.statusCode() == status).count();
  }
}
