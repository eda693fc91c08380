package recruitflow.platform.settings;

import java.util.List;
import java.util.stream.Stream;

/** An outside service, the settings without which it cannot be used, and its others. */
public enum Provider {
  ELEVENLABS(
      List.of("ELEVENLABS_API_KEY", "ELEVENLABS_AGENT_ID", "ELEVENLABS_PHONE_NUMBER_ID"),
      "ELEVENLABS_WEBHOOK_SECRET"),
  WHAPI(List.of("WHAPI_TOKEN"), "WHAPI_WEBHOOK_SECRET"),
  GMAIL(List.of("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_REFRESH_TOKEN")),
  ANTHROPIC(List.of("ANTHROPIC_API_KEY"));

  private final List<String> keys;
  private final List<String> account;

  Provider(List<String> keys, String... more) {
    this.keys = keys;
    this.account = Stream.concat(keys.stream(), Stream.of(more)).toList();
  }

  /** As it is called in settings, notices, rates and metrics. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** All of these are needed; with them it can be used. */
  public List<String> keys() {
    return keys;
  }

  /** Whoever sets any of these has an account there and means it. */
  public List<String> account() {
    return account;
  }
}
