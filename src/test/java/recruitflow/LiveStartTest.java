package recruitflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.support.Browser;
import recruitflow.support.TestServer;

/** The start with real accounts: with each provider alone, and after the sandbox. */
class LiveStartTest {

  private static final String BOSS = "boss@example.com";
  private static final String PASSWORD = "quiet harbour 71 lanterns";
  private static final String NOBODY = "http://127.0.0.1:9";

  private static final Map<String, List<String>> ACCOUNTS =
      Map.of(
          "elevenlabs",
          List.of(
              "ELEVENLABS_API_KEY",
              "ELEVENLABS_AGENT_ID",
              "ELEVENLABS_PHONE_NUMBER_ID",
              "ELEVENLABS_WEBHOOK_SECRET"),
          "whapi",
          List.of("WHAPI_TOKEN", "WHAPI_WEBHOOK_SECRET"),
          "gmail",
          List.of("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_REFRESH_TOKEN"),
          "anthropic",
          List.of("ANTHROPIC_API_KEY"));

  @ParameterizedTest
  @ValueSource(strings = {"elevenlabs", "whapi", "gmail", "anthropic"})
  void one_provider_alone_is_enough_and_the_others_say_that_they_are_missing(String provider) {
    try (var server = TestServer.start(live(provider), s -> s)) {
      var browser = Browser.at(server);
      assertThat(browser.login(BOSS, PASSWORD).statusCode()).isEqualTo(200);
      assertThat(browser.login("recruiter@sandbox.local", "sandbox").statusCode()).isEqualTo(401);
      assertThat(browser.get("/api/about").bodyAsJsonObject().getBoolean("sandbox")).isFalse();
      assertThat(browser.get("/health/ready").statusCode()).isEqualTo(200);
      var trigger = new JsonObject().put("applicationIds", JsonArray.of(1));
      var calls = browser.post("/api/applications/trigger-calls", trigger);
      if (provider.equals("elevenlabs")) assertThat(calls.statusCode()).isEqualTo(200);
      else assertThat(calls.bodyAsJsonObject()).isEqualTo(notConfigured("elevenlabs"));
      var rerun = browser.post("/api/calls/1/evaluate", new JsonObject());
      if (provider.equals("anthropic")) assertThat(rerun.statusCode()).isEqualTo(404);
      else assertThat(rerun.bodyAsJsonObject()).isEqualTo(notConfigured("anthropic"));
    }
  }

  private static JsonObject notConfigured(String provider) {
    return new JsonObject()
        .put(
            "error",
            new JsonObject()
                .put("code", "not_configured")
                .put("message", "The provider " + provider + " is not configured.")
                .put("provider", provider));
  }

  @Test
  void the_sandboxs_account_is_closed_and_an_administrator_is_there() {
    try (var sandbox = TestServer.start()) {
      var browser = Browser.at(sandbox);
      browser.login("recruiter@sandbox.local", "sandbox");
      try (var live = sandbox.startNode(live("whapi"))) {
        var there = Browser.at(live);
        there.token = browser.token;
        assertThat(there.get("/api/auth/me").statusCode()).isEqualTo(401);
        assertThat(there.login("recruiter@sandbox.local", "sandbox").statusCode()).isEqualTo(401);
        assertThat(there.login(BOSS, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(there.get("/api/users").statusCode()).isEqualTo(200);
      }
      assertThat(browser.refresh().statusCode()).isEqualTo(401);
      assertThat(browser.get("/api/about").bodyAsJsonObject().getValue("demoLogin")).isNull();
    }
  }

  @Test
  void an_administrator_who_was_closed_comes_back_when_no_other_is_active() {
    try (var live = TestServer.start(live("whapi"), s -> s)) {
      live.sql().execute("update users set active = false, roles = '{recruiter}'");
      var again = new HashMap<>(live("whapi"));
      again.put("ADMIN_PASSWORD", "another harbour 72 lanterns");
      try (var next = live.startNode(again)) {
        var browser = Browser.at(next);
        assertThat(browser.login(BOSS, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(browser.login(BOSS, "another harbour 72 lanterns").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/users").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void half_a_provider_means_live_and_all_that_is_missing_is_told_at_once() {
    for (var keys : ACCOUNTS.values())
      for (var key : keys) {
        var reader = SettingsReader.of(Map.of(key, "x"));
        assertThat(reader.isLive()).as(key).isTrue();
      }
    var half =
        Map.of(
            "ELEVENLABS_WEBHOOK_SECRET", "x",
            "GOOGLE_CLIENT_ID", "x",
            "ADMIN_EMAIL", "boss@example.com",
            "ADMIN_PASSWORD", "x",
            "PORT", "many");
    assertThatThrownBy(() -> Server.start(null, null, SettingsReader.of(half)))
        .hasMessageContainingAll(
            "ELEVENLABS_API_KEY: needed with ELEVENLABS_WEBHOOK_SECRET",
            "ELEVENLABS_AGENT_ID",
            "ELEVENLABS_PHONE_NUMBER_ID",
            "GOOGLE_CLIENT_SECRET: needed with GOOGLE_CLIENT_ID",
            "GOOGLE_REFRESH_TOKEN",
            "ADMIN_PASSWORD: needs at least 12 characters",
            "PORT");
  }

  @Test
  void the_sandbox_listens_where_nobody_else_reaches_it_unless_told_otherwise() {
    assertThat(host(Map.of())).isEqualTo("127.0.0.1");
    assertThat(host(Map.of("HOST", "0.0.0.0"))).isEqualTo("0.0.0.0");
    assertThat(host(Map.of("ANTHROPIC_API_KEY", "x"))).isEqualTo("0.0.0.0");
    assertThat(host(Map.of("ANTHROPIC_API_KEY", "x", "HOST", "10.0.0.1"))).isEqualTo("10.0.0.1");
  }

  @Test
  void a_cookie_goes_over_plain_lines_only_when_that_is_said_in_so_many_words() {
    for (var word : new String[] {"yes", "1", "on", "no"}) {
      var reader = SettingsReader.of(Map.of("SESSION_COOKIE_SECURE", word));
      Settings.read(reader);
      assertThatThrownBy(reader::require).hasMessageContaining("SESSION_COOKIE_SECURE");
    }
  }

  private static String host(Map<String, String> environment) {
    return Settings.read(SettingsReader.of(environment)).http().host();
  }

  private static Map<String, String> live(String provider) {
    var env = new HashMap<String, String>();
    ACCOUNTS.get(provider).forEach(key -> env.put(key, "x"));
    for (var url : List.of("ELEVENLABS_API_URL", "WHAPI_API_URL", "ANTHROPIC_API_URL"))
      env.put(url, NOBODY);
    env.put("GMAIL_API_URL", NOBODY);
    env.put("GOOGLE_TOKEN_URL", NOBODY);
    env.put("ADMIN_EMAIL", BOSS);
    env.put("ADMIN_PASSWORD", PASSWORD);
    return env;
  }
}
