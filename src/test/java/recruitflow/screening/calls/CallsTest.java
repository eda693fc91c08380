package recruitflow.screening.calls;

import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.TestServer;

class CallsTest {
  @RegisterExtension private static final CallsFixture calls = new CallsFixture(Map.of());

  @BeforeEach
  void noon() {
    calls.server.clock.set(TestServer.NOON);
    calls.noFaults();
  }

  private static Instant now() {
    return calls.server.clock.now();
  }

  private static void later(Duration by) {
    calls.server.clock.advance(by);
    calls.server.runJob("process_call_queue");
    calls.settled();
  }

  private static JsonObject callNow(Person person, int status) {
    var answer =
        calls.server.post("/api/applications/" + person.id() + "/call-now", new JsonObject());
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(status);
    return answer.bodyAsJsonObject();
  }

  private static String message(JsonObject failed) {
    return failed.getJsonObject("error").getString("message");
  }

  private static long evaluations(JsonObject call) {
    return calls.count(
        "select count(*) from tasks where kind = 'evaluations.evaluate' and key = $1",
        "call-" + call.getLong("id"));
  }

  @Test
  void a_queued_application_is_phoned_once_and_its_conversation_goes_to_evaluation() {
    var ana = calls.person("qualified_ro");
    calls.trigger(ana);

    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
    assertThat(calls.call(ana).getString("status")).isEqualTo("initiated");
    assertThat(calls.call(ana).getString("batchId")).isNotNull();

    calls.finish(ana);

    var call = calls.call(ana);
    assertThat(call.getString("status")).isEqualTo("completed");
    assertThat(call.getJsonArray("turns").getJsonObject(0).getString("text"))
        .isEqualTo("Hello Ana Pop");
    assertThat(call.getString("summary")).isNotBlank();
    assertThat(call.getInteger("durationSeconds")).isPositive();
    assertThat(calls.status(ana)).isEqualTo("call_completed");
    assertThat(calls.dials(ana)).isEqualTo(1);
    assertThat(evaluations(call)).isEqualTo(1);
  }

  @Test
  void who_does_not_answer_is_tried_again_an_hour_later_and_then_given_up() {
    var ana = calls.person("never_answers_ro");
    calls.trigger(ana);
    calls.finish(ana);

    assertThat(calls.call(ana).getString("status")).isEqualTo("no_answer");
    assertThat(calls.status(ana)).isEqualTo("call_queued");
    assertThat(calls.application(ana).getInstant("nextCallAt"))
        .isEqualTo(now().plus(Duration.ofHours(1)));

    later(Duration.ofMinutes(59));
    assertThat(calls.dials(ana)).isEqualTo(1);
    later(Duration.ofMinutes(1));
    assertThat(calls.dials(ana)).isEqualTo(2);
    calls.finish(ana);

    assertThat(calls.call(ana).getInteger("attemptNumber")).isEqualTo(2);
    assertThat(calls.status(ana)).isEqualTo("call_failed");
    later(Duration.ofHours(2));
    assertThat(calls.dials(ana)).isEqualTo(2);

    calls.trigger(ana);
    assertThat(calls.dials(ana)).as("a recruiter starts a new budget").isEqualTo(3);
    calls.finish(ana);
    assertThat(calls.status(ana)).isEqualTo("call_queued");
  }

  @Test
  void a_machine_is_no_conversation_and_is_tried_at_another_hour() {
    var ana = calls.person("voicemail_de");
    calls.trigger(ana);
    calls.finish(ana);

    var call = calls.call(ana);
    assertThat(call.getString("status")).isEqualTo("voicemail");
    assertThat(evaluations(call)).isZero();
    assertThat(calls.status(ana)).isEqualTo("call_queued");
    assertThat(calls.application(ana).getInstant("nextCallAt"))
        .isEqualTo(now().plus(Duration.ofHours(1)));
  }

  @Test
  void nobody_is_phoned_outside_the_hours_and_the_queue_waits_untouched() {
    calls.server.clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    var ana = calls.person("qualified_ro");
    calls.trigger(ana);
    assertThat(calls.status(ana)).isEqualTo("call_queued");
    assertThat(calls.calls(ana)).isEmpty();

    assertThat(message(callNow(ana, 409))).contains("10:00–18:00");

    calls.server.clock.set(Instant.parse("2026-11-25T08:00:00Z"));
    later(Duration.ZERO);
    assertThat(calls.dials(ana)).isEqualTo(1);
  }

  @Test
  void a_paused_position_phones_nobody_and_says_so() {
    var paused = calls.desk.position("Paused");
    var ana = calls.person("qualified_ro", paused.getLong("id"));
    calls.desk.changed(paused, "status", "paused");
    calls.server.inTransaction(
        sql ->
            sql.execute("update applications set status = 'call_queued' where id = $1", ana.id()));
    later(Duration.ZERO);

    assertThat(calls.calls(ana)).isEmpty();
    assertThat(calls.application(ana).getString("attention")).contains("paused");
    assertThat(message(callNow(ana, 409))).contains("paused");
  }

  @Test
  void a_call_now_is_a_single_call_that_knows_its_conversation_at_once() {
    var ana = calls.person("qualified_ro");
    var callId = callNow(ana, 200).getLong("callId");
    calls.settled();

    var call = calls.call(ana);
    assertThat(call.getLong("id")).isEqualTo(callId);
    assertThat(call.getString("conversationId"))
        .isEqualTo(calls.conversation(ana).getString("conversation_id"));
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
    assertThat(message(callNow(ana, 409))).contains("call_in_progress");
  }

  @Test
  void two_recruiters_call_at_the_same_moment_and_the_phone_rings_once() {
    var ana = calls.person("qualified_ro");
    var path = "/api/applications/" + ana.id() + "/call-now";
    var asked =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    calls
                        .server
                        .client()
                        .post(path)
                        .putHeader("Authorization", "Bearer " + calls.server.token())
                        .sendJsonObject(new JsonObject()))
            .toList();
    Future.join(asked).timeout(20, TimeUnit.SECONDS).await();
    assertThat(asked.stream().filter(a -> a.result().statusCode() == 200)).hasSize(1);
    calls.trigger(ana);
    assertThat(calls.dials(ana)).isEqualTo(1);
  }

  @Test
  void a_call_back_is_placed_singly_when_its_time_has_come() {
    var ana = calls.person("qualified_ro");
    var path = "/api/applications/" + ana.id() + "/callback";
    var past = calls.server.post(path, new JsonObject().put("at", now().toString()));
    assertThat(past.statusCode()).isEqualTo(422);
    var at = now().plus(Duration.ofMinutes(90));
    var set = calls.server.post(path, new JsonObject().put("at", at.toString()));
    assertThat(set.statusCode()).as(set.bodyAsString()).isEqualTo(200);
    assertThat(calls.status(ana)).isEqualTo("callback_scheduled");

    later(Duration.ofMinutes(89));
    assertThat(calls.dials(ana)).isZero();
    later(Duration.ofMinutes(1));
    assertThat(calls.dials(ana)).isEqualTo(1);
    assertThat(calls.call(ana).getString("batchId")).isNull();
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
  }

  @Test
  void a_lost_webhook_is_found_by_asking() {
    var ana = calls.person("qualified_ro");
    var bob = calls.person("busy_cs");
    var eve = calls.person("voicemail_de");
    calls.trigger(ana, bob, eve);
    calls.talk(ana, bob, eve);
    calls.server.clock.advance(Duration.ofMinutes(14));
    calls.server.runJob("sync_stuck_calls");
    assertThat(calls.call(ana).getString("status")).isEqualTo("initiated");

    calls.server.clock.advance(Duration.ofMinutes(1));
    calls.server.runJob("sync_stuck_calls");

    assertThat(calls.call(ana).getString("status")).isEqualTo("completed");
    assertThat(evaluations(calls.call(ana))).isEqualTo(1);
    assertThat(calls.call(ana).getInstant("endedAt"))
        .isBefore(TestServer.NOON.plus(Duration.ofMinutes(5)));
    assertThat(calls.call(bob).getString("status")).isEqualTo("busy");
    assertThat(calls.call(eve).getString("status")).isEqualTo("voicemail");

    assertThat(calls.deliver(CallsFixture.ended(calls.conversation(ana)))).isEqualTo("null");
    assertThat(evaluations(calls.call(ana))).as("the late webhook changes nothing").isEqualTo(1);
  }

  @Test
  void a_call_without_any_end_is_given_up_after_a_day() {
    var ana = calls.person("qualified_ro");
    calls.trigger(ana);
    calls.server.clock.advance(Duration.ofHours(23));
    calls.server.runJob("sync_stuck_calls");
    assertThat(calls.call(ana).getString("status")).isEqualTo("initiated");

    calls.server.clock.advance(Duration.ofHours(1));
    calls.server.runJob("sync_stuck_calls");
    calls.settled();
    assertThat(calls.calls(ana).getJsonObject(0).getString("status")).isEqualTo("failed");

    calls.talk(ana);
    calls.deliver(CallsFixture.ended(calls.conversation(ana)));
    var first = calls.calls(ana).getJsonObject(0);
    assertThat(first.getString("status")).as("they talked after all").isEqualTo("completed");
    assertThat(first.getJsonArray("turns")).isNotEmpty();
  }

  @Test
  void the_log_shows_attempts_by_status_and_time() {
    var ana = calls.person("busy_cs");
    calls.trigger(ana);
    calls.finish(ana);
    var page = calls.server.get("/api/calls?status=busy,completed&pageSize=1").bodyAsJsonObject();
    assertThat(page.getJsonArray("items").getJsonObject(0).getLong("applicationId"))
        .isEqualTo(ana.id());
    assertThat(page.getLong("total")).isPositive();
    var future = now().plus(Duration.ofDays(1));
    assertThat(calls.server.get("/api/calls?from=" + future).bodyAsJsonObject().getLong("total"))
        .isZero();
    var id = calls.call(ana).getLong("id");
    var detail = calls.server.get("/api/calls/" + id).bodyAsJsonObject();
    assertThat(detail.getJsonObject("call").getString("candidateName")).isEqualTo("Ana Pop");
    assertThat(calls.server.get("/api/calls/999999").statusCode()).isEqualTo(404);
    assertThat(calls.server.get("/api/calls?after=x").statusCode()).isEqualTo(422);
  }

  @Test
  void the_signed_webhook_comes_through_the_door() {
    calls.control(
        POST,
        "/webhooks",
        new JsonObject()
            .put(
                "elevenLabsUrl",
                "http://127.0.0.1:" + calls.server.port() + "/webhooks/elevenlabs"));
    try {
      var ana = calls.person("qualified_ro");
      var bob = calls.person("busy_cs");
      calls.trigger(ana, bob);
      calls.talk(ana, bob);
      calls.server.until("ana is done", () -> calls.status(ana).equals("call_completed"));
      calls.server.until("bob was busy", () -> calls.call(bob).getString("status").equals("busy"));
    } finally {
      calls.control(POST, "/webhooks", new JsonObject().putNull("elevenLabsUrl"));
    }
  }
}
