package recruitflow.screening.cvs;

import java.time.Instant;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.screening.cvs.CvOperations.UnmatchedItem;
import recruitflow.screening.cvs.UnmatchedStore.Item;

/** A recruiter says that an item is no CV: the reminders that waited for him go on. */
final class DismissUnmatched {
  private static final String RESOLVE =
      """
      update unmatched_inbound set resolved = $2, resolution = case when $2 then 'dismissed' end,
        resolved_at = $3 where id = $1
      """;

  private final House house;
  private final CvLists lists;
  private final UnmatchedStore items = new UnmatchedStore();

  DismissUnmatched(House house, CvLists lists) {
    this.house = house;
    this.lists = lists;
  }

  UnmatchedItem run(Caller caller, ById input) {
    return change(input.id(), true);
  }

  /** The same taken back. */
  UnmatchedItem reopen(Caller caller, ById input) {
    return change(input.id(), false);
  }

  private UnmatchedItem change(long id, boolean dismissed) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var item = items.lock(sql, id).orElseThrow(() -> Failure.notFound("unmatched item"));
              if (item.resolvedBy() != null) {
                throw Failure.conflict("It was filed as a CV already.");
              }
              write(sql, item, dismissed);
              return lists.item(sql, id);
            });
  }

  private void write(Sql sql, Item item, boolean dismissed) {
    Instant now = house.clock().now();
    sql.execute(RESOLVE, item.id(), dismissed, dismissed ? Db.time(now) : null);
    Live.publish(sql, "cv", item.id());
    if (item.applicationId() != null) ApplicationWriter.touch(sql, item.applicationId(), now);
  }
}
