package recruitflow.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.TestServer;

/** What the provider tells us, in whatever order, however often, about whomever. */
class CallEventsTest {
  @RegisterExtension private static final CallsFixture calls = CallsFixture.uncapped();

  @BeforeEach
  void noon() {
    calls.server.clock.set(TestServer.NOON);
  }

  private static Person called(String persona) {
    return called(persona, 1)[0];
  }

  private static Person[] called(String persona, int many) {
    var people = calls.people(persona, many);
    calls.trigger(people);
    calls.talk(people);
    return people;
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) return List.of(List.of());
    var all = new ArrayList<List<T>>();
    for (var i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      for (var order : permutations(rest)) {
        var whole = new ArrayList<T>();
        whole.add(first);
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }

  /** Everything that must not depend on the order, without what differs from call to call. */
  private static JsonObject endState(Person person) {
    var call = calls.call(person).copy();
    List.of("id", "conversationId", "batchId").forEach(call::remove);
    var application = calls.application(person);
    return new JsonObject()
        .put("calls", calls.calls(person).size())
        .put("call", call)
        .put("status", application.getString("status"))
        .put("nextCallAt", application.getValue("nextCallAt"))
        .put("attention", application.getValue("attention"))
        .put(
            "evaluations",
            calls.count(
                """
                select count(*) from tasks t join calls c on t.key = 'call-' || c.id
                where t.kind = 'evaluations.evaluate' and c.application_id = $1
                """,
                person.id()));
  }

  @Test
  void every_order_of_a_conversations_events_has_one_end() {
    everyOrderHasOneEnd(List.of(0, 1, 2, 4));
  }

  @Test
  @Tag("proofs")
  void every_order_of_five_events_has_one_end() {
    everyOrderHasOneEnd(List.of(0, 1, 2, 3, 4));
  }

  private static void everyOrderHasOneEnd(List<Integer> which) {
    var ends = new HashSet<JsonObject>();
    var orders = permutations(which);
    var people = called("qualified_ro", orders.size());
    for (var i = 0; i < people.length; i++) {
      var ana = people[i];
      var said = calls.conversation(ana);
      var id = new JsonObject().put("conversation_id", said.getString("conversation_id"));
      var events =
          List.of(
              CallsFixture.ended(said),
              CallsFixture.ended(said),
              CallsFixture.envelope("post_call_audio", id.copy().put("full_audio", "")),
              CallsFixture.envelope("answering_machine_detection", id),
              CallsFixture.notConnected(said, "no-answer"));
      orders.get(i).forEach(event -> calls.deliver(events.get(event)));
      ends.add(endState(ana).put("call", withoutErrors(ana)));
    }
    assertThat(ends).hasSize(1);
    var end = ends.iterator().next();
    assertThat(end.getString("status")).isEqualTo("call_completed");
    assertThat(end.getLong("evaluations")).isEqualTo(1);
  }

  /** A failure that was wrong leaves its words behind; which came first does not matter else. */
  private static JsonObject withoutErrors(Person person) {
    var call = calls.call(person).copy();
    List.of("id", "conversationId", "batchId", "errorDetail").forEach(call::remove);
    return call;
  }

  @Test
  void every_order_of_a_missed_calls_events_has_one_end() {
    var ends = new HashSet<JsonObject>();
    var orders = permutations(List.of(0, 1, 2, 3));
    var people = called("busy_cs", orders.size());
    for (var i = 0; i < people.length; i++) {
      var ana = people[i];
      var said = calls.conversation(ana);
      var failure = CallsFixture.notConnected(said, "busy");
      var events =
          List.of(
              failure,
              failure,
              CallsFixture.ended(said),
              CallsFixture.envelope("new_kind", new JsonObject()));
      orders.get(i).forEach(event -> calls.deliver(events.get(event)));
      ends.add(endState(ana).put("call", withoutErrors(ana)));
    }
    assertThat(ends).hasSize(1);
    assertThat(ends.iterator().next().getString("status")).isEqualTo("call_queued");
  }

  @Test
  void an_event_that_comes_before_the_answer_to_the_request_finds_its_call() {
    var ana = calls.person("qualified_ro");
    calls.fault(
        new JsonObject()
            .put("kind", "hang")
            .put("path", "/v1/convai/batch-calling/submit")
            .put("acting", true)
            .put("count", 1));
    calls.desk.trigger(ana.id());
    calls.server.until("ana is phoned", () -> calls.dials(ana) == 1);
    calls.talk(ana);
    assertThat(calls.call(ana).getString("status")).isEqualTo("submitting");
    calls.store(CallsFixture.ended(calls.conversation(ana)));
    calls.server.until("it is over", () -> calls.status(ana).equals("call_completed"));
    assertThat(calls.call(ana).getString("status")).isEqualTo("completed");
    // The worker that still waits for its answer is let go; whoever comes after it changes nothing.
    calls
        .server
        .sql()
        .execute(
            """
            update tasks set state = 'ready', fence = fence + 1, lease_until = null
            where kind = 'calls.place' and state = 'running'
            """);
    calls.settled();
    assertThat(calls.call(ana).getString("status")).isEqualTo("completed");
    assertThat(calls.dials(ana)).isEqualTo(1);
    assertThat(endState(ana).getLong("evaluations")).isEqualTo(1);
  }

  @Test
  void turns_that_were_left_out_of_the_webhook_are_fetched() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    said.remove("transcript");
    calls.deliver(CallsFixture.ended(said));
    assertThat(calls.status(ana)).isEqualTo("call_completed");
    assertThat(calls.call(ana).getJsonArray("turns")).isNotEmpty();
  }

  @Test
  void a_conversation_in_which_nobody_spoke_is_no_answer_and_is_not_evaluated() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    said.put(
        "transcript",
        new JsonArray().add(new JsonObject().put("role", "agent").put("message", "Hello?")));
    calls.deliver(CallsFixture.ended(said));
    assertThat(calls.call(ana).getString("status")).isEqualTo("no_answer");
    assertThat(endState(ana).getLong("evaluations")).isZero();
  }

  @Test
  void an_application_whose_call_we_lost_gets_it_back_from_the_event() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    said.getJsonObject("metadata").remove("batch_call");
    calls.server.inTransaction(
        sql -> {
          sql.execute("delete from calls where application_id = $1", ana.id());
          return sql.execute(
              "update applications set status = 'call_queued' where id = $1", ana.id());
        });
    var other = said.copy();
    other.getJsonObject("metadata").getJsonObject("phone_call").put("external_number", "+4071");
    assertThat(calls.deliver(CallsFixture.ended(other))).startsWith("unmatched:");
    assertThat(calls.calls(ana)).isEmpty();

    assertThat(calls.deliver(CallsFixture.ended(said))).isEqualTo("null");
    assertThat(calls.call(ana).getString("status")).isEqualTo("completed");
    assertThat(calls.status(ana)).isEqualTo("call_completed");
    assertThat(endState(ana).getLong("evaluations")).isEqualTo(1);
  }

  @Test
  void a_conversation_after_giving_up_is_evaluated_unless_a_newer_call_began() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    calls.server.clock.advance(Duration.ofHours(3));
    calls.deliver(CallsFixture.notConnected(said, "unknown"));
    assertThat(calls.status(ana)).isEqualTo("call_queued");
    calls.server.clock.advance(Duration.ofHours(2));
    calls.server.runJob("process_call_queue");
    calls.settled();
    assertThat(calls.calls(ana)).hasSize(2);

    calls.deliver(CallsFixture.ended(said));
    var first = calls.calls(ana).getJsonObject(0);
    assertThat(first.getString("status")).isEqualTo("completed");
    assertThat(first.getJsonArray("turns")).isNotEmpty();
    assertThat(first.getString("summary")).isNotBlank();
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
    assertThat(endState(ana).getLong("evaluations")).isZero();
  }

  @Test
  void a_call_that_a_recruiter_overruled_is_kept_and_changes_nothing() {
    var ana = called("qualified_ro");
    var version = calls.application(ana).getInteger("version");
    var answer =
        calls.server.post(
            "/api/applications/" + ana.id() + "/status",
            new JsonObject()
                .put("status", "closed")
                .put("note", "withdrew by mail")
                .put("version", version));
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    calls.deliver(CallsFixture.ended(calls.conversation(ana)));
    assertThat(calls.status(ana)).isEqualTo("closed");
    assertThat(calls.call(ana).getString("status")).isEqualTo("completed");
    assertThat(endState(ana).getLong("evaluations")).isZero();
  }

  @Test
  void hostile_bodies_are_read_without_harm() {
    var said =
        new JsonObject()
            .put("conversation_id", "conv_\u0000" + UUID.randomUUID())
            .put("agent_id", SandboxKeys.ELEVENLABS_AGENT_ID)
            .put("status", "done")
            .put("user_id", "99999999999999999999");
    assertThat(calls.deliver(CallsFixture.ended(said))).startsWith("unmatched:");
    assertThat(calls.deliver(CallsFixture.envelope("x\u0000", new JsonObject())))
        .isEqualTo("ignored: event type x");
  }
}
