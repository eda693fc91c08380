package recruitflow.platform.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** How much our own code logs, and in which form; ids stand beside the words in either. */
public record Logs(String level, Format format) {

  /** For a reader, or one JSON object a line for a machine. */
  public enum Format {
    TEXT,
    JSON
  }

  static Logs read(SettingsReader from) {
    return new Logs(
        from.text("LOG_LEVEL"),
        from.parse(
            "LOG_FORMAT",
            text -> Format.valueOf(text.toUpperCase(Locale.ROOT)),
            Format.TEXT,
            "text or json"));
  }

  /** From here on. */
  public void apply() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("recruitflow").setLevel(Level.toLevel(level, Level.INFO));
    var console = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
    if (format == Format.JSON && console instanceof ConsoleAppender<ILoggingEvent> appender) {
      appender.setEncoder(json(context));
    }
  }

  static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithMDC(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
