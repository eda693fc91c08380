package recruitflow.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.BrokenCommits;

/**
 * A call from the queue to its evaluation, broken off at its first commit, at its second, and so on
 * until nothing is left to break: each run must end in the same state, with one ring of the phone.
 * What was done outside before the commit that failed is done, and nobody here knows.
 */
@Tag("proofs")
class CallCrashTest {
  @RegisterExtension
  private static final CallsFixture calls =
      new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "1000"));

  private static final BrokenCommits commits =
      new BrokenCommits(
          calls.server.sql(), "calls", "call_batches", "applications", "inbound_events");

  private static void execute(String sql, Object... args) {
    calls.server.sql().execute(sql, args);
  }

  @Test
  void a_batch_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    proveFor(person -> calls.desk.trigger(person.id()));
  }

  @Test
  void a_single_call_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    proveFor(
        person ->
            calls.server.post(
                "/api/applications/" + person.id() + "/callback",
                new JsonObject()
                    .put("at", calls.server.clock.now().plus(Duration.ofMinutes(1)).toString())));
  }

  private void proveFor(java.util.function.Consumer<Person> begin) {
    var broken = new ArrayList<Long>();
    for (var n = 1L; ; n++) {
      var person = calls.person("qualified_ro");
      execute("insert into paused_kinds (kind) values ('jobs.process_call_queue')");
      begin.accept(person);
      calls.server.clock.advance(Duration.ofMinutes(1));
      commits.breakOffAt(n);
      execute("delete from paused_kinds where kind = 'jobs.process_call_queue'");
      goThrough(person);
      var tried = commits.mend();
      assertThat(calls.dials(person)).as("rings, broken off at %d", n).isEqualTo(1);
      assertThat(calls.calls(person)).as("calls, broken off at %d", n).hasSize(1);
      assertThat(calls.call(person).getString("status")).isEqualTo("completed");
      assertThat(evaluations(person)).isEqualTo(1);
      if (tried < n) break;
      broken.add(n);
    }
    System.out.println("broken off at " + broken.size() + " commits, each with the same end");
    assertThat(broken).hasSizeGreaterThanOrEqualTo(4);
  }

  private static long evaluations(Person person) {
    return calls.count(
        """
        select count(*) from tasks t join calls c on t.key = 'call-' || c.id
        where t.kind = 'evaluations.evaluate' and c.application_id = $1
        """,
        person.id());
  }

  /** Lets time do its work: jobs come round, pauses end, the provider tells what happened. */
  private static void goThrough(Person person) {
    calls.server.until(
        "the phone rings",
        () -> {
          calls.server.runJob("process_call_queue");
          execute("update tasks set not_before = now() where kind like 'calls.%'");
          return calls.dials(person) > 0;
        });
    calls.talk(person);
    tell(CallsFixture.ended(calls.conversation(person)));
    calls.server.until(
        "the call is over",
        () -> {
          execute("update tasks set not_before = now() where kind like 'calls.%'");
          return calls.status(person).equals("call_completed");
        });
    calls.server.until("nothing is left to do", () -> openTasks() == 0);
  }

  private static long openTasks() {
    execute("update tasks set not_before = now() where kind like 'calls.%'");
    return calls.count(
        """
        select count(*) from tasks where kind in ('calls.place', 'calls.settle', 'calls.receive')
          and state in ('ready', 'running')
        """);
  }

  /** The provider repeats what was not taken. */
  private static void tell(JsonObject event) {
    try {
      calls.store(event);
    } catch (RuntimeException notStored) {
      calls.store(event);
    }
  }
}
