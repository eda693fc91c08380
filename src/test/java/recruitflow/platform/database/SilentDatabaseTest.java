package recruitflow.platform.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitflow.platform.operations.Operation;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.DatabaseProxy;
import recruitflow.support.TestServer;

/** A database that takes everything and answers nothing. */
class SilentDatabaseTest {

  /** Seconds after which nobody may still be waiting. */
  private static final int BOUND = 12;

  /** The same once it is known. */
  private static final int AT_ONCE = 2;

  private static DatabaseProxy line;
  private static TestServer server;

  @BeforeAll
  static void start() {
    line = new DatabaseProxy();
    server = TestServer.startOver(line, Map.of(), sandbox -> sandbox.withManualCalls()).login();
  }

  @AfterAll
  static void stop() {
    line.goOn();
    server.close();
    line.close();
  }

  @Test
  void every_route_says_come_again_within_its_bound_and_works_again_afterwards() {
    line.hang();
    var waiting = List.of(get("/api/positions"), get("/api/applications"), login(), webhook());
    for (var answer : waiting) assertComeAgain(answer.timeout(BOUND, SECONDS).await());
    for (var operation : server.house().operations().all())
      assertComeAgain(call(operation).timeout(AT_ONCE, SECONDS).await());
    assertComeAgain(login().timeout(AT_ONCE, SECONDS).await());
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    line.goOn();
    server.until("all is well", () -> server.get("/health/ready").statusCode() == 200);
    server.until("work goes on", () -> server.get("/api/positions").statusCode() == 200);
  }

  private static void assertComeAgain(HttpResponse<Buffer> answer) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isNotBlank();
  }

  private static Future<HttpResponse<Buffer>> call(Operation<?, ?> operation) {
    var request =
        server
            .client()
            .request(operation.method(), operation.path().replaceAll("\\{\\w+}", "1"))
            .putHeader("Authorization", "Bearer " + server.token());
    return operation.method() == HttpMethod.GET
        ? request.send()
        : request.sendJsonObject(new JsonObject());
  }

  private static Future<HttpResponse<Buffer>> get(String path) {
    return server.client().get(path).putHeader("Authorization", "Bearer " + server.token()).send();
  }

  private static Future<HttpResponse<Buffer>> login() {
    return server
        .client()
        .post("/api/auth/login")
        .sendJsonObject(TestServer.credentials("recruiter@sandbox.local", "sandbox"));
  }

  private static Future<HttpResponse<Buffer>> webhook() {
    return server
        .client()
        .post("/webhooks/whapi")
        .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
        .sendJsonObject(new JsonObject().put("messages", 1));
  }
}
