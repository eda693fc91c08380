package recruitflow.screening.inbound;

import java.util.List;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/**
 * What providers prove themselves with.
 *
 * @param voiceSecrets one, or two during a rotation
 * @param openWithoutSecret deliveries are believed where no secret is set: DEBUG only
 */
public record WebhookSettings(
    List<Secret> voiceSecrets, Secret whapiSecret, boolean openWithoutSecret) {

  /** A live provider whose webhooks anybody could forge must not start. */
  public static WebhookSettings read(SettingsReader from) {
    var debug = from.flag("DEBUG");
    if (!debug) {
      needed(from, "ELEVENLABS_WEBHOOK_SECRET", "ELEVENLABS_API_KEY");
      needed(from, "WHAPI_WEBHOOK_SECRET", "WHAPI_TOKEN");
    }
    return new WebhookSettings(
        from.list("ELEVENLABS_WEBHOOK_SECRET").stream().map(Secret::new).toList(),
        from.secret("WHAPI_WEBHOOK_SECRET"),
        debug);
  }

  private static void needed(SettingsReader from, String secret, String key) {
    if (!from.text(key).isEmpty() && from.text(secret).isEmpty())
      from.mistake(secret, "needed with " + key);
  }
}
