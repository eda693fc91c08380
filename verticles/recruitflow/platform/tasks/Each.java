package recruitflow.platform.tasks;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of a scheduled job, one by one: what fails with one of them stops no other. */
public final class Each {
  private static final Logger log = LoggerFactory.getLogger(Each.class);

  private Each() {}

  /**
   * Works on each record and counts what came of it.
   *
   * @param counts what the job answers; a failure is counted as {@code failed}
   * @param what names a record in the log, such as {@code application 7}
   * @param work answers under which name the record is counted
   * @throws LeaseLost when the job is not ours any more: the rest is another worker's
   */
  public static <T> void run(
      Collection<T> records,
      Map<String, Integer> counts,
      Function<T, String> what,
      Function<T, String> work) {
    for (var record : records) {
      try {
        counts.merge(work.apply(record), 1, Integer::sum);
      } catch (LeaseLost e) {
        throw e;
      } catch (RuntimeException e) {
        log.warn("{}: passed over in this run", what.apply(record), e);
        counts.merge("failed", 1, Integer::sum);
      }
    }
  }
}
