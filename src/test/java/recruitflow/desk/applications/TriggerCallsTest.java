package recruitflow.desk.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** Many applications queued for calls at once, by one recruiter or by several. */
class TriggerCallsTest {
  private static final TestServer server = TestServer.shared();
  private static final DeskFixture desk = new DeskFixture(server);

  private static long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  @Test
  void triggering_queues_what_can_be_called_and_says_why_not_the_rest() {
    var position = desk.evenings("Trigger");
    var good = desk.application("Good Phone", "0722000005", position.getLong("id"));
    var shortPhone = desk.application("Short Phone", "0722", position.getLong("id"));
    var closed = desk.application("Closed Already", "0722000006", position.getLong("id"));
    ok(server.post("/api/applications/" + closed + "/close", new JsonObject()));
    var paused = desk.changed(desk.evenings("Resting"), "status", "paused").getLong("id");
    var resting = desk.application("Rest Ing", "0722000007", paused);
    var promptless = desk.changed(desk.evenings("Mute"), "firstMessage", " ").getLong("id");
    var mute = desk.application("Mu Te", "0722000008", promptless);

    var result = desk.trigger(good, shortPhone, closed, resting, mute, 999_999, good);

    assertThat(result.getJsonArray("queued")).isEqualTo(JsonArray.of(good));
    var reasons =
        result.getJsonArray("refused").stream()
            .map(JsonObject.class::cast)
            .map(r -> r.getString("candidateName") + ": " + r.getString("reason"))
            .toList();
    assertThat(reasons).hasSize(5);
    assertThat(reasons.get(0)).contains("Short Phone").contains("phone number");
    assertThat(reasons.get(1)).contains("Closed Already").contains("closed");
    assertThat(reasons.get(2)).contains("Rest Ing").contains("paused");
    assertThat(reasons.get(3)).contains("Mu Te").contains("firstMessage");
    assertThat(reasons.get(4)).contains("no such application");
    assertThat(
            count(
                "select count(*) from status_changes where to_status = 'call_queued'"
                    + " and application_id = $1 and changed_by is not null",
                good))
        .isEqualTo(1);
    assertThat(count("select count(*) from tasks where kind = 'jobs.process_call_queue'"))
        .isEqualTo(1);
  }

  @Test
  void two_recruiters_who_trigger_the_same_queue_each_application_once() {
    var position = desk.evenings("Race").getLong("id");
    var ids =
        IntStream.range(0, 20)
            .mapToObj(i -> desk.application("Racer " + i, "07230000" + (10 + i), position))
            .toList();
    var body = new JsonObject().put("applicationIds", new JsonArray(ids));
    var backwards = new JsonObject().put("applicationIds", new JsonArray(ids.reversed()));
    var answers =
        Future.all(
                IntStream.range(0, 6)
                    .mapToObj(
                        i ->
                            server
                                .client()
                                .post("/api/applications/trigger-calls")
                                .putHeader("Authorization", "Bearer " + server.token())
                                .sendJsonObject(i % 2 == 0 ? body : backwards))
                    .toList())
            .timeout(20, TimeUnit.SECONDS)
            .await();
    int queued = 0;
    for (HttpResponse<Buffer> answer : answers.<HttpResponse<Buffer>>list()) {
      queued += ok(answer).getJsonArray("queued").size();
    }
    assertThat(queued).isEqualTo(20);
    assertThat(
            count(
                "select count(*) from status_changes where to_status = 'call_queued'"
                    + " and application_id = any ($1)",
                (Object) ids.toArray(Long[]::new)))
        .isEqualTo(20);
  }
}
