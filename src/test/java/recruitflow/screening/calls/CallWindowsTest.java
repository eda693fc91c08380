package recruitflow.screening.calls;

import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import recruitflow.screening.calls.CallsFixture.Person;

/** How many phones may ring at once, and when none may ring any more. */
class CallWindowsTest {
  private static final Instant SIX = Instant.parse("2026-11-24T16:00:00Z");
  private CallsFixture calls;

  private Person[] started(int most, int people, int atOnce) {
    calls = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "" + most));
    calls.control(POST, "/elevenlabs/settings", new JsonObject().put("concurrency", atOnce));
    return calls.people("qualified_ro", people);
  }

  @AfterEach
  void close() {
    calls.close();
  }

  private long dialled(Person... people) {
    return Arrays.stream(people).filter(person -> calls.dials(person) > 0).count();
  }

  private long count(String status) {
    return calls.count("select count(*) from applications where status = $1", status);
  }

  @Test
  void no_more_are_in_flight_than_may_be_and_the_next_follow_as_calls_end() {
    var people = started(3, 8, 30);
    calls.trigger(people);
    assertThat(dialled(people)).isEqualTo(3);
    assertThat(count("call_in_progress")).isEqualTo(3);

    var refused =
        calls.server.post(
            "/api/applications/" + calls.person("qualified_ro").id() + "/call-now",
            new JsonObject());
    assertThat(refused.statusCode()).isEqualTo(429);

    for (var round = 0; round < 4; round++) {
      Arrays.stream(people)
          .filter(p -> calls.status(p).equals("call_in_progress"))
          .forEach(calls::finish);
      assertThat(count("call_in_progress")).isLessThanOrEqualTo(3);
    }
    for (var person : people) {
      assertThat(calls.status(person)).isEqualTo("call_completed");
      assertThat(calls.dials(person)).isEqualTo(1);
    }
  }

  @Test
  void chunks_hold_at_most_fifty_of_one_position() {
    var people = started(120, 60, 200);
    calls.trigger(people);
    assertThat(dialled(people)).isEqualTo(60);
    assertThat(
            calls.count(
                """
                select max(n) from (select count(*) as n from calls group by call_batch_id) sizes
                """))
        .isEqualTo(50);
  }

  @Test
  void the_end_of_the_window_takes_back_who_was_not_dialled_at_no_cost() {
    var people = started(20, 3, 1);
    calls.server.clock.set(SIX.minus(Duration.ofMinutes(1)));
    calls.trigger(people);
    assertThat(count("call_in_progress")).isEqualTo(3);
    assertThat(dialled(people)).isEqualTo(1);

    calls.server.clock.set(SIX);
    calls.server.until("two are back in the queue", () -> count("call_queued") == 2);
    calls.settled();
    var talking = Arrays.stream(people).filter(p -> calls.dials(p) == 1).findFirst().orElseThrow();
    calls.finish(talking);
    assertThat(calls.status(talking)).isEqualTo("call_completed");
    assertThat(dialled(people)).as("nobody is phoned at night").isEqualTo(1);

    calls.control(POST, "/elevenlabs/settings", new JsonObject().put("concurrency", 30));
    calls.server.clock.set(SIX.plus(Duration.ofHours(16)));
    calls.server.runJob("process_call_queue");
    calls.settled();
    assertThat(dialled(people)).isEqualTo(3);
    for (var person : people) {
      if (person == talking) continue;
      assertThat(calls.calls(person)).hasSize(2);
      calls.server.sql().execute("update positions set call_retry_max = 1");
      calls.finish(person);
      assertThat(calls.status(person)).isEqualTo("call_completed");
    }
  }

  @Test
  void a_call_taken_back_leaves_the_budget_whole() {
    var people = started(20, 2, 1);
    calls.control(
        POST,
        "/people",
        new JsonObject().put("phone", people[1].phone()).put("persona", "never_answers_ro"));
    calls.trigger(people);
    assertThat(calls.dials(people[1])).isZero();
    calls.desk.changed(calls.position, "status", "paused");
    calls.server.runJob("close_call_windows");
    calls.server.until("it is back", () -> calls.status(people[1]).equals("call_queued"));
    calls.settled();
    assertThat(calls.call(people[1]).getString("status")).isEqualTo("cancelled");

    var paused = calls.server.get("/api/positions/" + calls.position.getLong("id"));
    calls.desk.changed(paused.bodyAsJsonObject(), "status", "open");
    calls.finish(people[0]);
    calls.server.runJob("process_call_queue");
    calls.settled();
    assertThat(calls.dials(people[1])).isEqualTo(1);
    calls.finish(people[1]);
    assertThat(calls.status(people[1])).as("one of two attempts was used").isEqualTo("call_queued");
  }

  @Test
  void a_request_that_comes_too_late_is_not_made() {
    var people = started(20, 1, 30);
    calls.server.sql().execute("insert into paused_kinds (kind) values ('calls.place')");
    calls.desk.trigger(people[0].id());
    calls.server.until("the intent is there", () -> calls.calls(people[0]).size() == 1);
    calls.server.clock.set(SIX);
    calls.server.sql().execute("delete from paused_kinds where kind = 'calls.place'");
    calls.settled();
    assertThat(calls.call(people[0]).getString("status")).isEqualTo("cancelled");
    assertThat(calls.status(people[0])).isEqualTo("call_queued");
    assertThat(calls.dials(people[0])).isZero();
  }
}
