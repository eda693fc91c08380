package recruitflow.platform.http.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.inbound.ElevenLabsSignature;
import recruitflow.support.TestServer;
import recruitflow.support.Wire;

/** Bodies cost memory only when it is known whose they are and where they go. */
class BodiesTest {

  private static final int MEGABYTE = 1 << 20;

  @RegisterExtension
  private static final TestServer server =
      TestServer.start(Map.of("BODIES_IN_FLIGHT_MB", "1"), sandbox -> sandbox).login();

  private static final BodyBudget budget = server.house().bodies().budget();

  @AfterEach
  void nothing_is_held_any_longer() {
    server.until("all is given back", () -> budget.held() == 0);
  }

  private static String head(String path, int length, String... headers) {
    return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n\r\n"
        .formatted(path, length, String.join("\r\n", headers));
  }

  private static String known() {
    return "Authorization: Bearer " + server.token();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/no/such/address, 404",
    "/nowhere, 404",
    "/webhooks/nobody, 404",
    "/api/positions, 401",
    "/api/imports, 401",
    "/api/applications/1/cvs, 401",
    "/webhooks/elevenlabs, 401",
    "/webhooks/whapi, 401",
    "/rpc, 413",
    "/api/auth/login, 413"
  })
  void nothing_is_read_of_a_stranger_before_he_is_refused(String path, int status)
      throws Exception {
    try (var line = Wire.to(server.port())) {
      line.send(head(path, 900_000, "X: y"));
      assertThat(line.status()).isEqualTo(status);
      assertThat(budget.held()).isZero();
      assertThat(line.untilClosed()).contains("\"error\"");
    }
  }

  @Test
  void a_signature_that_no_body_can_make_good_is_refused_before_the_body() throws Exception {
    var now = Instant.now();
    var old =
        ElevenLabsSignature.sign(
            "any", new byte[0], now.minus(ElevenLabsSignature.OLDEST).minusSeconds(60));
    var early = ElevenLabsSignature.sign("any", new byte[0], now.plusSeconds(3600));
    for (var signature : new String[] {old, early, "t=1", "v0=00", "t=x,v0=y", ""})
      try (var line = Wire.to(server.port())) {
        line.send(head("/webhooks/elevenlabs", 900_000, "ElevenLabs-Signature: " + signature));
        assertThat(line.status()).as(signature).isEqualTo(401);
      }
  }

  @Test
  void all_bodies_together_have_a_budget_and_who_does_not_fit_comes_again() throws Exception {
    try (var first = Wire.to(server.port());
        var second = Wire.to(server.port())) {
      first.send(head("/api/positions", 900_000, known())).send("{".repeat(899_999));
      server.until("the first is held", () -> budget.held() == 899_999);
      second.send(head("/api/positions", 500_000, known())).send("{".repeat(499_999));
      assertThat(second.status()).isEqualTo(503);
      assertThat(server.get("/api/positions").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void strangers_cannot_take_all_of_the_budget() throws Exception {
    var signature = ElevenLabsSignature.sign("guessed", new byte[0], Instant.now());
    try (var stranger = Wire.to(server.port())) {
      stranger.send(head("/webhooks/elevenlabs", MEGABYTE, "ElevenLabs-Signature: " + signature));
      stranger.send("x".repeat(MEGABYTE - 1));
      assertThat(stranger.status()).isEqualTo(503);
      assertThat(budget.held()).isLessThanOrEqualTo(MEGABYTE / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data;",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"x",
        "multipart/form-data; boundary= ",
        "multipart/form-data; charset=nonsense; boundary=x",
        "multipart/form-data; boundary=x; boundary=y",
        "multipart/mixed; boundary=x",
        "multipart/form-databoundary=x",
        "application/x-www-form-urlencoded",
        "text/plain"
      })
  void a_malformed_form_is_a_mistake_of_the_sender(String type) throws Exception {
    var parts =
        new String[] {
          "",
          "--x\r\n",
          "--x--\r\n",
          "--\r\n\r\n",
          "--x\r\n"
              + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
              + "Content-Type: text/csv; charset=nonsense\r\n\r\n"
              + "a\r\n"
              + "--x--\r\n",
          "--x\r\n"
              + "Content-Disposition: form-data; name=\"file\"; filename*=nonsense''a\r\n\r\n"
              + "a\r\n"
              + "--x--\r\n",
          "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
          "--x\r\nContent-Disposition\r\n\r\na\r\n--x--\r\n",
          "--x\r\n"
              + "Content-Length: no\r\n"
              + "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
              + "a\r\n"
              + "--x--\r\n",
          "--x\r\n"
              + "Content-Transfer-Encoding: odd\r\n"
              + "Content-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n"
              + "a\r\n"
              + "--x--\r\n",
          "--x\r\n"
              + "Content-Disposition: form-data; name=\"positionId\"\r\n"
              + "Content-Type: text/plain; charset=odd\r\n\r\n"
              + "1\r\n"
              + "--x--\r\n"
        };
    for (var path : new String[] {"/api/imports", "/api/applications/1/cvs"})
      for (var part : parts)
        try (var line = Wire.to(server.port())) {
          var head = head(path, part.length(), known(), "Connection: close");
          line.send(head.replace("application/json", type)).send(part);
          assertThat(line.untilClosed())
              .as(path + " " + part)
              .matches("HTTP/1\\.1 (4\\d\\d)(?s:.*)")
              .contains("\"error\"");
        }
  }
}
