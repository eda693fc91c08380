package recruitflow.platform.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.support.TestServer;
import recruitflow.support.Wire;

/** Which names are ours, whose pages may log in, what is measured by whom. */
class FrontDoorTest {

  private static final int MANAGEMENT = freePort();
  private static final Map<String, String> NAMED =
      Map.of(
          "ALLOWED_HOSTS", "Desk.Example.com, .branch.example.com",
          "CSRF_TRUSTED_ORIGINS", "https://partner.example.com",
          "SECURE_SSL_REDIRECT", "true",
          "MANAGEMENT_PORT", String.valueOf(MANAGEMENT));

  @RegisterExtension
  private static final TestServer named = TestServer.start(NAMED, sandbox -> sandbox);

  @RegisterExtension
  private static final TestServer open =
      TestServer.start(Map.of("SECURE_SSL_REDIRECT", "true"), sandbox -> sandbox);

  private static String raw(TestServer server, String path, String... headers) throws Exception {
    try (var line = Wire.to(server.port())) {
      var lines = String.join("\r\n", headers);
      return line.send("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + lines + "\r\n\r\n")
          .untilClosed();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "desk.example.com",
        "DESK.example.COM",
        "desk.example.com:8010",
        "desk.example.com.",
        "north.branch.example.com",
        "branch.example.com"
      })
  void a_host_is_compared_without_case_and_port(String host) throws Exception {
    assertThat(raw(named, "/api/about", "Host: " + host, "X-Forwarded-Proto: https"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1",
        "localhost",
        "desk.example.com.evil.example",
        "xbranch.example.com"
      })
  void another_host_is_answered_nothing(String host) throws Exception {
    var answer = raw(named, "/api/about", "Host: " + host, "X-Forwarded-Proto: https");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("{\"error\":");
  }

  @Test
  void the_machine_may_ask_itself_how_it_is() throws Exception {
    for (var host : new String[] {"localhost:8010", "127.0.0.1", "[::1]:8010"})
      for (var path : new String[] {"/health/live", "/health/ready"})
        assertThat(raw(named, path, "Host: " + host)).as(host).startsWith("HTTP/1.1 200");
  }

  @Test
  void the_way_to_https_leads_to_our_own_names_only() throws Exception {
    assertThat(raw(named, "/jobs?a=b", "Host: Desk.example.com:80"))
        .startsWith("HTTP/1.1 308")
        .containsIgnoringCase("location: https://desk.example.com/jobs?a=b\r\n");
    assertThat(raw(open, "/jobs", "Host: evil.example"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("evil.example");
    assertThat(raw(named, "http://evil.example/x", "Host: desk.example.com"))
        .doesNotContainIgnoringCase("location: https://evil");
  }

  @Test
  void a_websocket_passes_the_same_checks() throws Exception {
    var upgrade =
        new String[] {
          "Host: evil.example",
          "X-Forwarded-Proto: https",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
        };
    try (var line = Wire.to(named.port())) {
      line.send(
          "GET /rpc HTTP/1.1\r\nConnection: Upgrade\r\n"
              + String.join("\r\n", upgrade)
              + "\r\n\r\n");
      assertThat(line.status()).isEqualTo(400);
    }
    try (var line = Wire.to(named.port())) {
      upgrade[0] = "Host: DESK.example.com:8010";
      line.send(
          "GET /rpc HTTP/1.1\r\nConnection: Upgrade\r\n"
              + String.join("\r\n", upgrade)
              + "\r\n\r\n");
      assertThat(line.status()).isEqualTo(101);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://desk.example.com, 401",
    "https://PARTNER.example.com, 401",
    "https://evil.example, 403",
    "http://desk.example.com.evil.example, 403",
    "http://desk.example.com:81, 403",
    "null, 403",
    "file://, 403",
    "'', 403",
    "'http://desk.example.com, https://evil.example', 403"
  })
  void pages_of_others_neither_log_in_nor_out(String origin, int status) {
    for (var path : new String[] {"login", "refresh", "logout"}) {
      var answer = fromPage(path, origin);
      var refused = path.equals("logout") && status == 401 ? 200 : status;
      assertThat(answer.statusCode()).as(path).isEqualTo(refused);
      assertThat(answer.cookies().isEmpty()).as(path).isEqualTo(refused != 200);
    }
  }

  private static HttpResponse<Buffer> fromPage(String path, String origin) {
    return named
        .client()
        .post("/api/auth/" + path)
        .putHeader("Host", "desk.example.com")
        .putHeader("X-Forwarded-Proto", "https")
        .putHeader("Origin", origin)
        .sendJsonObject(TestServer.credentials("recruiter@sandbox.local", "wrong"))
        .timeout(20, SECONDS)
        .await();
  }

  @Test
  void measurements_need_a_login_or_the_port_of_the_house() throws Exception {
    var host = "Host: desk.example.com";
    var https = "X-Forwarded-Proto: https";
    var token = login();
    for (var path : new String[] {"/metrics", "/health/parts"}) {
      assertThat(raw(named, path, host, https)).as(path).startsWith("HTTP/1.1 401");
      assertThat(raw(named, path, host, https, "Authorization: Bearer " + token))
          .as(path)
          .startsWith("HTTP/1.1 200");
      var inside = named.client().get(MANAGEMENT, "127.0.0.1", path).send().await();
      assertThat(inside.statusCode()).as(path).isEqualTo(200);
    }
  }

  private static String login() {
    return named
        .client()
        .post("/api/auth/login")
        .virtualHost("desk.example.com")
        .putHeader("X-Forwarded-Proto", "https")
        .sendJsonObject(TestServer.credentials("recruiter@sandbox.local", "sandbox"))
        .timeout(20, SECONDS)
        .await()
        .bodyAsJsonObject()
        .getString("accessToken");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
