package recruitflow.sandbox.elevenlabs;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElevenLabsBatchesTest {
  private final VoiceSandbox sandbox = VoiceSandbox.manual();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static JsonObject batch(int people) {
    var recipients = new JsonArray();
    for (var i = 0; i < people; i++)
      recipients.add(
          new JsonObject()
              .put("id", "r" + i)
              .put("phone_number", "+4070000091" + i)
              .put(
                  "conversation_initiation_client_data",
                  ElevenLabsCallsTest.clientData("" + i, "Bună!")));
    return new JsonObject()
        .put("call_name", "rf-batch-1")
        .put("agent_id", "agent_sandbox")
        .put("agent_phone_number_id", "phone_sandbox")
        .put("recipients", recipients);
  }

  private JsonObject submit(JsonObject batch) {
    for (var i = 0; i < 9; i++) sandbox.person("+4070000091" + i, "qualified_ro");
    var response = sandbox.elevenLabs(POST, "/batch-calling/submit", batch);
    assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(200);
    return response.bodyAsJsonObject();
  }

  private JsonObject read(String id) {
    return sandbox.elevenLabs(GET, "/batch-calling/" + id, null).bodyAsJsonObject();
  }

  private String statuses(String id) {
    return read(id).getJsonArray("recipients").stream()
        .map(each -> ((JsonObject) each).getString("status"))
        .collect(Collectors.joining(" "));
  }

  private void release() {
    sandbox.control("/elevenlabs/release", new JsonObject());
  }

  @Test
  void a_batch_answers_with_its_id_and_ends_completed_with_one_event_for_each_recipient() {
    var id = submit(batch(3)).getString("id");
    assertThat(id).startsWith("btcal_");
    assertThat(statuses(id)).isEqualTo("initiated initiated initiated");
    release();

    var read = read(id);
    assertThat(read.getString("status")).isEqualTo("completed");
    assertThat(read.getInteger("total_calls_finished")).isEqualTo(3);
    assertThat(statuses(id)).isEqualTo("completed completed completed");
    for (var i = 0; i < 3; i++) {
      var metadata = sandbox.nextWebhook().data().getJsonObject("metadata");
      assertThat(metadata.getJsonObject("batch_call").getString("batch_call_id")).isEqualTo(id);
    }
    var first = read.getJsonArray("recipients").getJsonObject(0);
    assertThat(first.getString("id")).isEqualTo("r0");
    assertThat(first.getString("conversation_id")).startsWith("conv_");
  }

  @Test
  void no_more_people_are_phoned_at_once_than_the_target_says() {
    var id = submit(batch(5).put("target_concurrency_limit", 2)).getString("id");
    assertThat(statuses(id)).isEqualTo("initiated initiated pending pending pending");
    release();
    assertThat(statuses(id)).isEqualTo("completed completed initiated initiated pending");
    release();
    release();
    assertThat(read(id).getString("status")).isEqualTo("completed");
    assertThat(sandbox.ledger("direction=acted")).hasSize(5);
  }

  @Test
  void cancelling_spares_those_not_dialled_and_lets_the_others_finish() {
    var id = submit(batch(3).put("target_concurrency_limit", 1)).getString("id");
    var cancelled = sandbox.elevenLabs(POST, "/batch-calling/" + id + "/cancel", null);
    assertThat(cancelled.bodyAsJsonObject().getString("status")).isEqualTo("cancelled");
    assertThat(statuses(id)).isEqualTo("initiated cancelled cancelled");
    release();
    assertThat(statuses(id)).isEqualTo("completed cancelled cancelled");
    assertThat(sandbox.ledger("direction=acted")).hasSize(1);
  }

  @Test
  void cancelling_a_finished_batch_changes_nothing() {
    var id = submit(batch(1)).getString("id");
    release();
    var answer = sandbox.elevenLabs(POST, "/batch-calling/" + id + "/cancel", null);
    assertThat(answer.bodyAsJsonObject().getString("status")).isEqualTo("completed");
  }

  @Test
  void a_retry_dials_those_again_who_were_not_reached() {
    submit(batch(2));
    sandbox.person("+40700000911", "busy_cs");
    var id = submitAgain();
    release();
    assertThat(statuses(id)).isEqualTo("completed failed");
    var retried = sandbox.elevenLabs(POST, "/batch-calling/" + id + "/retry", null);
    assertThat(retried.bodyAsJsonObject().getInteger("retry_count")).isEqualTo(1);
    assertThat(statuses(id)).isEqualTo("completed initiated");
  }

  private String submitAgain() {
    return sandbox
        .elevenLabs(POST, "/batch-calling/submit", batch(2))
        .bodyAsJsonObject()
        .getString("id");
  }

  @Test
  void a_batch_for_later_waits_for_its_time() {
    sandbox.control(
        "/elevenlabs/settings", JsonObject.of("manual", false, "minMillis", 1, "maxMillis", 5));
    var at = sandbox.now().plusSeconds(3600).getEpochSecond();
    var id = submit(batch(1).put("scheduled_time_unix", at)).getString("id");
    assertThat(read(id).getString("status")).isEqualTo("pending");
    sandbox.pass(Duration.ofHours(1));
    sandbox.nextWebhook();
    assertThat(statuses(id)).isEqualTo("completed");
  }

  @Test
  void batches_are_listed_newest_first_in_pages() {
    var first = submit(batch(1)).getString("id");
    var second = submit(batch(1)).getString("id");
    var page = sandbox.elevenLabs(GET, "/batch-calling/workspace?limit=1", null).bodyAsJsonObject();
    assertThat(page.getJsonArray("batch_calls").getJsonObject(0).getString("id")).isEqualTo(second);
    assertThat(page.getString("next_doc")).isEqualTo(second);
    var rest =
        sandbox
            .elevenLabs(GET, "/batch-calling/workspace?limit=1&last_doc=" + second, null)
            .bodyAsJsonObject();
    assertThat(rest.getJsonArray("batch_calls").getJsonObject(0).getString("id")).isEqualTo(first);
    assertThat(rest.getBoolean("has_more")).isFalse();
    sandbox.elevenLabs(DELETE, "/batch-calling/" + first, null);
    assertThat(sandbox.elevenLabs(GET, "/batch-calling/" + first, null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void wrong_batches_are_refused_and_nobody_is_phoned() {
    var wrong = batch(1).put("call_name", null).put("target_concurrency_limit", "two");
    wrong.getJsonArray("recipients").getJsonObject(0).put("phone_number", 4070);
    wrong.remove("agent_id");
    var detail =
        sandbox
            .elevenLabs(POST, "/batch-calling/submit", wrong)
            .bodyAsJsonObject()
            .getJsonArray("detail");
    assertThat(ElevenLabsCallsTest.places(detail))
        .containsExactlyInAnyOrder(
            "[\"body\",\"call_name\"]",
            "[\"body\",\"agent_id\"]",
            "[\"body\",\"target_concurrency_limit\"]",
            "[\"body\",\"recipients\",0,\"phone_number\"]");
    for (var body :
        new JsonObject[] {
          batch(0),
          batch(1).put("agent_phone_number_id", null),
          batch(1).put("recipients", new JsonArray().add(new JsonObject().put("id", "x")))
        })
      assertThat(sandbox.elevenLabs(POST, "/batch-calling/submit", body).statusCode())
          .isEqualTo(400);
    assertThat(sandbox.elevenLabs(GET, "/batch-calling/none", null).statusCode()).isEqualTo(404);
    assertThat(sandbox.ledger("direction=acted")).isEmpty();
  }
}
