package recruitflow.screening.inbound;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.sandbox.SandboxKeys;

/** What a provider is told while nothing can be taken. */
class WebhookOutagesTest extends Delivering {

  @Test
  void without_a_secret_nothing_is_taken_unless_in_debug_mode() {
    var live = Map.of("ELEVENLABS_API_KEY", "k", "SECRET_KEY", "s".repeat(40));
    var debug = new java.util.HashMap<>(live);
    debug.put("DEBUG", "true");
    assertThat(postTo(settings(live), TEXT.formatted(1))).isEqualTo(List.of(503, 503));
    assertThat(stored()).isZero();
    assertThat(postTo(settings(debug), TEXT.formatted(1))).isEqualTo(List.of(200, 200));
  }

  @Test
  void with_the_database_away_the_provider_is_told_to_come_again() {
    var nowhere = PgConnectOptions.fromUri("postgres://nobody:x@127.0.0.1:1/none");
    var house = server.house();
    var away = Db.open(server.vertx(), nowhere, house.settings().database());
    var cut =
        new House(
            house.vertx(),
            house.settings(),
            house.gmail(),
            house.whapi(),
            house.models(),
            away,
            house.clock(),
            house.tasks(),
            house.rates(),
            house.operations(),
            house.files(),
            house.metrics(),
            house.watched(),
            house.bodies());
    var port = serve(cut, KNOWN);
    var answer =
        server
            .client()
            .post(port, "127.0.0.1", WHAPI)
            .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
            .sendBuffer(Buffer.buffer(TEXT.formatted(1)))
            .timeout(10, SECONDS)
            .await();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isNotNull();
  }

  private static WebhookSettings settings(Map<String, String> environment) {
    return WebhookSettings.read(SettingsReader.of(environment));
  }

  private static int serve(House house, WebhookSettings settings) {
    var router = Router.router(server.vertx());
    new WebhookRoutes(house, settings).mount(router);
    var http = server.vertx().createHttpServer().requestHandler(router).listen(0).await();
    return http.actualPort();
  }

  private static List<Integer> postTo(WebhookSettings settings, String body) {
    var port = serve(server.house(), settings);
    return List.of(WHAPI, VOICE).stream()
        .map(
            path ->
                server
                    .client()
                    .post(port, "127.0.0.1", path)
                    .sendBuffer(Buffer.buffer(body))
                    .timeout(20, SECONDS)
                    .await()
                    .statusCode())
        .toList();
  }
}
