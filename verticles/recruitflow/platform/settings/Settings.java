package recruitflow.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the process was configured with, read once by {@link SettingsReader}. A provider whose keys
 * are empty is "not configured".
 */
public record Settings(
    Http http,
    Security security,
    Database database,
    Path dataDir,
    Path mediaRoot,
    ZoneId timeZone,
    String phoneRegion,
    String logLevel,
    Work work,
    Voice voice,
    Whapi whapi,
    Gmail gmail,
    Models models,
    int cvOverdueCloseDays,
    Sandbox sandbox) {

  /** Where we listen; {@code allowedHosts} empty answers every host name. */
  public record Http(
      int port, String host, List<String> allowedHosts, List<String> trustedOrigins) {}

  /** Tokens, cookies and transport; {@code admin} is made when there is no user yet. */
  public record Security(
      boolean debug,
      Secret secretKey,
      Duration accessToken,
      Duration refreshToken,
      boolean secureCookie,
      boolean sslRedirect,
      String hsts,
      FirstAdmin admin) {}

  /** The first administrator; both empty when none is to be made. */
  public record FirstAdmin(String email, Secret password) {}

  /** {@code url} empty means embedded. */
  public record Database(Secret url, int poolSize, Duration statementTimeout) {}

  /** Rhythm of background work, in real time. */
  public record Work(Duration lease, Duration heartbeat, Duration poll, Duration keep) {}

  /** The voice agent's account; {@code webhookSecrets} holds one, or two during a rotation. */
  public record Voice(
      String apiUrl,
      Secret apiKey,
      String agentId,
      String phoneNumberId,
      List<Secret> webhookSecrets,
      int maxInFlight,
      Duration stuckAfter) {
    /** True when calls can be placed. */
    public boolean configured() {
      return !apiKey.isEmpty() && !agentId.isEmpty() && !phoneNumberId.isEmpty();
    }
  }

  /** The WhatsApp channel. */
  public record Whapi(String apiUrl, Secret token, Secret webhookSecret, int maxPerMinute) {
    /** True when messages can be sent. */
    public boolean configured() {
      return !token.isEmpty();
    }
  }

  /** The screening mailbox. */
  public record Gmail(
      String apiUrl,
      String tokenUrl,
      String clientId,
      Secret clientSecret,
      Secret refreshToken,
      String inboxLabel,
      String processedLabel,
      boolean pollEnabled,
      Duration pollEvery,
      int maxPerMinute) {
    /** True when mail can be sent and read. */
    public boolean configured() {
      return !clientId.isEmpty() && !clientSecret.isEmpty() && !refreshToken.isEmpty();
    }
  }

  /** Language models; prices by model, millionths of a dollar per million tokens. */
  public record Models(
      String apiUrl,
      Secret apiKey,
      String model,
      String fastModel,
      int maxTokens,
      Map<String, Price> prices) {
    /** True when a model can be asked. */
    public boolean configured() {
      return !apiKey.isEmpty();
    }
  }

  /** Millionths of a dollar per million tokens. */
  public record Price(long input, long output) {}

  /** {@code on} when no provider has keys. */
  public record Sandbox(boolean on, int port, double speed) {
    /** How many times faster than real time the business runs. */
    public double pace() {
      return on ? speed : 1;
    }
  }

  /** The same settings with every provider pointed at the stand-ins on this loopback port. */
  public Settings pointedAtSandbox(int port) {
    return SandboxAccounts.applyTo(this, "http://127.0.0.1:" + port);
  }
}
