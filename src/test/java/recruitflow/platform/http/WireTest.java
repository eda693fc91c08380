package recruitflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.support.TestServer;
import recruitflow.support.Wire;

/** What is on the wire before anybody can say what it means. */
class WireTest {

  private static final String POST = "POST /api/auth/refresh HTTP/1.1\r\n";
  private static final String GET = "GET /api/about HTTP/1.1\r\n";

  @RegisterExtension private static final TestServer server = TestServer.start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        POST + "Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: chunked, xchunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /api/auth/refresh HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Host: a\r\nContent-Length: -1\r\n\r\n",
        POST + "Host: a\r\nContent-Length: +1\r\n\r\nx",
        POST + "Host: a\r\nContent-Length: 0x1\r\n\r\nx",
        POST + "Host: a\r\nContent-Length: 1, 1\r\n\r\nx",
        POST + "Host: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        POST + "Host: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
        POST + "Host: a\r\nContent-Length:\r\n\r\n",
        GET + "\r\n",
        GET + "Host:\r\n\r\n",
        GET + "Host: a\r\nHost: b\r\n\r\n",
        GET + "Host: a\r\nHost: a\r\n\r\n",
        GET + "Host: a/b\r\n\r\n",
        GET + "Host: a b\r\n\r\n",
        GET + "Host: u@a\r\n\r\n",
        GET + "Host : a\r\n\r\n",
        GET + "Host: a\nX: y\n\n",
        GET + "Host: a\r\nX: \u0000\r\n\r\n",
        GET + "Host: a\r\n X: folded\r\n\r\n",
        GET + "Host: a\r\nX\u0001: y\r\n\r\n",
        GET + "Host: a\r\nno colon\r\n\r\n",
        GET + "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket, h2c\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /api/about\r\n\r\n",
        "GET /api/about HTTP/9.9\r\nHost: a\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        POST + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff0\r\n\r\n",
      })
  void what_can_be_read_in_two_ways_is_refused_and_the_line_closed(String request)
      throws Exception {
    try (var line = Wire.to(server.port())) {
      line.send(request).send(GET + "Host: smuggled\r\n\r\n");
      var answer = line.untilClosed();
      assertThat(answer)
          .matches("(HTTP/\\d\\.\\d (400|501)(?s:.*))?")
          .doesNotContain("sandboxSpeed");
    }
  }

  @Test
  void an_offer_of_another_protocol_is_not_taken_and_the_request_answered() throws Exception {
    try (var line = Wire.to(server.port())) {
      line.send(
          GET
              + "Host: a\r\n"
              + "Connection: Upgrade, HTTP2-Settings\r\n"
              + "Upgrade: h2c\r\n"
              + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
      assertThat(line.status()).isEqualTo(200);
    }
    try (var client = HttpClient.newHttpClient()) { // offers HTTP/2 unless told otherwise
      var about = URI.create("http://127.0.0.1:" + server.port() + "/api/about");
      var answer = client.send(HttpRequest.newBuilder(about).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  @Test
  void what_is_sound_is_answered_and_the_line_stays_open() throws Exception {
    try (var line = Wire.to(server.port())) {
      var chunked =
          "Host: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
      line.send("POST /rpc HTTP/1.1\r\n" + chunked + "2\r\n{}\r\n0\r\n\r\n");
      assertThat(line.status()).isEqualTo(200);
    }
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_house() throws Exception {
    try (var line = Wire.to(server.port())) {
      line.send(GET + "Host: a\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");
      assertThat(line.untilClosed()).startsWith("HTTP/1.1 431").contains("{\"error\":{\"code\":");
    }
  }

  @Test
  void headers_that_dribble_in_end_the_line_first_and_between_requests() throws Exception {
    var headers =
        new HeaderDeadline(server.vertx(), Duration.ofMillis(400), Duration.ofMillis(500));
    var router = Router.router(server.vertx());
    router.route().handler(headers);
    router.route().handler(request -> request.response().end());
    var http =
        server
            .vertx()
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .connectionHandler(headers::opened)
            .requestHandler(router)
            .listen(0)
            .await();
    try (var silent = Wire.to(http.actualPort());
        var slow = Wire.to(http.actualPort());
        var later = Wire.to(http.actualPort())) {
      later.send(GET + "Host: a\r\n\r\n");
      assertThat(later.status()).isEqualTo(200);
      slow.send("GET / HT");
      later.send("GET / HT");
      assertThat(silent.untilClosed()).isEmpty();
      assertThat(slow.untilClosed()).isEmpty();
      assertThat(later.untilClosed()).isEmpty();
    }
    http.close().await();
  }
}
