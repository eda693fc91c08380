package recruitflow.proofs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import recruitflow.proofs.ScreeningRun.Asked;
import recruitflow.proofs.ScreeningRun.End;
import recruitflow.support.DatabaseProxy.Cut;

/** One application's way, undisturbed and aborted at its commits, and how the ends compare. */
final class AbortAtEachCommit {

  /** How often a run is repeated in which the wanted commit did not happen. */
  private static final int TRIES = 3;

  private final End undisturbed;
  private final int commits;
  private final List<Asked> asked;
  private final List<String> different = new ArrayList<>();
  private final Map<Cut, Integer> aborted = new EnumMap<>(Map.of(Cut.BEFORE, 0, Cut.AFTER, 0));
  private int claims;
  private int notReached;
  private int answersLost;

  AbortAtEachCommit() {
    try (var run = new ScreeningRun()) {
      run.line.count();
      undisturbed = run.run();
      commits = run.line.stopCounting().size();
      asked = run.asked();
    }
  }

  End undisturbed() {
    return undisturbed;
  }

  /** How many commits the undisturbed run made. */
  int commits() {
    return commits;
  }

  /** What the undisturbed run asked of the providers. */
  List<Asked> asked() {
    return asked;
  }

  /** The runs that came to another end. */
  List<String> different() {
    return different;
  }

  /** How many runs were cut, and how many could not be. */
  String summary() {
    return "%d commits: cut before %d, after %d; %d claims cut after only; %d not reached again; %d other ends"
        .formatted(
            commits,
            aborted.get(Cut.BEFORE),
            aborted.get(Cut.AFTER),
            claims,
            notReached,
            different.size());
  }

  /** Does it again, cut off at the n-th commit; how many come before it varies a little. */
  void abort(int n, Cut side) {
    for (var i = 0; i < TRIES; i++) {
      if (once(n, side)) return;
    }
    notReached++;
  }

  private boolean once(int n, Cut side) {
    try (var run = new ScreeningRun()) {
      run.line.cutAtCommit(n, side);
      var end = run.run();
      if (!run.line.wasReached()) return false;
      if (run.line.cutPoint() == null) claims++;
      else aborted.merge(side, 1, Integer::sum);
      if (!end.equals(undisturbed)) {
        different.add("%s %d (%s): %s".formatted(side, n, run.line.cutPoint(), end));
      }
    } catch (AssertionError e) {
      different.add("%s %d: %s".formatted(side, n, e.getMessage()));
    }
    return true;
  }

  /** In how many runs an answer was lost; what is remembered since the start is not asked again. */
  int answersLost() {
    return answersLost;
  }

  /** Does it again, and one answer of a provider never arrives. */
  void loseAnswer(Asked question) {
    try (var run = new ScreeningRun()) {
      run.loseAnswer(question);
      var end = run.run();
      if (run.hasLostAnswer()) answersLost++;
      if (!end.equals(undisturbed)) different.add(question + ": " + end);
    } catch (AssertionError e) {
      different.add(question + ": " + e.getMessage());
    }
  }
}
