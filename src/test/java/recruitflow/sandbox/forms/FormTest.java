package recruitflow.sandbox.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class FormTest {
  private final Form batch = Form.of("elevenlabs").get("batch");

  @Test
  void each_misfit_has_its_place_the_broken_rule_and_its_limit() {
    var misfits =
        batch.misfits(
            new JsonObject(
                """
                {"call_name": 7, "recipients": [{}, {"id": true}], "target_concurrency_limit": 0}
                """));
    assertThat(misfits)
        .extracting(Misfit::path, Misfit::rule, Misfit::limit, Misfit::given)
        .containsExactlyInAnyOrder(
            tuple(
                "agent_id", "required", JsonArray.of("call_name", "agent_id", "recipients"), null),
            tuple("call_name", "type", "string", 7),
            tuple("target_concurrency_limit", "minimum", 1, 0),
            tuple("recipients.1.id", "type", JsonArray.of("string", "null"), true));
  }

  @Test
  void the_parameters_of_a_query_get_their_types() {
    var query = MultiMap.caseInsensitiveMultiMap().add("limit", "5").add("agent_id", "7");
    var read = Form.of("elevenlabs").get("batches_query").read(query.add("other", "x"));
    assertThat(read)
        .isEqualTo(new JsonObject().put("limit", 5L).put("agent_id", "7").put("other", "x"));
  }
}
