package recruitflow.screening.calls;

import static io.vertx.core.http.HttpMethod.PUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.TestServer;

/** The provider says no: to one, to all of a position, to us. */
class CallRefusalsTest {
  private static final String SUBMIT = "/v1/convai/batch-calling/submit";

  @RegisterExtension
  private static final CallsFixture calls =
      new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "1000"));

  @BeforeEach
  void noon() {
    calls.server.clock.set(TestServer.NOON);
    calls.noFaults();
    calls.server.sql().execute("delete from provider_notices");
    calls.server.sql().execute("update applications set status = 'closed'");
  }

  private static JsonObject status(String path, int status, Object body) {
    return new JsonObject()
        .put("kind", "status")
        .put("path", path)
        .put("count", 1)
        .put("status", status)
        .put("body", body);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":1008,\"reason\":\"Override for field 'first_message' is not allowed"
            + " by config.\"}}",
        "{\"error\":{\"code\":1008},\"termination_reason\":\"Overrides are disabled for this"
            + " agent\"}",
        "{\"error\":null,\"termination_reason\":\"prompt override not permitted\"}"
      })
  void an_agent_that_forbids_overrides_stops_the_position_with_the_hint(String metadata) {
    var position = calls.desk.position("Cook");
    var ana = calls.person("qualified_ro", position.getLong("id"));
    calls.trigger(ana);
    calls.talk(ana);
    var said = calls.conversation(ana).put("status", "failed").put("transcript", new JsonArray());
    said.getJsonObject("metadata").mergeIn(new JsonObject(metadata));
    said.getJsonObject("metadata").getJsonObject("phone_call").put("call_result", "answered");
    assertThat(calls.deliver(CallsFixture.ended(said))).isEqualTo("null");
    assertThat(calls.call(ana).getString("status")).isEqualTo("failed");

    var bob = calls.person("qualified_ro", position.getLong("id"));
    var eve = calls.person("qualified_de");
    calls.trigger(bob, eve);
    assertThat(calls.dials(bob)).isZero();
    assertThat(calls.status(bob)).isEqualTo("call_queued");
    assertThat(calls.application(bob).getString("attention"))
        .startsWith("Not called:")
        .contains("Allow Overrides");
    calls.server.until("eve is phoned", () -> calls.dials(eve) == 1);

    // Somebody mended it and tries one person; who has talked shows that all can be phoned again.
    var joe = calls.person("qualified_ro", position.getLong("id"));
    callNow(joe);
    calls.server.until("joe is phoned", () -> calls.dials(joe) == 1);
    calls.finish(joe);
    assertThat(calls.status(joe)).isEqualTo("call_completed");
    calls.server.until("bob is phoned", () -> calls.dials(bob) == 1);
    assertThat(calls.application(bob).getString("attention")).isNull();
  }

  @Test
  void a_held_position_goes_on_when_it_is_saved_again() {
    var position = calls.desk.position("Cook");
    var id = position.getLong("id");
    calls.fault(status(SUBMIT, 400, detail("Override of prompt is not allowed")));
    var ana = calls.person("qualified_ro", id);
    calls.trigger(ana);
    assertThat(calls.status(ana)).isEqualTo("call_failed");
    calls.trigger(ana);
    assertThat(calls.application(ana).getString("attention")).contains("Allow Overrides");
    var saved = calls.server.get("/api/positions/" + id).bodyAsJsonObject();
    List.of("id", "criteria", "createdAt", "updatedAt").forEach(saved::remove);
    assertThat(calls.server.send(PUT, "/api/positions/" + id, saved).statusCode()).isEqualTo(200);
    calls.server.runJob("process_call_queue");
    calls.server.until("ana is phoned", () -> calls.dials(ana) == 1);
  }

  @Test
  void a_refused_chunk_fails_each_application_by_its_own_step_and_no_other_chunk() {
    var one = calls.desk.position("Cook").getLong("id");
    var other = calls.desk.position("Waiter").getLong("id");
    var ana = calls.person("qualified_ro", one);
    var bob = calls.person("qualified_ro", one);
    var eve = calls.person("qualified_de", other);
    calls.fault(status(SUBMIT, 400, detail("override of first_message is not allowed")));
    calls.trigger(ana, bob, eve);
    var failed =
        calls.status(ana).equals("call_failed") ? new Person[] {ana, bob} : new Person[] {eve};
    for (var person : failed) {
      assertThat(calls.status(person)).isEqualTo("call_failed");
      assertThat(calls.call(person).getString("errorDetail")).contains("Allow Overrides");
      assertThat(
              calls.count(
                  """
                  select count(*) from status_changes
                  where application_id = $1 and to_status = 'call_failed'
                  """,
                  person.id()))
          .isEqualTo(1);
    }
    assertThat(calls.dials(ana) + calls.dials(bob) + calls.dials(eve)).isEqualTo(3 - failed.length);
  }

  @Test
  void one_refused_number_fails_alone() {
    var ana = calls.person("qualified_ro");
    var bob = calls.person("qualified_ro");
    var eve = calls.person("qualified_de");
    var error =
        new JsonObject()
            .put("loc", new JsonArray().add("body").add("recipients").add(1).add("phone_number"))
            .put("msg", "not a number")
            .put("type", "value_error");
    calls.fault(status(SUBMIT, 422, new JsonObject().put("detail", new JsonArray().add(error))));
    calls.trigger(ana, bob, eve);

    assertThat(calls.status(bob)).isEqualTo("call_failed");
    assertThat(calls.call(bob).getString("errorDetail")).contains("not a number");
    assertThat(calls.dials(ana)).isEqualTo(1);
    assertThat(calls.dials(eve)).isEqualTo(1);
    assertThat(calls.dials(bob)).isZero();
  }

  @Test
  void a_number_refused_without_its_place_is_found_by_halves() {
    var people = new Person[5];
    for (var i = 0; i < people.length; i++) people[i] = calls.person("qualified_ro");
    var refused = status(SUBMIT, 400, detail("phone_number must be in E.164 format"));
    calls.fault(refused.put("count", 2));
    calls.trigger(people);
    for (var person : people) {
      assertThat(calls.status(person)).isEqualTo("call_in_progress");
      assertThat(calls.dials(person)).isEqualTo(1);
    }
  }

  @Test
  void a_success_that_is_none_fails_the_call() {
    var ana = calls.person("qualified_ro");
    calls.fault(
        new JsonObject().put("kind", "switch").put("name", "success_false").put("count", 1));
    callNow(ana);
    assertThat(calls.status(ana)).isEqualTo("call_failed");
    assertThat(calls.call(ana).getString("errorDetail")).contains("could not be placed");
  }

  @Test
  void a_refused_key_is_not_hammered() {
    var ana = calls.person("qualified_ro");
    calls.fault(status(SUBMIT, 401, detail("invalid api key")).put("count", 9));
    calls.trigger(ana);
    assertThat(calls.status(ana)).isEqualTo("call_failed");
    var before = submits();
    var bob = calls.person("qualified_ro");
    calls.trigger(bob);
    assertThat(submits()).isEqualTo(before);
    assertThat(calls.status(bob)).isEqualTo("call_queued");
    assertThat(calls.application(bob).getString("attention")).contains("401");
  }
}
