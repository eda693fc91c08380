package recruitflow.sandbox.whapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhapiSettingsTest {
  private final WhapiSettings settings = new WhapiSettings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'callback_backoff_delay_ms': 100}",
        "{'callback_backoff_delay_ms': '3000'}",
        "{'max_callback_backoff_delay_ms': 1000}",
        "{'callback_persist': 'yes'}",
        "{'media': 'document'}",
        "{'media': {'auto_download': ['novel']}}",
        "{'webhooks': {}}",
        "{'webhooks': [{'url': 'x'}]}",
        "{'webhooks': [{'url': 'https://x.example', 'mode': 'carrier pigeon'}]}",
        "{'webhooks': [{'url': 'https://x.example', 'events': [{'type': 'weather'}]}]}",
        "{'webhooks': [{'url': 'https://x.example',"
            + " 'headers': {'a':'', 'b':'', 'c':'', 'd':'', 'e':'', 'f':''}}]}"
      })
  void what_whapi_does_not_take_changes_nothing(String change) {
    var before = settings.all();
    assertThatThrownBy(() -> settings.patch(new JsonObject(change.replace('\'', '"'))))
        .isInstanceOfSatisfying(WhapiFailure.class, e -> assertThat(e.code).isEqualTo(400));
    assertThat(settings.all()).isEqualTo(before);
  }

  @Test
  void what_is_not_named_stays_as_it_was() {
    settings.patch(new JsonObject().put("callback_backoff_delay_ms", 5000));
    settings.patch(new JsonObject("{\"media\": {\"auto_download\": [\"document\"]}}"));
    assertThat(settings.backoffMillis()).isEqualTo(5000);
    assertThat(settings.downloads("document")).isTrue();
    assertThat(settings.downloads("image")).isFalse();
  }
}
