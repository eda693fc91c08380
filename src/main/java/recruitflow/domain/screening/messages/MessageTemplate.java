package recruitflow.domain.screening.messages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An editable text with the placeholders {first_name}, {position_title} and {application_pk}. */
public record MessageTemplate(String subject, String body) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]{1,40})}");

  /** What the placeholders stand for in one message. */
  public record Occasion(String firstName, String positionTitle, long applicationId) {
    private Map<String, String> values() {
      return Map.of(
          "first_name", oneLine(firstName),
          "position_title", oneLine(positionTitle),
          "application_pk", Long.toString(applicationId));
    }
  }

  /**
   * The text for this occasion. Unknown placeholders stay; what a value contains is never filled
   * again; a greeting without a name loses the blank before its comma.
   */
  public MessageText fill(Occasion occasion) {
    var values = occasion.values();
    var text = new MessageText(oneLine(fill(subject, values)), fill(body, values).strip());
    return values.get("first_name").isEmpty() ? withoutGap(text) : text;
  }

  private static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  private static MessageText withoutGap(MessageText text) {
    return new MessageText(
        text.subject().replace(" ,", ","), text.body().replaceFirst("[ \\t]+([,!])", "$1"));
  }

  /** A subject is a header: a line break in it would begin another one. */
  static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
