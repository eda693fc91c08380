package recruitflow.screening.evaluations;

import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Role;

/** What can be asked of evaluations. */
public final class EvaluationOperations {

  private EvaluationOperations() {}

  /** The call whose transcript is being judged again. */
  public record Rerun(long callId, long applicationId) {}

  /** Judges a transcript once more; the earlier evaluation is kept. */
  public static final Operation<ById, Rerun> RERUN =
      Operation.named("evaluations.rerun")
          .post("/api/calls/{id}/evaluate")
          .roles(Role.RECRUITER)
          .takes(ById.class)
          .gives(Rerun.class)
          .says("Judges the transcript of a call once more and keeps the earlier evaluation.");
}
