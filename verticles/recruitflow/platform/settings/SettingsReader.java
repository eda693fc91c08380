package recruitflow.platform.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads {@code config/application.yaml}, lets the environment win, and reports every mistake at
 * once.
 */
public final class SettingsReader {

  /** Says all that is wrong with the configuration, one line a key. */
  public static final class BadSettings extends RuntimeException {
    BadSettings(List<String> mistakes) {
      super("The configuration has mistakes:\n  " + String.join("\n  ", mistakes));
    }
  }

  private final Map<String, String> values;
  private final List<String> mistakes = new ArrayList<>();

  private SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param environment usually {@code System.getenv()}; unknown names are ignored
   * @throws BadSettings with all mistakes together
   */
  public static Settings read(Map<String, String> environment) {
    var values = new LinkedHashMap<>(manual());
    values.replaceAll((key, value) -> environment.getOrDefault(key, value));
    var reader = new SettingsReader(values);
    var settings = reader.settings();
    if (!reader.mistakes.isEmpty()) throw new BadSettings(reader.mistakes);
    return settings;
  }

  private static Map<String, String> manual() {
    try {
      var beside = Path.of("config", "application.yaml");
      var yaml = new YAMLMapper();
      var type = new TypeReference<Map<String, String>>() {};
      if (Files.exists(beside)) return yaml.readValue(beside.toFile(), type);
      try (var inside = SettingsReader.class.getResourceAsStream("/config/application.yaml")) {
        return yaml.readValue(inside, type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("config/application.yaml cannot be read", e);
    }
  }

  private Settings settings() {
    var voice = voice();
    var whapi =
        new Settings.Whapi(
            text("WHAPI_API_URL"),
            secret("WHAPI_TOKEN"),
            secret("WHAPI_WEBHOOK_SECRET"),
            number("WHAPI_MAX_PER_MINUTE", 1, 6000));
    var gmail = gmail();
    var models = models();
    var live =
        voice.configured() || whapi.configured() || gmail.configured() || models.configured();
    return new Settings(
        new Settings.Http(
            number("PORT", 0, 65535),
            text("HOST"),
            list("ALLOWED_HOSTS"),
            list("CSRF_TRUSTED_ORIGINS")),
        security(live),
        new Settings.Database(
            secret("DATABASE_URL"),
            number("DATABASE_POOL_SIZE", 4, 200),
            seconds("DATABASE_STATEMENT_TIMEOUT_SECONDS", 1, 600)),
        Path.of(text("RECRUITFLOW_DATA_DIR")),
        Path.of(text("MEDIA_ROOT")),
        zone(),
        text("DEFAULT_PHONE_REGION"),
        text("LOG_LEVEL"),
        work(),
        voice,
        whapi,
        gmail,
        models,
        number("CV_OVERDUE_CLOSE_DAYS", 1, 365),
        new Settings.Sandbox(!live, number("SANDBOX_PORT", 0, 65535), speed()));
  }

  private Settings.Security security(boolean live) {
    var debug = flag("DEBUG");
    var secret = secret("SECRET_KEY");
    var shared = !secret("DATABASE_URL").isEmpty();
    if (secret.isEmpty() && shared && live && !debug)
      mistakes.add("SECRET_KEY: needed with DATABASE_URL, at least 32 characters");
    if (!secret.isEmpty() && secret.value().length() < 32)
      mistakes.add("SECRET_KEY: at least 32 characters");
    if (live && !debug) webhookSecrets();
    var cookie = text("SESSION_COOKIE_SECURE");
    return new Settings.Security(
        debug,
        secret,
        Duration.ofMinutes(number("ACCESS_TOKEN_MINUTES", 1, 1440)),
        Duration.ofDays(number("REFRESH_TOKEN_DAYS", 1, 365)),
        cookie.isEmpty() ? live && !debug : Boolean.parseBoolean(cookie),
        flag("SECURE_SSL_REDIRECT"),
        hsts(),
        new Settings.FirstAdmin(text("ADMIN_EMAIL"), secret("ADMIN_PASSWORD")));
  }

  /** A live provider whose webhooks anybody could forge must not start. */
  private void webhookSecrets() {
    if (!text("ELEVENLABS_API_KEY").isEmpty() && text("ELEVENLABS_WEBHOOK_SECRET").isEmpty())
      mistakes.add("ELEVENLABS_WEBHOOK_SECRET: needed with ELEVENLABS_API_KEY");
    if (!text("WHAPI_TOKEN").isEmpty() && text("WHAPI_WEBHOOK_SECRET").isEmpty())
      mistakes.add("WHAPI_WEBHOOK_SECRET: needed with WHAPI_TOKEN");
  }

  private String hsts() {
    var seconds = number("SECURE_HSTS_SECONDS", 0, Integer.MAX_VALUE);
    if (seconds == 0) return "";
    return "max-age="
        + seconds
        + (flag("SECURE_HSTS_INCLUDE_SUBDOMAINS") ? "; includeSubDomains" : "")
        + (flag("SECURE_HSTS_PRELOAD") ? "; preload" : "");
  }

  private Settings.Work work() {
    return new Settings.Work(
        seconds("TASK_LEASE_SECONDS", 1, 3600),
        Duration.ofMillis(decimalMillis("TASK_HEARTBEAT_SECONDS")),
        Duration.ofMillis(number("TASK_POLL_MILLIS", 10, 60_000)),
        Duration.ofDays(number("TASK_KEEP_DAYS", 1, 3650)));
  }

  private Settings.Voice voice() {
    return new Settings.Voice(
        text("ELEVENLABS_API_URL"),
        secret("ELEVENLABS_API_KEY"),
        text("ELEVENLABS_AGENT_ID"),
        text("ELEVENLABS_PHONE_NUMBER_ID"),
        list("ELEVENLABS_WEBHOOK_SECRET").stream().map(Secret::new).toList(),
        number("ELEVENLABS_MAX_IN_FLIGHT", 1, 1000),
        Duration.ofMinutes(number("STUCK_CALL_MINUTES", 1, 1440)));
  }

  private Settings.Gmail gmail() {
    return new Settings.Gmail(
        text("GMAIL_API_URL"),
        text("GOOGLE_TOKEN_URL"),
        text("GOOGLE_CLIENT_ID"),
        secret("GOOGLE_CLIENT_SECRET"),
        secret("GOOGLE_REFRESH_TOKEN"),
        text("GMAIL_INBOX_LABEL"),
        text("GMAIL_PROCESSED_LABEL"),
        flag("GMAIL_POLL_ENABLED"),
        Duration.ofMinutes(number("GMAIL_POLL_MINUTES", 1, 1440)),
        number("GMAIL_MAX_PER_MINUTE", 1, 6000));
  }

  private Settings.Models models() {
    return new Settings.Models(
        text("ANTHROPIC_API_URL"),
        secret("ANTHROPIC_API_KEY"),
        text("ANTHROPIC_MODEL"),
        text("ANTHROPIC_FAST_MODEL"),
        number("ANTHROPIC_MAX_TOKENS", 256, 200_000),
        prices());
  }

  private Map<String, Settings.Price> prices() {
    var prices = new LinkedHashMap<String, Settings.Price>();
    for (var entry : list("ANTHROPIC_PRICES_MICROS_PER_MTOK")) {
      var parts = entry.split("[=/]");
      try {
        prices.put(
            parts[0], new Settings.Price(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        mistakes.add("ANTHROPIC_PRICES_MICROS_PER_MTOK: model=input/output expected: " + entry);
      }
    }
    return Map.copyOf(prices);
  }

  private ZoneId zone() {
    return parse(
        "TIME_ZONE", ZoneId::of, ZoneId.of("Europe/Bucharest"), "a zone such as Europe/Prague");
  }

  private double speed() {
    var speed = parse("SANDBOX_SPEED", Double::parseDouble, 1.0, "a number");
    if (speed < 1 || speed > 100_000) mistakes.add("SANDBOX_SPEED: between 1 and 100000");
    return speed;
  }

  private long decimalMillis(String key) {
    return Math.round(parse(key, Double::parseDouble, 15.0, "seconds") * 1000);
  }

  private Duration seconds(String key, int low, int high) {
    return Duration.ofSeconds(number(key, low, high));
  }

  private int number(String key, int low, int high) {
    int value = parse(key, Integer::parseInt, low, "a whole number");
    if (value < low || value > high) mistakes.add(key + ": between " + low + " and " + high);
    return value;
  }

  private <T> T parse(String key, Function<String, T> parser, T instead, String expected) {
    try {
      return parser.apply(text(key));
    } catch (IllegalArgumentException | DateTimeException e) {
      mistakes.add(key + ": " + expected + " expected, not \"" + text(key) + "\"");
      return instead;
    }
  }

  private boolean flag(String key) {
    var value = text(key).toLowerCase();
    if (!List.of("true", "false", "").contains(value))
      mistakes.add(key + ": true or false expected");
    return value.equals("true");
  }

  private Secret secret(String key) {
    return new Secret(text(key));
  }

  private List<String> list(String key) {
    return Arrays.stream(text(key).split(","))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  private String text(String key) {
    var value = values.get(key);
    return value == null ? "" : value.strip();
  }
}
