package recruitflow.sandbox;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.sandbox.elevenlabs.ElevenLabsCallsTest;
import recruitflow.sandbox.elevenlabs.VoiceSandbox;

class FaultsTest {
  private static final String OUTBOUND = "/v1/convai/twilio/outbound-call";
  private static final String ION = "+40700000901";
  private final VoiceSandbox sandbox = VoiceSandbox.manual();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void fault(String kind, Object... more) {
    var fault = JsonObject.of("provider", "elevenlabs", "kind", kind, "count", 1);
    for (var i = 0; i < more.length; i += 2) fault.put(more[i].toString(), more[i + 1]);
    sandbox.fault(fault);
  }

  private HttpResponse<Buffer> call() {
    return sandbox.elevenLabs(POST, "/twilio/outbound-call", ElevenLabsCallsTest.call(ION));
  }

  /** What a client sees that waits 300 ms longer than the provider needs to take the request. */
  private void assertHangs() {
    var before = asked();
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url("elevenlabs") + OUTBOUND))
            .header("xi-api-key", SandboxKeys.ELEVENLABS_API_KEY)
            .POST(BodyPublishers.ofString(ElevenLabsCallsTest.call(ION).encode()))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(request, BodyHandlers.ofString());
      var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (asked() == before && System.nanoTime() < end) Thread.onSpinWait();
      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      client.shutdownNow();
    }
  }

  private int asked() {
    return sandbox.ledger("direction=asked").size();
  }

  private int dialled() {
    return sandbox.ledger("direction=acted").size();
  }

  @Test
  void a_status_is_answered_without_acting_and_only_as_often_as_counted() {
    fault("status", "status", 429, "headers", JsonObject.of("Retry-After", "7"), "body", "{}");
    var answer = call();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.getHeader("retry-after")).isEqualTo("7");
    assertThat(dialled()).isZero();
    assertThat(call().statusCode()).isEqualTo(200);
    assertThat(dialled()).isEqualTo(1);
    var asked = sandbox.ledger("provider=elevenlabs&direction=asked");
    assertThat(asked.getJsonObject(0).getString("fault")).isEqualTo("status");
    assertThat(asked.getJsonObject(0).getBoolean("acted")).isFalse();
    assertThat(asked.getJsonObject(1).getJsonObject("fields").getString("user_id")).isEqualTo("42");
  }

  @Test
  void a_status_after_acting_leaves_the_call_placed() {
    fault("status", "status", 502, "acting", true, "body", "<html>Bad gateway</html>");
    var answer = call();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.getHeader("content-type")).isEqualTo("text/html");
    assertThat(dialled()).isEqualTo(1);
  }

  @Test
  void a_dropped_connection_has_acted_or_not_as_asked() {
    fault("drop");
    assertThatThrownBy(this::call).isInstanceOf(Exception.class);
    assertThat(dialled()).isZero();
    fault("drop", "acting", true);
    assertThatThrownBy(this::call).isInstanceOf(Exception.class);
    assertThat(dialled()).isEqualTo(1);
  }

  @Test
  void a_hang_never_answers() {
    fault("hang");
    assertHangs();
    assertThat(dialled()).isZero();
    fault("hang_in_body");
    assertHangs();
    fault("trickle", "millis", 50);
    assertHangs();
    assertThat(dialled()).isEqualTo(2);
  }

  @Test
  void a_cut_body_ends_before_its_promised_length() {
    fault("cut_body");
    assertThatThrownBy(this::call).isInstanceOf(Exception.class);
    assertThat(dialled()).isEqualTo(1);
  }

  @Test
  void a_wrong_body_comes_with_200() {
    fault("wrong_body", "body", "<html>login</html>");
    assertThat(call().bodyAsString()).isEqualTo("<html>login</html>");
    fault("wrong_body", "body", "{\"success\":tr", "contentType", "application/json");
    assertThat(call().bodyAsString()).isEqualTo("{\"success\":tr");
    fault("wrong_body");
    assertThat(call().body()).isNull();
  }

  @Test
  void latency_delays_the_usual_answer() {
    fault("latency", "millis", 150);
    var before = System.nanoTime();
    assertThat(call().statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - before).isGreaterThan(150_000_000L);
  }

  @Test
  void a_fault_concerns_only_its_method_and_path() {
    fault("status", "method", "GET");
    fault("status", "path", "/v1/convai/batch-calling");
    assertThat(call().statusCode()).isEqualTo(200);
    sandbox.ask(DELETE, "control", "/faults", null);
    var batch = sandbox.elevenLabs(POST, "/batch-calling/submit", "{}");
    assertThat(batch.statusCode()).isEqualTo(422);
  }

  @Test
  void an_unknown_kind_is_refused() {
    var answer = sandbox.control("/faults", JsonObject.of("provider", "whapi", "kind", "fire"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.bodyAsJsonObject().getString("error")).contains("hang_in_body");
  }

  @Test
  void the_ledger_is_also_written_to_a_file(@TempDir Path folder) throws Exception {
    var file = folder.resolve("ledger.jsonl");
    try (var other = VoiceSandbox.with(settings -> settings.writingLedgerTo(file))) {
      other.elevenLabs(POST, "/twilio/outbound-call", ElevenLabsCallsTest.call(ION));
      other.ask(DELETE, "control", "/ledger", null);
      assertThat(other.ledger("")).isEmpty();
    }
    var lines = Files.readAllLines(file);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
    assertThat(new JsonObject(lines.getFirst()).getString("method")).isEqualTo("DIAL");
  }
}
