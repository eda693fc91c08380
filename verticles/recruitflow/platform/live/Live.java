package recruitflow.platform.live;

import java.util.List;
import recruitflow.platform.bell.Signal;
import recruitflow.platform.database.Sql;

/**
 * Tells every open browser that something changed: a kind and an id, sent after the commit to every
 * node, not stored. After a reconnect a browser fetches what it shows.
 */
public final class Live {

  private Live() {}

  /** Part of the caller's transaction: nothing is told of what is rolled back. */
  public static void publish(Sql sql, String kind, long id) {
    publish(sql, kind, String.valueOf(id));
  }

  /** The same for things known by a name. */
  public static void publish(Sql sql, String kind, String id) {
    sql.tell(List.of(new Signal.Change(kind, id)));
  }

  /** The same for many things at once. */
  public static void publishAll(Sql sql, String kind, List<Long> ids) {
    sql.tell(ids.stream().map(id -> new Signal.Change(kind, String.valueOf(id))).toList());
  }
}
