package recruitflow.domain.screening.evaluations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.calls.Turn;

/**
 * Finds a model's quotation in what the candidate said; what the agent said proves nothing. Case,
 * white space, kinds of quotation mark and the spelling of diacritics do not matter; words do.
 */
final class Quotes {

  /** The words as they stand in the transcript, and the turn they stand in. */
  record Found(String words, int turnIndex) {}

  private record Said(int index, Folded words) {}

  private final List<Said> turns;

  Quotes(List<Turn> spoken) {
    this.turns =
        spoken.stream()
            .filter(turn -> turn.role() == Turn.Role.USER)
            .map(turn -> new Said(turn.index(), Folded.of(turn.text())))
            .toList();
  }

  /** Looks in the turn that was named, then in the candidate's other turns. */
  Optional<Found> find(String quote, Integer named) {
    var words = Folded.of(withoutLabel(quote)).trimmed();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return turns.stream()
        .sorted(Comparator.comparing(turn -> named == null || turn.index() != named))
        .flatMap(turn -> turn.words().find(words).map(w -> new Found(w, turn.index())).stream())
        .findFirst();
  }

  private static String withoutLabel(String quote) {
    return quote.replaceFirst("(?i)^\\s*(\\[?\\d+]?\\s*)?(user|candidate)\\s*:", "");
  }
}
