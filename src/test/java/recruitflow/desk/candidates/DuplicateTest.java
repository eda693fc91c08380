package recruitflow.desk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.desk.DeskFixture;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.domain.desk.applications.Transition;
import recruitflow.support.TestServer;

class DuplicateTest {
  @RegisterExtension private static final TestServer server = TestServer.start().login();
  private static final DeskFixture desk = new DeskFixture(server);
  private static int people;

  private long positionId;
  private long older;
  private long newer;
  private long flag;

  @BeforeEach
  void twoRecordsOfOnePerson() {
    positionId = desk.evenings("Twins").getLong("id");
    int n = ++people;
    older = desk.candidate("Older " + n, "07260001" + (10 + n)).getLong("id");
    newer = desk.candidate("Newer " + n, "07260002" + (10 + n)).getLong("id");
    flag =
        server
            .sql()
            .one(
                "insert into duplicate_flags (candidate_id, other_candidate_id, matched_on)"
                    + " values ($1, $2, 'email') returning id",
                row -> row.getLong("id"),
                newer,
                older);
  }

  private long apply(long candidate, long position) {
    var body = new JsonObject().put("candidateId", candidate).put("positionId", position);
    return DeskFixture.ok(server.post("/api/applications", body))
        .getJsonObject("application")
        .getLong("id");
  }

  private JsonObject merge(JsonObject body) {
    return DeskFixture.ok(server.post("/api/duplicates/" + flag + "/merge", body));
  }

  private static void advance(long id, Transition... steps) {
    for (var step : steps) {
      server.inTransaction(
          sql -> ApplicationWriter.advance(sql, id, step, null, null, server.clock.now()));
    }
  }

  private static List<Long> applications(JsonObject candidate) {
    return candidate.getJsonArray("applications").stream()
        .map(a -> ((JsonObject) a).getLong("id"))
        .toList();
  }

  @Test
  void a_held_application_is_called_once_the_two_are_told_apart() {
    apply(older, positionId);
    var held = apply(newer, positionId);
    assertThat(desk.trigger(held).getJsonArray("queued")).isEmpty();
    var listed = DeskFixture.ok(server.get("/api/duplicates")).getJsonArray("items");
    assertThat(listed.getJsonObject(0).getJsonObject("candidate").getLong("id")).isEqualTo(newer);
    DeskFixture.ok(server.post("/api/duplicates/" + flag + "/dismiss", new JsonObject()));
    assertThat(desk.trigger(held).getJsonArray("queued")).hasSize(1);
    assertThat(server.post("/api/duplicates/" + flag + "/dismiss", new JsonObject()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void merging_moves_everything_and_drops_the_second_application() {
    var first = apply(older, positionId);
    apply(newer, positionId);
    var elsewhere = apply(newer, desk.evenings("Elsewhere").getLong("id"));
    var kept = merge(new JsonObject());
    assertThat(kept.getLong("id")).isEqualTo(older);
    assertThat(applications(kept)).containsExactlyInAnyOrder(first, elsewhere);
    assertThat(DeskFixture.ok(server.get("/api/candidates/" + newer)).getLong("id"))
        .isEqualTo(older);
    assertThat(desk.detail(elsewhere).getJsonObject("candidate").getLong("id")).isEqualTo(older);
    var lookup = new CandidateLookup("RO");
    var phone = "07260002" + (10 + people);
    assertThat(lookup.byPhone(server.sql(), phone)).containsExactly(older);
    assertThat(server.post("/api/duplicates/" + flag + "/merge", new JsonObject()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_application_that_was_worked_on_stays() {
    var untouched = apply(older, positionId);
    server.sql().execute("update duplicate_flags set state = 'dismissed' where id = $1", flag);
    var called = apply(newer, positionId);
    advance(called, Transition.TRIGGER_CALL, Transition.PLACE_CALL);
    server.sql().execute("update duplicate_flags set state = 'open' where id = $1", flag);
    var kept = merge(new JsonObject());
    assertThat(applications(kept)).containsExactly(called);
    assertThat(desk.status(called)).isEqualTo("call_in_progress");
    assertThat(server.get("/api/applications/" + untouched).statusCode()).isEqualTo(404);
  }

  @Test
  void where_both_were_worked_on_the_second_is_closed_and_can_be_read() {
    var first = apply(older, positionId);
    var second = apply(newer, positionId);
    advance(first, Transition.TRIGGER_CALL);
    advance(second, Transition.TRIGGER_CALL);
    var kept = merge(new JsonObject());
    assertThat(applications(kept)).containsExactly(first);
    assertThat(desk.status(second)).isEqualTo("closed");
    assertThat(desk.detail(second).getJsonObject("candidate").getLong("id")).isEqualTo(older);
  }

  @Test
  void a_running_call_is_not_merged_away() {
    var first = apply(older, positionId);
    var second = apply(newer, positionId);
    advance(first, Transition.TRIGGER_CALL);
    advance(second, Transition.TRIGGER_CALL, Transition.PLACE_CALL);
    var answer = server.post("/api/duplicates/" + flag + "/merge", new JsonObject());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(desk.status(second)).isEqualTo("call_in_progress");
  }

  @Test
  void either_of_the_two_may_be_kept_and_nobody_else() {
    var stranger = new JsonObject().put("keepCandidateId", 999_999);
    assertThat(server.post("/api/duplicates/" + flag + "/merge", stranger).statusCode())
        .isEqualTo(422);
    assertThat(merge(new JsonObject().put("keepCandidateId", newer)).getLong("id"))
        .isEqualTo(newer);
  }

  private static boolean held(long application) {
    return desk.detail(application).getJsonObject("application").getBoolean("heldAsDuplicate");
  }

  private static long flag(long candidate, long other) {
    return server
        .sql()
        .one(
            "insert into duplicate_flags (candidate_id, other_candidate_id, matched_on)"
                + " values ($1, $2, 'phone') returning id",
            row -> row.getLong("id"),
            candidate,
            other);
  }

  @Test
  void a_third_record_that_may_be_the_merged_one_is_held_back_still() {
    var third = desk.candidate("Third " + people, "07260003" + (10 + people)).getLong("id");
    flag(third, newer);
    var kept = apply(older, positionId);
    var held = apply(third, positionId);
    merge(new JsonObject());
    assertThat(held(held)).isTrue();
    assertThat(desk.trigger(kept, held).getJsonArray("queued").getLong(0)).isEqualTo(kept);
    assertThat(desk.trigger(held).getJsonArray("queued")).isEmpty();
    var pairs =
        server
            .sql()
            .list(
                "select candidate_id, other_candidate_id from duplicate_flags where state = 'open'"
                    + " and $1 in (candidate_id, other_candidate_id)",
                row -> List.of(row.getLong(0), row.getLong(1)),
                older);
    assertThat(pairs).containsExactly(List.of(third, older));
  }

  @Test
  void flags_of_both_with_the_same_third_record_become_one() {
    var third = desk.candidate("Common " + people, "07260004" + (10 + people)).getLong("id");
    flag(third, newer);
    flag(third, older);
    merge(new JsonObject());
    long open =
        server
            .sql()
            .one(
                "select count(*) from duplicate_flags where candidate_id = $1 and state = 'open'",
                row -> row.getLong(0),
                third);
    assertThat(open).isEqualTo(1);
  }

  @Test
  void whichever_record_the_flag_is_on_the_second_application_waits() {
    var first = apply(newer, positionId);
    var second = apply(older, positionId);
    assertThat(held(first)).isFalse();
    assertThat(held(second)).isTrue();
    var at = new JsonObject().put("at", server.clock.now().plusSeconds(3_600).toString());
    var answer = server.post("/api/applications/" + second + "/callback", at);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("reason"))
        .isEqualTo("held_duplicate");
  }

  @Test
  void a_person_without_a_number_cannot_be_given_a_call_back() {
    var body = new JsonObject().put("fullName", "No Phone").put("email", "np@example.com");
    var id = DeskFixture.ok(server.post("/api/candidates", body)).getLong("id");
    var application = apply(id, positionId);
    var at = new JsonObject().put("at", server.clock.now().plusSeconds(3_600).toString());
    var answer = server.post("/api/applications/" + application + "/callback", at);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.bodyAsJsonObject().getJsonObject("error").getString("reason"))
        .isEqualTo("no_phone");
  }

  @Test
  void a_record_that_gets_a_known_number_or_address_by_hand_is_flagged() {
    var phone = "07260002" + (10 + people);
    var made = desk.candidate("Made By Hand", "+4" + phone).getLong("id");
    var other = desk.candidate("Corrected", "07260005" + (10 + people));
    var change = new JsonObject().put("version", other.getInteger("version")).put("phone", phone);
    DeskFixture.ok(server.send(HttpMethod.PATCH, "/api/candidates/" + other.getLong("id"), change));
    var flagged =
        server
            .sql()
            .list(
                "select candidate_id from duplicate_flags where other_candidate_id = $1"
                    + " and matched_on = 'phone'",
                row -> row.getLong(0),
                newer);
    assertThat(flagged).containsExactlyInAnyOrder(made, other.getLong("id"));
  }
}
