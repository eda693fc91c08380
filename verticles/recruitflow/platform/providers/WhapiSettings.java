package recruitflow.platform.providers;

import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/** The WhatsApp channel. */
public record WhapiSettings(String apiUrl, Secret token, int maxPerMinute) {

  public static WhapiSettings read(SettingsReader from) {
    return new WhapiSettings(
        from.text("WHAPI_API_URL"),
        from.secret("WHAPI_TOKEN"),
        from.number("WHAPI_MAX_PER_MINUTE", 1, 6000));
  }
}
