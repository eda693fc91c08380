package recruitflow.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.TestServer;

class ForgetOldTest {

  @RegisterExtension private static final TestServer server = TestServer.start().login();

  @Test
  void what_was_kept_long_enough_goes_and_the_jobs_screen_tells_how_much() {
    old("inbound_events (provider, event_id, body, processed_at)", "'whapi', 'old' || n, 'x', at");
    old("inbound_events (provider, event_id, body)", "'whapi', 'open' || n, 'x'");
    old(
        "refresh_tokens (family, user_id, token_hash, expires_at)",
        "gen_random_uuid(), (select min(id) from users), 'old' || n, at");
    old("login_throttle (key, tries, capacity, leak, at)", "'old ' || n, 1, 8, 1, at");
    old("operation_audit (operation, outcome, at)", "'old', 'ok', at");
    old(
        "model_calls (purpose, prompt_version, provider, model, input_hash, outcome, millis,"
            + " created_at)",
        "'p', 'v', 'x', 'm', 'h', 'complete', 1, at");
    server.runJob("forget_old");
    assertThat(counts())
        .isEqualTo(
            new JsonObject()
                .put("events", 3)
                .put("logins", 3)
                .put("wrongTries", 3)
                .put("audit", 3)
                .put("modelCalls", 3));
    assertThat(count("inbound_events where octet_length(body) > 0")).isEqualTo(3);
    assertThat(count("inbound_events")).isEqualTo(6);
    assertThat(count("refresh_tokens")).isPositive();
    assertThat(server.get("/api/auth/me").statusCode()).isEqualTo(200);
  }

  private static JsonObject counts() {
    return server.get("/api/jobs").bodyAsJsonObject().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(job -> job.getString("name").equals("forget_old"))
        .findFirst()
        .orElseThrow()
        .getJsonObject("lastCounts");
  }

  private static void old(String table, String values) {
    server
        .sql()
        .execute(
            "insert into "
                + table
                + " select "
                + values
                + " from (select n, now() - interval '500 days' as at"
                + " from generate_series(1, 3) as n) as old");
  }

  private static long count(String from) {
    return server.sql().one("select count(*) as n from " + from, row -> row.getLong("n"));
  }
}
