package recruitflow.screening.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.SandboxKeys;

/** How much a webhook may bring, and how slowly. */
class WebhookLimitsTest extends Delivering {

  @Test
  void ten_megabytes_are_taken_and_one_byte_more_is_not() {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    var fits = "{\"pad\":\"" + "x".repeat(10 * 1024 * 1024 - 10) + "\"}";
    assertThat(fits.length()).isEqualTo(10 * 1024 * 1024);
    assertThat(post(WHAPI, fits, "X-Webhook-Secret", secret)).isEqualTo(200);
    assertThat(post(WHAPI, fits + " ", "X-Webhook-Secret", secret)).isEqualTo(413);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void an_endless_body_is_answered_and_its_connection_ended() throws IOException {
    try (var socket = connect(server.port())) {
      var out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(UTF_8));
      var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8);
      for (var i = 0; i < 170; i++) out.write(chunk);
      out.flush();
      assertThat(firstLine(socket)).contains("413");
    }
    assertThat(post(WHAPI, TEXT.formatted(1), "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
  }

  @Test
  void a_declared_gigabyte_is_refused_before_it_comes() throws IOException {
    try (var socket = connect(server.port())) {
      socket.getOutputStream().write(head("Content-Length: 1073741824").getBytes(UTF_8));
      assertThat(firstLine(socket)).contains("413");
      assertThat(socket.getInputStream().readAllBytes()).isNotNull();
    }
  }

  @Test
  void a_body_that_dribbles_in_is_cut_off_while_others_are_served() throws IOException {
    var router = Router.router(server.vertx());
    new WebhookRoutes(server.house(), KNOWN, Duration.ofMillis(700)).mount(router);
    var http = server.vertx().createHttpServer().requestHandler(router).listen(0).await();
    var dribblers = new ArrayList<Socket>();
    for (var i = 0; i < 50; i++) {
      var socket = connect(http.actualPort());
      socket.getOutputStream().write((head("Content-Length: 1000") + "{").getBytes(UTF_8));
      dribblers.add(socket);
    }
    assertThat(post(WHAPI, TEXT.formatted(1), "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
    for (var socket : dribblers) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      socket.close();
    }
    http.close().await();
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String head(String length) {
    return "POST /webhooks/whapi HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Webhook-Secret: "
        + SandboxKeys.WHAPI_WEBHOOK_SECRET
        + "\r\n"
        + length
        + "\r\n\r\n";
  }

  private static String firstLine(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (var c = socket.getInputStream().read();
        c >= 0 && c != '\n';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
