package recruitflow.desk.positions;

import java.util.Map;
import recruitflow.desk.positions.PositionOperations.CreatePosition;
import recruitflow.desk.positions.PositionOperations.ListPositions;
import recruitflow.desk.positions.PositionOperations.Position;
import recruitflow.desk.positions.PositionOperations.PositionList;
import recruitflow.desk.positions.PositionOperations.UpdatePosition;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Like;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Page;

/** Positions: listing, reading, saving, deleting. */
public final class PositionDesk {
  private final House house;
  private final PositionStore store = new PositionStore();

  public PositionDesk(House house) {
    this.house = house;
  }

  PositionList list(Caller caller, ListPositions asked) {
    var page = Page.of(asked.page(), asked.pageSize());
    var search =
        new PositionStore.Search(
            asked.status() == null ? null : asked.status().text(), Like.contains(asked.q()));
    var sql = house.db().sql();
    var items = store.list(sql, search, page.size(), page.offset());
    var total = store.count(sql, search);
    return new PositionList(items, total, page.next(total));
  }

  Position get(Caller caller, ById asked) {
    return found(house.db().sql(), asked.id());
  }

  Position create(Caller caller, CreatePosition asked) {
    var fields = checked(asked.fields());
    return house
        .db()
        .inTransaction(
            sql -> {
              var id = store.insert(sql, fields, house.clock().now());
              Live.publish(sql, "position", id);
              return found(sql, id);
            });
  }

  Position update(Caller caller, UpdatePosition asked) {
    var fields = checked(asked.fields());
    return house
        .db()
        .inTransaction(
            sql -> {
              var before = found(sql, asked.id());
              if (!store.update(sql, asked.id(), asked.version(), fields, house.clock().now())) {
                throw Failure.conflict(
                    "Somebody else changed this position.", Json.of(found(sql, asked.id())));
              }
              Live.publish(sql, "position", asked.id());
              if (before.status() != fields.status()) {
                house.tasks().runJobSoon(sql, "process_call_queue");
              }
              return found(sql, asked.id());
            });
  }

  Nothing delete(Caller caller, ById asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              found(sql, asked.id());
              if (!store.delete(sql, asked.id())) {
                throw Failure.conflict(
                    "The position has applications or imports and cannot be deleted; close it"
                        + " instead.");
              }
              Live.publish(sql, "position", asked.id());
              return new Nothing();
            });
  }

  private static PositionFields checked(PositionFields fields) {
    Map<String, String> wrong = fields.violations();
    if (!wrong.isEmpty()) {
      throw Failure.invalid(wrong);
    }
    return fields;
  }

  private Position found(Sql sql, long id) {
    return store.find(sql, id).orElseThrow(() -> Failure.notFound("position"));
  }
}
