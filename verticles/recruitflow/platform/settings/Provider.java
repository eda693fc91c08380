package recruitflow.platform.settings;

import java.util.List;

/** An outside service, and the settings without which it cannot be used. */
public enum Provider {
  ELEVENLABS("ELEVENLABS_API_KEY", "ELEVENLABS_AGENT_ID", "ELEVENLABS_PHONE_NUMBER_ID"),
  WHAPI("WHAPI_TOKEN"),
  GMAIL("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_REFRESH_TOKEN"),
  ANTHROPIC("ANTHROPIC_API_KEY");

  private final List<String> keys;

  Provider(String... keys) {
    this.keys = List.of(keys);
  }

  /** As it is called in settings, notices, rates and metrics. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** All of these are needed; with them it can be used. */
  public List<String> keys() {
    return keys;
  }
}
