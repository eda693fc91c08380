package recruitflow.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform was configured with. A feature's own settings stand in its folder.
 *
 * @param providers those that can be used: configured, or played by the sandbox
 */
public record Settings(
    Http http,
    Security security,
    Database database,
    Path dataDir,
    Path mediaRoot,
    ZoneId timeZone,
    String phoneRegion,
    Logs logs,
    Work work,
    Set<Provider> providers,
    Sandbox sandbox) {

  /**
   * Where we listen.
   *
   * @param allowedHosts empty answers every host name
   * @param management null when nobody but an administrator may measure
   * @param largestBodies what all request bodies together may take, in bytes
   */
  public record Http(
      int port,
      String host,
      List<String> allowedHosts,
      List<String> trustedOrigins,
      TrustedProxies proxies,
      Management management,
      long largestBodies) {}

  /** Where measurements are answered without a login: a port that only the house reaches. */
  public record Management(int port, String host) {}

  /** Tokens, cookies and transport. */
  public record Security(
      boolean debug,
      Secret secretKey,
      Secret previousKey,
      Duration accessToken,
      Duration refreshToken,
      boolean secureCookie,
      boolean sslRedirect,
      String hsts) {}

  /** {@code url} empty means embedded. */
  public record Database(Secret url, int poolSize, Duration statementTimeout) {}

  /**
   * Rhythm of background work, in real time.
   *
   * @param scheduled false: a scheduled job runs only when somebody asks for it
   */
  public record Work(
      Duration lease, Duration heartbeat, Duration poll, Duration keep, boolean scheduled) {}

  /** {@code on} when nothing of any provider is set. */
  public record Sandbox(boolean on, int port, double speed) {
    /** How many times faster than real time the business runs. */
    public double pace() {
      return on ? speed : 1;
    }
  }

  /** Reads the platform's part; mistakes are noted with the reader. */
  public static Settings read(SettingsReader from) {
    var live = from.isLive();
    for (var provider : Provider.values()) from.requireWhole(provider);
    return new Settings(
        new Http(
            from.number("PORT", 0, 65535),
            host(from, live),
            from.list("ALLOWED_HOSTS"),
            from.list("CSRF_TRUSTED_ORIGINS"),
            TrustedProxies.read(from, "TRUSTED_PROXIES"),
            management(from),
            from.number("BODIES_IN_FLIGHT_MB", 1, 4096) * 1024L * 1024),
        security(from, live),
        new Database(
            databaseUrl(from),
            from.number("DATABASE_POOL_SIZE", 4, 200),
            from.seconds("DATABASE_STATEMENT_TIMEOUT_SECONDS", 1, 600)),
        Path.of(from.text("RECRUITFLOW_DATA_DIR")),
        Path.of(from.text("MEDIA_ROOT")),
        from.parse(
            "TIME_ZONE", ZoneId::of, ZoneId.of("Europe/Bucharest"), "a zone such as Europe/Prague"),
        from.text("DEFAULT_PHONE_REGION"),
        Logs.read(from),
        work(from),
        Arrays.stream(Provider.values())
            .filter(from::configured)
            .collect(Collectors.toUnmodifiableSet()),
        new Sandbox(
            !live,
            from.number("SANDBOX_PORT", 0, 65535),
            from.decimal("SANDBOX_SPEED", 1, 100_000)));
  }

  /** The sandbox's account is public: nobody else reaches it unless that is wanted. */
  private static String host(SettingsReader from, boolean live) {
    var host = from.text("HOST");
    if (!host.isEmpty()) return host;
    return live ? "0.0.0.0" : "127.0.0.1";
  }

  private static Management management(SettingsReader from) {
    return from.text("MANAGEMENT_PORT").isEmpty()
        ? null
        : new Management(from.number("MANAGEMENT_PORT", 0, 65535), from.text("MANAGEMENT_HOST"));
  }

  /** What is wrong with it is told without it: it holds a password. */
  private static Secret databaseUrl(SettingsReader from) {
    var url = from.secret("DATABASE_URL");
    try {
      if (!url.isEmpty()) DatabaseUrl.of(url.value());
    } catch (IllegalArgumentException e) {
      from.mistake("DATABASE_URL", e.getMessage());
    }
    return url;
  }

  private static Security security(SettingsReader from, boolean live) {
    var debug = from.flag("DEBUG");
    var secret = from.secret("SECRET_KEY");
    if (secret.isEmpty() && !from.text("DATABASE_URL").isEmpty() && live && !debug)
      from.mistake("SECRET_KEY", "needed with DATABASE_URL, at least 32 characters");
    if (!secret.isEmpty() && secret.value().length() < 32)
      from.mistake("SECRET_KEY", "at least 32 characters");
    var cookie = from.text("SESSION_COOKIE_SECURE");
    return new Security(
        debug,
        secret,
        from.secret("SECRET_KEY_PREVIOUS"),
        from.minutes("ACCESS_TOKEN_MINUTES", 1, 1440),
        from.days("REFRESH_TOKEN_DAYS", 1, 365),
        cookie.isEmpty() ? live && !debug : from.flag("SESSION_COOKIE_SECURE"),
        from.flag("SECURE_SSL_REDIRECT"),
        hsts(from));
  }

  private static String hsts(SettingsReader from) {
    var seconds = from.number("SECURE_HSTS_SECONDS", 0, Integer.MAX_VALUE);
    if (seconds == 0) return "";
    return "max-age="
        + seconds
        + (from.flag("SECURE_HSTS_INCLUDE_SUBDOMAINS") ? "; includeSubDomains" : "")
        + (from.flag("SECURE_HSTS_PRELOAD") ? "; preload" : "");
  }

  private static Work work(SettingsReader from) {
    return new Work(
        from.seconds("TASK_LEASE_SECONDS", 1, 3600),
        Duration.ofMillis(Math.round(from.decimal("TASK_HEARTBEAT_SECONDS", 0.05, 600) * 1000)),
        Duration.ofMillis(from.number("TASK_POLL_MILLIS", 10, 60_000)),
        from.days("TASK_KEEP_DAYS", 1, 3650),
        from.flag("SCHEDULED_JOBS"));
  }

  /** True when this provider can be used. */
  public boolean has(Provider provider) {
    return providers.contains(provider);
  }
}
