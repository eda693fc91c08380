package recruitflow.platform.tasks;

/** The task is no longer ours: its lease ended and somebody else may have it. Write nothing. */
public final class LeaseLost extends RuntimeException {
  LeaseLost(long taskId) {
    super("task " + taskId + " is no longer ours", null, false, false);
  }
}
