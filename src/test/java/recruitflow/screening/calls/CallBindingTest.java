package recruitflow.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recruitflow.screening.calls.CallsFixture.Person;
import recruitflow.support.TestServer;

/** Which call a conversation belongs to, and what becomes of one that belongs to none. */
class CallBindingTest {
  @RegisterExtension private static final CallsFixture calls = CallsFixture.uncapped();

  @BeforeEach
  void noon() {
    calls.server.clock.set(TestServer.NOON);
  }

  private static Person called(String persona) {
    var person = calls.person(persona);
    calls.trigger(person);
    calls.talk(person);
    return person;
  }

  private static JsonArray seen(Person person) {
    return calls.calls(person).copy().add(calls.application(person));
  }

  /** What the provider may tell of a conversation that only the application's id ties to us. */
  private enum Told {
    WHOLE,
    WITHOUT_SUMMARY,
    UNDER_WAY;

    JsonObject event(JsonObject said, String id) {
      var told = said.copy().put("conversation_id", id);
      told.getJsonObject("metadata").remove("batch_call");
      var analysis = new JsonObject().put("transcript_summary", id).put("call_summary_title", id);
      var turn = new JsonObject().put("role", "user").put("message", "I am " + id);
      told.put("analysis", this == WITHOUT_SUMMARY ? null : analysis)
          .put("transcript", new JsonArray().add(turn))
          .put("recording_url", this == WITHOUT_SUMMARY ? null : "https://example.org/" + id);
      return CallsFixture.ended(this == UNDER_WAY ? told.put("status", "in-progress") : told);
    }
  }

  static Stream<List<Told>> pairs() {
    return Stream.of(Told.values())
        .flatMap(one -> Stream.of(Told.values()).map(other -> List.of(one, other)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void of_two_conversations_at_the_same_moment_one_is_filed_and_the_other_says_so(List<Told> told) {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    var ids = List.of("conv_a" + ana.id(), "conv_b" + ana.id());
    var events = new ArrayList<Long>();
    // Both are read while somebody else has the application, so that neither is done first.
    calls.server.inTransaction(
        sql -> {
          sql.list("select id from applications where id = $1 for update", _ -> null, ana.id());
          for (var i = 0; i < 2; i++) {
            events.add(calls.store(told.get(i).event(said, ids.get(i))));
          }
          calls.server.until("both wait for it", () -> waitingForLocks() >= 2);
          return null;
        });
    calls.server.until("both are read", () -> events.stream().allMatch(CallBindingTest::isRead));

    var call = calls.call(ana);
    var bound = call.getString("conversationId");
    var other = ids.get(1 - ids.indexOf(bound));
    assertThat(note(events.get(ids.indexOf(bound))))
        .isNotEqualTo(note(events.get(ids.indexOf(other))));
    assertThat(note(events.get(ids.indexOf(other)))).startsWith("unmatched: ");
    assertThat(call.encode()).contains(bound).doesNotContain(other);
    var notes = calls.desk.detail(ana.id()).getJsonArray("notes");
    assertThat(notes).hasSize(1);
    assertThat(notes.getJsonObject(0).getString("body")).contains(other);
  }

  private static long waitingForLocks() {
    return calls.count(
        """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
        """);
  }

  private static boolean isRead(long event) {
    return calls.count(
            "select count(*) from inbound_events where id = $1 and processed_at is not null", event)
        == 1;
  }

  private static String note(long event) {
    return calls
        .server
        .sql()
        .one(
            "select note from inbound_events where id = $1",
            row -> "" + row.getString("note"),
            event);
  }

  @Test
  void when_a_call_ended_is_read_from_the_event_and_not_from_the_clock() {
    var ana = called("qualified_ro");
    var bob = called("busy_cs");
    calls.server.clock.set(TestServer.NOON.plus(Duration.ofMinutes(14)));
    var said = calls.conversation(ana);
    calls.deliver(CallsFixture.ended(said));
    var metadata = said.getJsonObject("metadata");
    var seconds = metadata.getLong("call_duration_secs");
    assertThat(seconds).isPositive();
    assertThat(calls.call(ana).getInstant("endedAt"))
        .isEqualTo(
            Instant.ofEpochSecond(metadata.getLong("start_time_unix_secs")).plusSeconds(seconds));

    var busy = TestServer.NOON.plus(Duration.ofMinutes(2));
    calls.deliver(
        CallsFixture.notConnected(calls.conversation(bob), "busy")
            .put("event_timestamp", busy.getEpochSecond()));
    assertThat(calls.call(bob).getInstant("endedAt")).isEqualTo(busy);
    assertThat(calls.application(bob).getInstant("nextCallAt"))
        .isEqualTo(busy.plus(Duration.ofHours(1)));
  }

  @Test
  void a_failure_that_names_another_conversation_does_not_end_a_call() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    calls.deliver(CallsFixture.ended(said.copy().put("status", "in-progress")));
    var sid = said.getJsonObject("metadata").getJsonObject("phone_call").getString("call_sid");
    calls
        .server
        .sql()
        .execute("update calls set call_sid = $1 where application_id = $2", sid, ana.id());
    var failure = CallsFixture.notConnected(said, "busy");
    failure.getJsonObject("data").put("conversation_id", "conv_else" + ana.id());
    failure
        .getJsonObject("data")
        .getJsonObject("metadata")
        .put("body", new JsonObject().put("CallSid", sid));
    assertThat(calls.deliver(failure)).startsWith("unmatched: ");
    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
  }

  @Test
  void a_conversation_is_bound_by_the_application_when_it_names_no_recipient() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana);
    said.getJsonObject("metadata").remove("batch_call");
    calls.deliver(CallsFixture.ended(said));
    assertThat(calls.status(ana)).isEqualTo("call_completed");
  }

  @Test
  void a_conversation_is_bound_by_its_batch_when_it_names_nobody() {
    var ana = called("qualified_ro");
    var said = calls.conversation(ana).putNull("user_id");
    said.remove("conversation_initiation_client_data");
    said.getJsonObject("metadata").getJsonObject("batch_call").remove("batch_call_recipient_id");
    calls.deliver(CallsFixture.ended(said));
    assertThat(calls.status(ana)).isEqualTo("call_completed");
  }

  @Test
  void strangers_and_other_agents_are_noted_and_change_nothing() {
    var ana = called("qualified_ro");
    var before = seen(ana);
    var said = calls.conversation(ana);
    assertThat(calls.deliver(CallsFixture.ended(said.copy().put("agent_id", "agent_other"))))
        .isEqualTo("unmatched: another agent's conversation");
    var stranger = new JsonObject().put("conversation_id", "conv_strange").put("status", "done");
    assertThat(calls.deliver(CallsFixture.ended(stranger))).startsWith("unmatched:");
    assertThat(calls.deliver(CallsFixture.notConnected(stranger, "busy"))).startsWith("unmatched:");
    assertThat(calls.deliver(new JsonObject().put("type", "post_call_transcription")))
        .isEqualTo("ignored: no conversation_id");
    assertThat(seen(ana)).isEqualTo(before);
  }
}
