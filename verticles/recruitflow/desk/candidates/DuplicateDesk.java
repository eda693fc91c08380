package recruitflow.desk.candidates;

import recruitflow.desk.candidates.DuplicateOperations.DuplicateList;
import recruitflow.desk.candidates.DuplicateOperations.ListDuplicates;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Page;

/** Pairs that may be one person: looking at them, and deciding that they are two. */
public final class DuplicateDesk {
  private final House house;
  private final DuplicateStore store = new DuplicateStore();

  public DuplicateDesk(House house) {
    this.house = house;
  }

  DuplicateList list(Caller caller, ListDuplicates asked) {
    var page = Page.of(asked.page(), asked.pageSize());
    var sql = house.db().sql();
    var items = store.open(sql, page);
    var total = store.countOpen(sql);
    return new DuplicateList(items, total, page.next(total));
  }

  Nothing dismiss(Caller caller, ById asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var pair =
                  store.lock(sql, asked.id()).orElseThrow(() -> Failure.notFound("open duplicate"));
              store.resolve(sql, asked.id(), "dismissed", caller.userId(), house.clock().now());
              tell(sql, pair.candidateId());
              tell(sql, pair.otherId());
              house
                  .tasks()
                  .runJobSoon(sql, "process_call_queue"); // somebody may have waited for it
              return new Nothing();
            });
  }

  /** The candidate and what he applied for look different now. */
  static void tell(Sql sql, long candidateId) {
    Live.publish(sql, "candidate", candidateId);
    Live.publishAll(
        sql,
        "application",
        sql.list(
            "select id from applications where candidate_id = $1",
            row -> row.getLong("id"),
            candidateId));
  }
}
