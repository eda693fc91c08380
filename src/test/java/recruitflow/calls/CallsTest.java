package recruitflow.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static CallsFixture calls;

  @BeforeAll
  static void start() {
    calls = new CallsFixture(Map.of());
  }

  @AfterAll
  static void stop() {
    calls.close();
  }

  @Test
  void a_queued_application_is_phoned_once_and_its_conversation_goes_to_evaluation() {
    var ana = calls.person("qualified_ro");
    calls.trigger(ana);

    assertThat(calls.status(ana)).isEqualTo("call_in_progress");
    assertThat(calls.call(ana).getString("status")).isEqualTo("initiated");
    assertThat(calls.call(ana).getString("batchId")).isNotNull();

    calls.finish(ana);

    var call = calls.call(ana);
    assertThat(call.getString("status")).isEqualTo("completed");
    assertThat(call.getJsonArray("turns").getJsonObject(0).getString("text"))
        .isEqualTo("Hello Ana Pop");
    assertThat(call.getString("summary")).isNotBlank();
    assertThat(call.getInteger("durationSeconds")).isPositive();
    assertThat(calls.dials(ana)).isEqualTo(1);
    assertThat(
            calls.count(
                "select count(*) from tasks where kind = 'evaluations.evaluate' and key = $1",
                "call-" + call.getLong("id")))
        .isEqualTo(1);
  }
}
