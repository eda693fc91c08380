package recruitflow.platform.providers;

import java.time.Duration;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/** The screening mailbox. */
public record GmailSettings(
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

  public static GmailSettings read(SettingsReader from) {
    return new GmailSettings(
        from.text("GMAIL_API_URL"),
        from.text("GOOGLE_TOKEN_URL"),
        from.text("GOOGLE_CLIENT_ID"),
        from.secret("GOOGLE_CLIENT_SECRET"),
        from.secret("GOOGLE_REFRESH_TOKEN"),
        from.text("GMAIL_INBOX_LABEL"),
        from.text("GMAIL_PROCESSED_LABEL"),
        from.flag("GMAIL_POLL_ENABLED"),
        from.minutes("GMAIL_POLL_MINUTES", 1, 1440),
        from.number("GMAIL_MAX_PER_MINUTE", 1, 6000));
  }
}
