package recruitflow.domain.screening.evaluations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.calls.Turn;

/**
 * Finds a model's quotation in the transcript. Case, white space, kinds of quotation mark and the
 * spelling of diacritics do not matter; words do.
 */
final class Quotes {

  /** The words as they stand in the transcript, and the turn they stand in. */
  record Found(String words, int turnIndex) {}

  private final List<Folded> turns;
  private final List<Turn> spoken;

  Quotes(List<Turn> spoken) {
    this.spoken = List.copyOf(spoken);
    this.turns = this.spoken.stream().map(turn -> Folded.of(turn.text())).toList();
  }

  /** Looks in the turn that was named, then in the candidate's turns, then in the agent's. */
  Optional<Found> find(String quote, Integer named) {
    var words = Folded.of(withoutLabel(quote)).trimmed();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return order(named).stream()
        .flatMap(i -> turns.get(i).find(words).map(found -> at(i, found)).stream())
        .findFirst();
  }

  private Found at(int i, String words) {
    return new Found(words, spoken.get(i).index());
  }

  private List<Integer> order(Integer named) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < spoken.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> rank(spoken.get(i), named)));
    return order;
  }

  private static int rank(Turn turn, Integer named) {
    if (named != null && turn.index() == named) {
      return 0;
    }
    return turn.role() == Turn.Role.USER ? 1 : 2;
  }

  private static String withoutLabel(String quote) {
    return quote.replaceFirst("(?i)^\\s*(\\[?\\d+]?\\s*)?(agent|user|candidate)\\s*:", "");
  }
}
