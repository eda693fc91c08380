package recruitflow.admin.retention;

import java.time.Duration;
import recruitflow.platform.settings.SettingsReader;

/**
 * How long what is only of passing use is kept, in real days.
 *
 * @param events what providers sent, once it was dealt with
 * @param tokens logins, after their end
 * @param audit who did what
 * @param modelCalls what was asked of language models
 */
public record RetentionSettings(
    Duration events, Duration tokens, Duration audit, Duration modelCalls) {

  private static final int LONGEST = 3650;

  public static RetentionSettings read(SettingsReader from) {
    return new RetentionSettings(
        from.days("EVENT_KEEP_DAYS", 1, LONGEST),
        from.days("TOKEN_KEEP_DAYS", 1, LONGEST),
        from.days("AUDIT_KEEP_DAYS", 1, LONGEST),
        from.days("MODEL_CALL_KEEP_DAYS", 1, LONGEST));
  }
}
