package recruitflow.screening.imports;

import java.util.List;
import java.util.function.Consumer;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;

/**
 * Tells every open browser how far an import is, while its transaction still runs: the live event
 * {@code import_progress} has the id {@code <import>/<percent>}.
 */
final class Progress {
  static final String KIND = "import_progress";
  private static final int AT_ONCE = 1_000;

  private final Sql outside;
  private final long importId;
  private final int steps;
  private int done;

  /**
   * @param outside of the transaction, or nothing were told before its end
   * @param rows how many rows all stages together write
   */
  Progress(Sql outside, long importId, int rows) {
    this.outside = outside;
    this.importId = importId;
    this.steps = Math.max(1, rows);
  }

  /** Does the work for these rows, some at a time, and tells after each time. */
  <T> void each(List<T> rows, Consumer<List<T>> work) {
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      var chunk = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      work.accept(chunk);
      done += chunk.size();
      Live.publish(outside, KIND, importId + "/" + Math.min(99, 100L * done / steps));
    }
  }
}
