package recruitflow.domain.screening.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conversation as it was spoken. */
public record Transcript(List<Turn> turns) {
  /** Nothing was said. */
  public static final Transcript EMPTY = new Transcript(List.of());

  public Transcript {
    turns = List.copyOf(turns);
  }

  /**
   * Reads the provider's list of turns: {@code role} with the text under {@code message}, {@code
   * content} or {@code text}. What is not a spoken turn (tool calls, unknown roles) is left out;
   * never throws.
   */
  public static Transcript read(JsonNode list) {
    if (list == null || !list.isArray()) return EMPTY;
    var turns = new ArrayList<Turn>();
    for (var entry : list) {
      var text = textOf(entry);
      role(entry)
          .filter(_ -> !text.isEmpty())
          .ifPresent(role -> turns.add(new Turn(turns.size(), role, text, seconds(entry))));
    }
    return new Transcript(turns);
  }

  /** Whether the candidate said anything. */
  public boolean userSpoke() {
    return turns.stream().anyMatch(turn -> turn.role() == Turn.Role.USER);
  }

  /**
   * {@code Agent: …} and {@code User: …}, a blank line between. A line break inside a turn becomes
   * a space, so that nobody can speak a turn of the other side.
   */
  public String asText() {
    return turns.stream()
        .map(turn -> turn.role().label() + ": " + turn.text().replaceAll("\\s*\\R\\s*", " "))
        .collect(Collectors.joining("\n\n"));
  }

  private static Optional<Turn.Role> role(JsonNode entry) {
    return switch (entry.path("role").asText("").strip().toLowerCase(Locale.ROOT)) {
      case "agent" -> Optional.of(Turn.Role.AGENT);
      case "user" -> Optional.of(Turn.Role.USER);
      default -> Optional.empty();
    };
  }

  private static String textOf(JsonNode entry) {
    return Stream.of("message", "content", "text")
        .map(entry::path)
        .filter(JsonNode::isTextual)
        .map(value -> Text.clean(value.textValue()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Integer seconds(JsonNode entry) {
    var at = entry.path("time_in_call_secs");
    return at.isNumber() ? Integer.valueOf(Math.max(0, at.intValue())) : null;
  }
}
