package recruitflow.screening.calls.settling;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import recruitflow.platform.House;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.tasks.Each;
import recruitflow.platform.tasks.Job;
import recruitflow.platform.tasks.TaskRun;
import recruitflow.screening.calls.BatchStore;
import recruitflow.screening.calls.CallBatch;
import recruitflow.screening.calls.CallStore;
import recruitflow.screening.calls.OpenCalls;
import recruitflow.screening.calls.placing.Placement;

/** Asks about calls whose end nobody told us, and takes up what nobody is at work on. */
public final class SyncStuckCalls {
  public static final Job JOB =
      Job.named("sync_stuck_calls")
          .every(Duration.ofMinutes(10))
          .says("Asks the voice provider about calls that should have ended long ago.");

  private static final int ORPHANS_LAST = 90;

  private final House house;
  private final Duration stuckAfter;
  private final CallStore calls;
  private final BatchStore batches;
  private final OpenCalls open;
  private final Placement placement;
  private final Supplier<CheckCall> checks;

  public SyncStuckCalls(
      House house,
      Duration stuckAfter,
      CallStore calls,
      BatchStore batches,
      OpenCalls open,
      Placement placement,
      Supplier<CheckCall> checks) {
    this.house = house;
    this.stuckAfter = stuckAfter;
    this.calls = calls;
    this.batches = batches;
    this.open = open;
    this.placement = placement;
    this.checks = checks;
  }

  public Map<String, Integer> run(TaskRun run) {
    var counts = new TreeMap<String, Integer>();
    if (!house.settings().has(Provider.ELEVENLABS)) return Map.of("notConfigured", 1);
    takeUpOrphans(run, counts);
    var since = house.clock().now().minus(stuckAfter);
    var check = checks.get();
    Each.run(
        calls.waitingSince(house.db().sql(), since),
        counts,
        call -> "call " + call.id(),
        call -> check.run(run, call));
    return counts;
  }

  /** Their tasks died with their workers. */
  private void takeUpOrphans(TaskRun run, Map<String, Integer> counts) {
    Each.run(
        batches.orphans(house.db().sql()),
        counts,
        batch -> "batch " + batch.id(),
        batch ->
            run.inTransaction(
                sql -> {
                  if (batch.state() == CallBatch.State.UNKNOWN) placement.settle(sql, batch.id());
                  else open.place(sql, batch.id(), ORPHANS_LAST);
                  return "takenUp";
                }));
  }
}
