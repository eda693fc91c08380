package recruitflow.desk.applications;

import recruitflow.desk.applications.ReplyOperations.MarkRead;
import recruitflow.desk.applications.ReplyOperations.Unread;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.Nothing;

/** Which replies are read. */
public final class ReplyDesk {
  private final House house;

  public ReplyDesk(House house) {
    this.house = house;
  }

  Unread unreadCount(Caller caller, Nothing asked) {
    return unread(house.db().sql());
  }

  Unread markRead(Caller caller, MarkRead asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              int found =
                  sql.execute(
                      "update candidate_replies set is_read = $2 where id = $1",
                      asked.id(),
                      asked.isRead());
              if (found == 0) {
                throw Failure.notFound("reply");
              }
              Live.publish(sql, "reply", asked.id());
              return unread(sql);
            });
  }

  private static Unread unread(Sql sql) {
    return sql.one(
        "select count(*) as n from candidate_replies where not is_read",
        row -> new Unread(row.getLong("n")));
  }
}
