package recruitflow.platform.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Sets how much our own code logs. */
public final class LogLevel {

  private LogLevel() {}

  public static void apply(String level) {
    ((Logger) LoggerFactory.getLogger("recruitflow")).setLevel(Level.toLevel(level, Level.INFO));
  }
}
