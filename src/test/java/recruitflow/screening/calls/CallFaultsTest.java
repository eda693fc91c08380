package recruitflow.screening.calls;

import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.TestServer;

/** The provider refuses, is busy, breaks off or does not answer: nobody is phoned twice. */
class CallFaultsTest {
  private static final String SUBMIT = "/v1/convai/batch-calling/submit";
  private static final String DIAL = "/v1/convai/twilio/outbound-call";
  @RegisterExtension private static final CallsFixture calls = new CallsFixture(Map.of());

  @BeforeEach
  void noon() {
    calls.server.clock.set(TestServer.NOON);
    calls.noFaults();
    calls.server.sql().execute("delete from provider_notices");
  }

  private static JsonObject rule(String kind, String path) {
    return new JsonObject().put("kind", kind).put("path", path).put("count", 1);
  }

  private static JsonObject status(String path, int status, Object body) {
    return rule("status", path).put("status", status).put("body", body);
  }

  private static JsonObject detail(String message) {
    return new JsonObject().put("detail", new JsonObject().put("message", message));
  }

  private static void callNow(Person person) {
    var answer =
        calls.server.post("/api/applications/" + person.id() + "/call-now", new JsonObject());
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    calls.settled();
  }

  private static long submits() {
    return calls.ledger("direction=asked&path=" + SUBMIT).size();
  }

  /** Makes the task that settles look again at once. */
  private static void settleNow() {
    calls.server.sql().execute("update tasks set not_before = now() where kind = 'calls.settle'");
    calls.server.until(
        "the provider was asked",
        () ->
            calls.count(
                    """
                    select count(*) from tasks where kind = 'calls.settle'
                      and (state = 'running' or state = 'ready' and not_before <= now())
                    """)
                == 0);
  }

  @Test
  void too_many_requests_are_repeated_no_earlier_than_told() {
    var ana = calls.person("qualified_ro");
    calls.fault(
        status(SUBMIT, 429, detail("busy"))
            .put("headers", new JsonObject().put("Retry-After", "2")));
    calls.trigger(ana);
    calls.server.until("ana is phoned", () -> calls.dials(ana) == 1);
    calls.settled();

    var asked = calls.ledger("direction=asked&path=" + SUBMIT);
    var last = asked.getJsonObject(asked.size() - 1);
    var before = asked.getJsonObject(asked.size() - 2);
    assertThat(before.getInteger("status")).isEqualTo(429);
    assertThat(Instant.parse(last.getString("at")))
        .isAfterOrEqualTo(Instant.parse(before.getString("at")).plusSeconds(2));
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
  }

  @Test
  void after_three_repetitions_without_room_the_chunk_has_failed() {
    var ana = calls.person("qualified_ro");
    var before = submits();
    calls.fault(
        status(SUBMIT, 429, detail("busy"))
            .put("count", 9)
            .put("headers", new JsonObject().put("retry-after-ms", "10")));
    calls.trigger(ana);
    calls.server.until("it has failed", () -> calls.status(ana).equals("call_failed"));
    assertThat(submits() - before).isEqualTo(4);
    assertThat(calls.dials(ana)).isZero();
    assertThat(calls.call(ana).getString("errorDetail")).contains("too many");
  }

  @Test
  void an_unavailable_provider_that_knows_nothing_is_asked_again() {
    var ana = calls.person("qualified_ro");
    calls.fault(
        status(SUBMIT, 503, detail("down"))
            .put("headers", new JsonObject().put("retry-after-ms", "10")));
    calls.trigger(ana);
    calls.server.until("ana is phoned", () -> calls.dials(ana) == 1);
  }

  @Test
  void an_unavailable_provider_that_accepted_all_the_same_is_not_asked_again() {
    var ana = calls.person("qualified_ro");
    var before = submits();
    calls.fault(status(SUBMIT, 503, detail("down")).put("acting", true));
    calls.trigger(ana);
    calls.server.until(
        "the call is found", () -> calls.call(ana).getString("status").equals("initiated"));
    assertThat(submits() - before).isEqualTo(1);
    assertThat(calls.dials(ana)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "cut_body", "wrong_body", "status"})
  void an_answer_lost_after_acting_is_settled_and_nobody_is_phoned_twice(String kind) {
    var ana = calls.person("qualified_ro");
    var bob = calls.person("busy_cs");
    var eve = calls.person("qualified_de");
    var before = submits();
    var lost = rule(kind, SUBMIT).put("acting", true).put("status", 500).put("body", "<html>");
    calls.fault(lost);
    calls.fault(lost.copy().put("path", DIAL));
    calls.trigger(ana, bob);
    callNow(eve);

    calls.server.until(
        "all are settled",
        () ->
            calls.call(ana).getString("status").equals("initiated")
                && calls.call(bob).getString("status").equals("initiated")
                && calls.call(eve).getString("status").equals("initiated"));
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
    assertThat(submits() - before).isEqualTo(1);
    for (var person : new Person[] {ana, bob, eve}) {
      calls.finish(person);
      assertThat(calls.dials(person)).isEqualTo(1);
    }
    assertThat(calls.status(ana)).isEqualTo("call_completed");
    assertThat(calls.status(eve)).isEqualTo("call_completed");
  }

  @Test
  void what_the_provider_does_not_know_is_left_to_a_person_and_never_phoned_again() {
    var ana = calls.person("qualified_ro");
    var eve = calls.person("qualified_de");
    calls.fault(rule("drop", SUBMIT));
    calls.fault(rule("drop", DIAL));
    calls.trigger(ana);
    callNow(eve);
    settleNow();
    assertThat(calls.call(ana).getString("status")).isEqualTo("unknown");
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");

    calls.server.clock.advance(Duration.ofMinutes(15));
    settleNow();
    for (var person : new Person[] {ana, eve}) {
      assertThat(calls.status(person)).isEqualTo("needs_human");
      assertThat(calls.application(person).getString("needsHumanReason")).contains("not known");
      assertThat(calls.call(person).getString("status")).isEqualTo("failed");
      assertThat(calls.dials(person)).isZero();
    }
    calls.server.clock.advance(Duration.ofDays(1));
    calls.server.runJob("process_call_queue");
    calls.settled();
    assertThat(calls.dials(ana)).isZero();
  }

  @Test
  void a_worker_lost_while_the_request_was_out_does_not_phone_again() {
    var ana = calls.person("qualified_ro");
    calls.fault(rule("hang", SUBMIT).put("acting", true));
    calls.desk.trigger(ana.id());
    calls.server.until("ana is phoned", () -> calls.dials(ana) == 1);
    // Another node takes the task over, as after a crash; the first one is still waiting.
    calls
        .server
        .sql()
        .execute(
            """
            update tasks set state = 'ready', fence = fence + 1, lease_until = null
            where kind = 'calls.place' and state = 'running'
            """);
    calls.server.until(
        "the call is found", () -> calls.call(ana).getString("status").equals("initiated"));
    assertThat(calls.dials(ana)).isEqualTo(1);
    calls.finish(ana);
    assertThat(calls.status(ana)).isEqualTo("call_completed");
  }

  @Test
  @Tag("proofs")
  void two_hundred_answers_cut_after_acting_are_unknown_and_settled_and_ring_once() {
    try (var many = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "1000"))) {
      many.control(POST, "/elevenlabs/settings", new JsonObject().put("concurrency", 1000));
      var people = many.people("qualified_ro", 200);
      many.fault(rule("cut_body", DIAL).put("count", 200));
      for (var person : people) {
        many.server.post("/api/applications/" + person.id() + "/call-now", new JsonObject());
      }
      many.server.until(
          "all are settled",
          () -> many.count("select count(*) from calls where status = 'initiated'") == 200);
      assertThat(many.count("select count(*) from tasks where kind = 'calls.settle'"))
          .as("each was unknown first")
          .isEqualTo(200);
      assertThat(many.ledger("direction=acted")).as("rings").hasSize(200);
    }
  }

  @Test
  @Tag("proofs")
  void two_hundred_calls_that_ended_unheard_are_settled_by_asking_once() {
    try (var many = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "1000"))) {
      many.control(POST, "/elevenlabs/settings", new JsonObject().put("concurrency", 1000));
      var people = many.people("qualified_ro", 200);
      many.trigger(people);
      many.talk();
      many.server.clock.advance(Duration.ofMinutes(15));
      many.server.runJob("sync_stuck_calls");
      assertThat(many.count("select count(*) from calls where status = 'completed'"))
          .isEqualTo(200);
    }
  }

  @Test
  void an_outage_holds_the_queue_back_and_passes_by_itself() {
    calls.fault(
        status(SUBMIT, 429, detail("busy"))
            .put("count", 4)
            .put("headers", new JsonObject().put("retry-after-ms", "10")));
    var ana = calls.person("qualified_ro");
    calls.trigger(ana);
    calls.server.until("it has failed", () -> calls.status(ana).equals("call_failed"));
    var bob = calls.person("qualified_ro");
    calls.trigger(bob);
    assertThat(calls.status(bob)).isEqualTo("call_queued");
    assertThat(calls.application(bob).getString("attention")).startsWith("Not called:");

    calls.server.sql().execute("update provider_notices set blocked_until = now()");
    calls.server.runJob("process_call_queue");
    calls.settled();
    assertThat(calls.dials(bob)).isEqualTo(1);
    assertThat(calls.application(bob).getString("attention")).isNull();
    assertThat(calls.count("select count(*) from provider_notices")).isZero();
  }
}
