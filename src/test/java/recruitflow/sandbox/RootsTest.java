package recruitflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the providers are found. */
class RootsTest {
  private static final Map<String, String> A_PATH_OF_EACH =
      Map.of(
          "elevenlabs", "/v1/convai/conversations",
          "whapi", "/health",
          "anthropic", "/v1/models",
          "gmail", "/gmail/v1/users/me/profile",
          "google", "/token");

  @Test
  void each_provider_has_a_root_of_its_own_and_a_path_on_the_shared_port() {
    try (var sandbox = RunningSandbox.start()) {
      var roots = sandbox.control(HttpMethod.GET, "/roots", null);
      assertThat(roots.fieldNames()).containsExactlyInAnyOrderElementsOf(A_PATH_OF_EACH.keySet());
      A_PATH_OF_EACH.forEach(
          (provider, path) -> {
            assertThat(roots.getString(provider)).isEqualTo(sandbox.url(provider));
            assertThat(roots.getString(provider)).matches("http://127\\.0\\.0\\.1:\\d+");
            for (var base : new String[] {sandbox.url(provider), sandbox.shared(provider)}) {
              var method = provider.equals("google") ? HttpMethod.POST : HttpMethod.GET;
              var answer = sandbox.ask(method, base + path, Map.of(), Buffer.buffer());
              assertThat(answer.statusCode()).as(base + path).isIn(400, 401);
            }
            var asked = sandbox.ledger(provider);
            assertThat(asked).hasSize(2);
            for (var entry : asked)
              assertThat(((JsonObject) entry).getString("path")).isEqualTo(path);
          });
    }
  }

  @Test
  void a_fault_is_played_at_both() {
    try (var sandbox = RunningSandbox.start()) {
      sandbox.fault(
          JsonObject.of("provider", "gmail", "kind", "status", "status", 503, "path", "/gmail/v1"));
      for (var base : new String[] {sandbox.url("gmail"), sandbox.shared("gmail")}) {
        var path = A_PATH_OF_EACH.get("gmail");
        var answer = sandbox.ask(HttpMethod.GET, base + path, Map.of(), null);
        assertThat(answer.statusCode()).isEqualTo(503);
      }
    }
  }

  @Test
  void with_a_port_named_the_roots_are_the_next_ones_unless_taken() throws IOException {
    for (var port = 20_000; ; port += 10) {
      try (var taken = new ServerSocket(port + 2);
          var sandbox = onPort(port)) {
        assertThat(sandbox.shared("")).isEqualTo("http://127.0.0.1:" + port + "/");
        assertThat(sandbox.url("elevenlabs")).isEqualTo("http://127.0.0.1:" + (port + 1));
        assertThat(sandbox.url("whapi")).isNotEqualTo("http://127.0.0.1:" + taken.getLocalPort());
        assertThat(sandbox.ask(HttpMethod.GET, sandbox.url("whapi"), Map.of(), null).statusCode())
            .isEqualTo(401);
        return;
      } catch (IOException e) {
        if (port > 30_000) throw e; // somebody else is on one of these, the next ten then
      }
    }
  }

  private static RunningSandbox onPort(int port) throws IOException {
    for (var each : new int[] {port, port + 1}) new ServerSocket(each).close();
    return RunningSandbox.start(settings -> settings.onPort(port));
  }
}
