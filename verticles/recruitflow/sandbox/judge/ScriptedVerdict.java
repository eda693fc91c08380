package recruitflow.sandbox.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.sandbox.people.Persona;

/** Recognises a persona's call by what its candidate said in it. */
final class ScriptedVerdict {
  private static final double ENOUGH = 0.6;

  private record Match(Persona.ScriptedCall call, double share) {}

  private ScriptedVerdict() {}

  /** The verdict written for this conversation, if somebody wrote it. */
  static Optional<Persona.Verdict> of(AskedConversation conversation, List<Persona> personas) {
    var said =
        conversation.candidates().map(line -> plain(line.text())).collect(Collectors.toSet());
    if (said.isEmpty()) return Optional.empty();
    return personas.stream()
        .flatMap(persona -> persona.calls().stream())
        .filter(call -> call.verdict() != null)
        .map(call -> new Match(call, share(call, said)))
        .filter(match -> match.share() >= ENOUGH)
        .max(Comparator.comparingDouble(Match::share))
        .map(match -> match.call().verdict());
  }

  /** How much of what was said is in the script, and of the script in what was said. */
  private static double share(Persona.ScriptedCall call, Set<String> said) {
    var script =
        call.turns().stream()
            .filter(turn -> turn.role().equals("user"))
            .map(turn -> plain(turn.text()))
            .collect(Collectors.toSet());
    var common = script.stream().filter(said::contains).count();
    return (double) common / Math.max(script.size(), said.size());
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
