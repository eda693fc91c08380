package recruitflow.desk.applications.byhand;

import recruitflow.platform.database.Sql;

/** Applications that were set by hand and are left alone until somebody acts. */
public final class Resting {
  private Resting() {}

  /** Whether it rests. */
  public static boolean isResting(Sql sql, long applicationId) {
    return sql.one(
        "select resting from applications where id = $1",
        row -> row.getBoolean("resting"),
        applicationId);
  }

  /** Somebody acts on it without changing the status. */
  public static void wake(Sql sql, long applicationId) {
    sql.execute(
        "update applications set resting = false, attention = null where id = $1 and resting",
        applicationId);
  }
}
