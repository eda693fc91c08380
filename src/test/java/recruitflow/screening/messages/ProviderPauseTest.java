package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recruitflow.platform.providers.ProviderFailure;
import recruitflow.platform.providers.ProviderHttp;

/** A 429 is meant for all of us, not only for the task that heard it. */
class ProviderPauseTest extends Messaging {

  private static final int PEOPLE = 40;

  private static int numbers = 1;

  @Test
  void nothing_is_asked_of_a_provider_by_two_nodes_before_its_pause_is_over_and_nothing_is_lost() {
    try (var other = server.startNodeBeside()) {
      desk.fault(tooMany(2));
      request(byWhatsAppOnly());
      server.until("the pause is written down", () -> pauses() == 1);
      var applications = new ArrayList<Long>();
      for (var i = 0; i < PEOPLE; i++) applications.add(byWhatsAppOnly());
      applications.forEach(Messaging::request);
      server.until("all are sent", () -> desk.acted("whapi", SEND_TEXT) == PEOPLE + 1);
    }
    var asked = desk.asked("whapi", "");
    var refused = at(asked.stream().filter(e -> e.getInteger("status") == 429).findFirst().get());
    assertThat(asked.stream().map(ProviderPauseTest::at).filter(refused::isBefore))
        .hasSizeGreaterThanOrEqualTo(PEOPLE + 1)
        .allMatch(at -> !at.isBefore(refused.plusSeconds(2)));
  }

  private static Instant at(JsonObject entry) {
    return Instant.parse(entry.getString("at"));
  }

  private static long byWhatsAppOnly() {
    var phone = "+40733%06d".formatted(numbers++);
    return desk.application(desk.candidate("Ana", phone, ""), desk.position("en"), "qualified");
  }

  private static JsonObject tooMany(int seconds) {
    return fault("whapi", "status", SEND_TEXT)
        .put("status", 429)
        .put("headers", new JsonObject().put("Retry-After", String.valueOf(seconds)))
        .put("body", "{}");
  }

  private static long pauses() {
    return server.sql().one("select count(*) as n from provider_pauses", row -> row.getLong("n"));
  }

  @Test
  void the_door_to_a_provider_is_shut_while_it_wants_a_pause() {
    server.house().rates().pauses().begin("whapi", Duration.ofMinutes(10)).await();
    var http = new ProviderHttp(server.house(), "whapi", server.house().whapi().apiUrl());
    assertThatThrownBy(
            () ->
                http.send(HttpMethod.GET, "/health", Map.of(), null, Duration.ofSeconds(5)).await())
        .isInstanceOfSatisfying(
            ProviderFailure.Paused.class, paused -> assertThat(paused.left()).isPositive());
    assertThat(desk.asked("whapi", "")).isEmpty();
  }
}
