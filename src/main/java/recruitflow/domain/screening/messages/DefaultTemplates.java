package recruitflow.domain.screening.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.inbound.Channel;

/** The texts the house comes with, so that no message is skipped for lack of one. */
public final class DefaultTemplates {

  /** Where a language is wanted that we have no texts in. */
  public static final String FALLBACK = "en";

  private DefaultTemplates() {}

  /** One text with what it is for. */
  public record Default(
      MessageType type, Channel channel, String language, MessageTemplate template) {}

  /** Every default text: each type on both channels in each language. */
  public static List<Default> all() {
    var all = new ArrayList<Default>();
    for (var language : List.of("en", "ro")) {
      for (var type : MessageType.values()) {
        for (var channel : Channel.values()) {
          in(type, channel, language)
              .ifPresent(found -> all.add(new Default(type, channel, language, found)));
        }
      }
    }
    return List.copyOf(all);
  }

  /** The default text in that language, or in English; empty only for a type without template. */
  public static Optional<MessageTemplate> of(MessageType type, Channel channel, String language) {
    return in(type, channel, language).or(() -> in(type, channel, FALLBACK));
  }

  /** The default text in exactly that language. */
  public static Optional<MessageTemplate> in(MessageType type, Channel channel, String language) {
    return switch (language) {
      case "en" -> Optional.ofNullable(EnglishTexts.of(type, channel));
      case "ro" -> Optional.ofNullable(RomanianTexts.of(type, channel));
      default -> Optional.empty();
    };
  }

  /** Languages in the order in which a template is looked for. */
  public static List<String> languages(String ofPosition) {
    return Arrays.asList(ofPosition, FALLBACK).stream().distinct().toList();
  }
}
