package recruitflow.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogsTest {

  @Test
  void a_line_for_a_machine_is_one_object_with_the_ids_beside_the_words() {
    var context = new LoggerContext();
    Logger logger = context.getLogger("recruitflow.screening");
    var event =
        new LoggingEvent(
            "here",
            logger,
            Level.INFO,
            "{} read",
            new IllegalStateException("two\nlines"),
            new Object[] {"mail"});
    event.addKeyValuePair(new KeyValuePair("event", 42));
    var line = new String(Logs.json(context).encode(event), StandardCharsets.UTF_8);
    assertThat(line.strip()).doesNotContain("\n");
    var json = new JsonObject(line);
    assertThat(json.getString("formattedMessage")).isEqualTo("mail read");
    assertThat(json.getString("level")).isEqualTo("INFO");
    assertThat(json.getJsonArray("kvpList").encode()).contains("event", "42");
    assertThat(json.getJsonObject("throwable").encode()).contains("two");
  }
}
