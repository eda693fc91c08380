package recruitflow.domain.screening.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The line that a WhatsApp message leaves which is neither words nor a file: its kind, and what can
 * be read of it. A contact card leaves names and numbers, a place its name and where it is.
 */
final class WordlessMessage {
  private static final int LONGEST = 500;
  private static final Pattern FIELD =
      Pattern.compile("(?im)^(?:item[0-9]+\\.)?(FN|TEL|EMAIL)(?:;[^:\\r\\n]*)?:(.*)$");

  private WordlessMessage() {}

  /** The line, such as {@code [contact] Dan, +40722000000}. */
  static String line(String type, JsonNode message) {
    var kind = type.isEmpty() ? "unknown" : type;
    var read = cut(readable(kind, message.path(kind)).replaceAll("\\s+", " ").strip());
    return read.isEmpty() ? "[" + kind + "]" : "[" + kind + "] " + read;
  }

  private static String readable(String type, JsonNode content) {
    return switch (type) {
      case "contact" -> contact(content);
      case "contact_list" -> contacts(content.path("list"));
      case "location", "live_location" -> place(content);
      case "action" -> Texts.of(content.path("emoji"));
      default ->
          first(content, "body", "title", "name", "caption", "text")
              .or(() -> first(content.path("body"), "text"))
              .orElse("");
    };
  }

  private static String contacts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .limit(20)
        .map(WordlessMessage::contact)
        .collect(Collectors.joining("; "));
  }

  private static String contact(JsonNode content) {
    var card = FIELD.matcher(cut(Texts.of(content.path("vcard")))).results().toList();
    var fields = card.stream().map(field -> field.group(2).strip()).filter(s -> !s.isEmpty());
    return Stream.concat(Stream.of(Texts.of(content.path("name"))), fields)
        .filter(part -> !part.isBlank())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String place(JsonNode content) {
    var where =
        Stream.of("latitude", "longitude")
            .map(name -> Texts.of(content.path(name)))
            .filter(number -> !number.isEmpty())
            .collect(Collectors.joining(", "));
    return Stream.of("name", "address", "caption", "url")
        .map(name -> Texts.of(content.path(name)))
        .filter(part -> !part.isBlank())
        .collect(Collectors.collectingAndThen(Collectors.toList(), parts -> joined(parts, where)));
  }

  private static String joined(List<String> parts, String where) {
    var named = String.join(", ", parts);
    return where.isEmpty() || named.isEmpty() ? named + where : named + " (" + where + ")";
  }

  private static Optional<String> first(JsonNode content, String... names) {
    return Stream.of(names)
        .map(name -> Texts.of(content.path(name)))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) return text;
    var end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
