package recruitflow.platform.live;

import io.vertx.core.json.JsonObject;
import java.util.List;
import recruitflow.platform.database.Sql;

/**
 * Tells every open browser that something changed: a kind and an id, sent at commit to every node,
 * not stored. After a reconnect a browser fetches what it shows.
 */
public final class Live {

  private Live() {}

  /** Part of the caller's transaction: nothing is told of what is rolled back. */
  public static void publish(Sql sql, String kind, long id) {
    publish(sql, kind, String.valueOf(id));
  }

  /** The same for things known by a name. */
  public static void publish(Sql sql, String kind, String id) {
    var event = new JsonObject().put("kind", kind).put("id", id);
    sql.list("select pg_notify('live', $1)", row -> null, event.encode());
  }

  /** The same for many things at once. */
  public static void publishAll(Sql sql, String kind, List<Long> ids) {
    if (ids.isEmpty()) return;
    sql.list(
        """
        select pg_notify('live', json_build_object('kind', $1::text, 'id', id::text)::text)
        from unnest($2::bigint[]) as told (id)
        """,
        row -> null,
        kind,
        ids.toArray(Long[]::new));
  }
}
