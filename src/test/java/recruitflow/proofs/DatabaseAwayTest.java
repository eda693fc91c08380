package recruitflow.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.desk.DeskFixture;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.DatabaseProxy;
import recruitflow.support.TestServer;

class DatabaseAwayTest {

  private static final Duration TOLD_WITHIN = Duration.ofSeconds(4);
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

  @RegisterExtension private static final DatabaseProxy line = new DatabaseProxy();

  @RegisterExtension
  private static final TestServer server =
      TestServer.startOver(line, Map.of(), sandbox -> sandbox.withManualCalls()).login();

  private static final DeskFixture desk = new DeskFixture(server);
  private static final JsonObject position = desk.position("Driver");

  private boolean away;

  @BeforeEach
  void takeAway() {
    line.away();
    away = true;
  }

  @AfterEach
  void giveBack() {
    if (away) back();
  }

  private void back() {
    line.back();
    away = false;
  }

  private static HttpResponse<Buffer> timed(String what, Future<HttpResponse<Buffer>> asked) {
    var started = System.nanoTime();
    var answer = asked.timeout(20, TimeUnit.SECONDS).await();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).as(what).isLessThan(TOLD_WITHIN);
    return answer;
  }

  private static HttpResponse<Buffer> get(String path) {
    return timed(
        path,
        server.client().get(path).putHeader("Authorization", "Bearer " + server.token()).send());
  }

  private static HttpResponse<Buffer> post(String path, JsonObject body) {
    return timed(
        path,
        server
            .client()
            .post(path)
            .putHeader("Authorization", "Bearer " + server.token())
            .sendJsonObject(body));
  }

  private static Future<HttpResponse<Buffer>> webhook(int n) {
    return server
        .client()
        .post("/webhooks/whapi")
        .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
        .sendJsonObject(new JsonObject().put("messages", n));
  }

  private static void assertTriesLater(HttpResponse<Buffer> answer) {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isNotBlank();
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("code"))
        .isEqualTo("unavailable");
  }

  private static long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  @Test
  void every_question_is_told_to_come_again_and_soon() {
    assertTriesLater(get("/api/positions"));
    assertTriesLater(get("/api/applications"));
    assertTriesLater(get("/api/dashboard/screening"));
    assertTriesLater(
        post("/api/positions", new JsonObject().put("title", "A").put("description", "B")));
    assertTriesLater(
        post("/api/auth/login", TestServer.credentials("recruiter@sandbox.local", "sandbox")));
  }

  @Test
  void a_crowd_is_told_as_soon_as_one() {
    var crowd =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    server
                        .client()
                        .get("/api/positions")
                        .putHeader("Authorization", "Bearer " + server.token())
                        .send())
            .toList();
    for (var each : crowd) assertTriesLater(timed("one of many", each));
  }

  @Test
  void the_server_is_alive_but_not_ready() {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/parts").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").statusCode()).isEqualTo(200);
  }

  @Test
  void a_webhook_is_refused_and_nothing_of_it_is_kept() {
    var before = count("select count(*) from inbound_events");
    for (var i = 0; i < 20; i++) assertTriesLater(timed("webhook", webhook(i)));
    assertThat(count("select count(*) from inbound_events")).isEqualTo(before);
    back();
    server.until(
        "a webhook is taken again",
        () -> webhook(0).timeout(5, TimeUnit.SECONDS).await().statusCode() == 200);
    assertThat(count("select count(*) from inbound_events")).isEqualTo(before + 1);
  }

  @Test
  void work_goes_on_without_a_restart_when_the_database_is_back() {
    back();
    server.until("ready", () -> get("/health/ready").statusCode() == 200);
    var application = desk.application("Ana Pop", "+40722500001", position.getLong("id"));
    line.away();
    away = true;
    server
        .sql()
        .execute("update applications set status = 'call_queued' where id = $1", application);
    server.inTransaction(
        sql -> {
          server.house().tasks().runJobSoon(sql, "process_call_queue");
          return null;
        });
    server.vertx().timer(1500).await();
    back();
    var since = System.nanoTime();
    server.until("everything works again", () -> get("/health/ready").statusCode() == 200);
    server.until(
        "who was queued is phoned", () -> desk.status(application).equals("call_in_progress"));
    assertThat(get("/api/positions").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(BACK_WITHIN);
    assertThat(count("select count(*) from calls where application_id = $1", application))
        .isEqualTo(1);
  }
}
