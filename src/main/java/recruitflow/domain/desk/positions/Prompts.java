package recruitflow.domain.desk.positions;

import java.util.List;
import java.util.stream.Stream;

/** What the voice agent and the evaluation are told; all three are needed before a call. */
public record Prompts(String systemPrompt, String firstMessage, String qualificationPrompt) {

  /** The names of the blank ones, as the form and the interface call them. */
  public List<String> missing() {
    return Stream.of(
            blank("systemPrompt", systemPrompt),
            blank("firstMessage", firstMessage),
            blank("qualificationPrompt", qualificationPrompt))
        .flatMap(name -> name)
        .toList();
  }

  private static Stream<String> blank(String name, String text) {
    return text == null || text.isBlank() ? Stream.of(name) : Stream.empty();
  }
}
