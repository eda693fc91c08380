package recruitflow.screening.calls;

import java.time.Instant;
import recruitflow.domain.screening.calls.Overrides;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/**
 * Positions whose people are not phoned any more, because one call showed that all would fail:
 * until somebody saves the position again, or a call of it succeeds.
 */
public final class HeldPositions {
  private HeldPositions() {}

  /** The agent forbids what every call of the position needs. */
  public static void overridesForbidden(Sql sql, long positionId, String words, Instant now) {
    sql.execute(
        """
        update positions set calls_held = $2, calls_held_since = $3, calls_held_version = version
        where id = $1 and (calls_held is null or calls_held_version <> version)
        """,
        positionId,
        "%s Calls are held until the position is saved again or one succeeds. (%s)"
            .formatted(Overrides.HINT, words),
        Db.time(now));
  }

  /** Somebody of this application's position talked with the agent. */
  static void callSucceeded(Sql sql, long applicationId) {
    sql.execute(
        """
        update positions set calls_held = null
        where calls_held is not null
          and id = (select position_id from applications where id = $1)
        """,
        applicationId);
  }
}
