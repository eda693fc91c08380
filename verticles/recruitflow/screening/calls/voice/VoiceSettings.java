package recruitflow.screening.calls.voice;

import java.time.Duration;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/**
 * The voice agent's account.
 *
 * @param maxInFlight recipients submitted and not yet ended, over all nodes
 * @param stuckAfter a call not heard of for so long is asked for
 */
public record VoiceSettings(
    String apiUrl,
    Secret apiKey,
    String agentId,
    String phoneNumberId,
    int maxInFlight,
    Duration stuckAfter) {

  public static VoiceSettings read(SettingsReader from) {
    return new VoiceSettings(
        from.text("ELEVENLABS_API_URL"),
        from.secret("ELEVENLABS_API_KEY"),
        from.text("ELEVENLABS_AGENT_ID"),
        from.text("ELEVENLABS_PHONE_NUMBER_ID"),
        from.number("ELEVENLABS_MAX_IN_FLIGHT", 1, 20_000),
        from.minutes("STUCK_CALL_MINUTES", 1, 1440));
  }
}
