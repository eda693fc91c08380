package recruitflow.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LargeQueueTest {

  private static final String PEOPLE =
      """
      with person as (
        insert into candidates (first_name, full_name, phone, phone_e164, email, source)
        select 'Ana', 'Ana ' || n, '+4072200' || n, '+4072200' || n, '', 'manual'
        from generate_series(1000, 1209) as n returning id)
      insert into applications (candidate_id, position_id, status_since, last_activity_at, created_at)
      select id, $1, now(), now(), now() from person returning id
      """;

  private static List<Long> people(CallsFixture calls) {
    return calls.server.sql().list(PEOPLE, row -> row.getLong("id"), calls.position.getLong("id"));
  }

  @Test
  void each_chunk_is_committed_for_itself_and_people_without_a_number_end_none() {
    try (var calls = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "10000"))) {
      var sql = calls.server.sql();
      sql.execute("insert into paused_kinds (kind) values ('jobs.process_call_queue')");
      calls.desk.trigger(people(calls).toArray());
      sql.execute("update candidates set phone_e164 = null where phone like '%50'");
      sql.execute("delete from paused_kinds where kind = 'jobs.process_call_queue'");
      calls.settled();
      assertThat(calls.count("select count(*) from calls where status = 'initiated'"))
          .isEqualTo(208);
      assertThat(calls.count("select count(*) from applications where status = 'call_failed'"))
          .isEqualTo(2);
      assertThat(calls.ledger("direction=asked&path=/v1/convai/batch-calling/submit")).hasSize(5);
      assertThat(
              calls.count(
                  "select count(distinct created_at) from tasks where kind = 'calls.place'"))
          .isEqualTo(5);
    }
  }

  @Test
  void what_is_in_flight_stays_bounded_and_people_without_a_number_leave_their_place_to_the_next() {
    try (var calls = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "70"))) {
      var sql = calls.server.sql();
      sql.execute("insert into paused_kinds (kind) values ('jobs.process_call_queue')");
      var people = people(calls);
      calls.desk.trigger(people.toArray());
      sql.execute(
          "update candidates set phone_e164 = null where id in"
              + " (select candidate_id from applications where id = any($1))",
          (Object) people.subList(0, 80).toArray(Long[]::new));
      sql.execute("delete from paused_kinds where kind = 'jobs.process_call_queue'");
      calls.settled();
      assertThat(calls.count("select count(*) from calls")).isEqualTo(70);
      assertThat(calls.count("select count(*) from applications where status = 'call_failed'"))
          .isEqualTo(80);
      calls.server.runJob("process_call_queue");
      calls.settled();
      assertThat(calls.count("select count(*) from calls")).isEqualTo(70);
    }
  }
}
