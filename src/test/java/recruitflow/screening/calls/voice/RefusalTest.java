package recruitflow.screening.calls.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.platform.providers.ProviderFailure;

class RefusalTest {

  private static Refusal refusal(int status, String body) {
    return Refusal.of(new ProviderFailure.Refused("elevenlabs", status, Buffer.buffer(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"detail\": {\"type\": \"x\", \"message\": \"No such agent\"}} | No such agent",
        "{\"detail\": {\"status\": \"x\", \"message\": \"Old form\"}} | Old form",
        "{\"detail\": \"Plain words\"} | Plain words",
        "{\"success\": false, \"message\": \"Not placed\"} | Not placed",
        "{\"detail\": [{\"loc\": [\"body\", \"call_name\"], \"msg\": \"Field required\"}]}"
            + " | Field required at [body, call_name]",
        "<html> | no reason given",
        "[] | no reason given",
        "{} | no reason given"
      })
  void all_forms_of_an_error_are_read(String body, String words) {
    assertThat(refusal(400, body).words()).isEqualTo("ElevenLabs refused (400): " + words);
  }

  @Test
  void field_errors_name_the_recipients_they_concern() {
    var body =
        """
        {"detail": [{"loc": ["body", "recipients", 3, "phone_number"], "msg": "bad"},
                    {"loc": ["body", "recipients", 0], "msg": "bad"},
                    {"loc": ["body", "recipients"], "msg": "bad"}, "junk", {"loc": 7}]}\
        """;
    assertThat(refusal(422, body).recipients()).containsExactly(0, 3);
  }

  @Test
  void our_key_and_our_money_concern_everybody_a_number_only_itself() {
    assertThat(refusal(401, "{}").concernsAccount()).isTrue();
    assertThat(refusal(402, "{}").concernsAccount()).isTrue();
    assertThat(refusal(404, "{}").concernsAccount()).isFalse();
    assertThat(refusal(400, "{\"detail\": \"phone_number is odd\"}").concernsNumber()).isTrue();
    assertThat(refusal(401, "{\"detail\": \"phone_number is odd\"}").concernsNumber()).isFalse();
  }

  @Test
  void a_forbidden_override_says_where_to_allow_it() {
    assertThat(refusal(400, "{\"detail\": \"Override of prompt not allowed\"}").words())
        .contains("Allow Overrides");
  }

  @Property
  void any_body_is_a_refusal(@ForAll String body) {
    assertThat(refusal(400, body).words()).startsWith("ElevenLabs refused (400)");
  }
}
