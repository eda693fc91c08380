package recruitflow.screening.messages;

import java.time.Duration;
import recruitflow.platform.settings.SettingsReader;

/**
 * How long we wait for an answer.
 *
 * @param closeOverdueAfter business time after which an overdue application is closed
 */
public record MessageSettings(Duration closeOverdueAfter) {

  public static MessageSettings read(SettingsReader from) {
    return new MessageSettings(from.days("CV_OVERDUE_CLOSE_DAYS", 1, 365));
  }
}
