package recruitflow.screening.calls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Db;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Page;
import recruitflow.screening.calls.CallsOperations.CallDetail;
import recruitflow.screening.calls.CallsOperations.CallList;
import recruitflow.screening.calls.CallsOperations.CallRow;
import recruitflow.screening.calls.CallsOperations.ListCalls;

/** Reads attempts for people. */
final class CallLog {
  private static final String ROWS =
      """
      select k.*, c.full_name, a.position_id, p.title
      from calls k join applications a on a.id = k.application_id
      join candidates c on c.id = k.candidate_id join positions p on p.id = a.position_id
      """;

  private static final String FILTER =
      """
      where (cardinality($1::text[]) = 0 or k.status = any ($1))
        and ($2::timestamptz is null or k.initiated_at >= $2)
        and ($3::timestamptz is null or k.initiated_at < $3)
      """;

  private final House house;

  CallLog(House house) {
    this.house = house;
  }

  CallList list(Caller caller, ListCalls asked) {
    var sql = house.db().sql();
    var statuses = statuses(asked);
    var from = Db.time(asked.from());
    var to = Db.time(asked.to());
    var page = Page.beside(asked.after(), asked.page(), asked.pageSize());
    var size = page.size();
    var total =
        sql.one(
            "select count(*) as n from calls k " + FILTER,
            row -> row.getLong("n"),
            statuses,
            from,
            to);
    var found =
        sql.list(
            ROWS
                + FILTER
                + " and ($4::bigint is null or k.id < $4) order by k.id desc limit $5 offset $6",
            CallLog::row,
            statuses,
            from,
            to,
            after(asked),
            size + 1,
            page.offset());
    var items = found.subList(0, Math.min(size, found.size()));
    var next = found.size() > size ? String.valueOf(items.getLast().id()) : null;
    return new CallList(List.copyOf(items), total, next);
  }

  CallDetail get(Caller caller, ById asked) {
    return house
        .db()
        .sql()
        .first(ROWS + " where k.id = $1", CallLog::detail, asked.id())
        .orElseThrow(() -> Failure.notFound("call"));
  }

  private static String[] statuses(ListCalls asked) {
    return asked.status() == null
        ? new String[0]
        : asked.status().stream().map(CallStatus::word).toArray(String[]::new);
  }

  private static Long after(ListCalls asked) {
    if (asked.after() == null) return null;
    try {
      return Long.valueOf(asked.after());
    } catch (NumberFormatException e) {
      throw Failure.invalid("after", "is not a cursor of this list");
    }
  }

  private static CallDetail detail(Row row) {
    return new CallDetail(
        row(row),
        row.getString("summary"),
        row.getString("summary_title"),
        row.getString("recording_url"),
        turns(row.getJsonArray("turns")));
  }

  private static List<Turn> turns(JsonArray stored) {
    return stored == null
        ? List.of()
        : stored.stream().map(turn -> Json.read((JsonObject) turn, Turn.class)).toList();
  }

  private static CallRow row(Row row) {
    return new CallRow(
        row.getLong("id"),
        row.getLong("application_id"),
        row.getString("full_name"),
        row.getLong("position_id"),
        row.getString("title"),
        row.getInteger("attempt_number"),
        CallStatus.of(row.getString("status")),
        row.getInteger("duration_seconds"),
        Db.instant(row, "initiated_at"),
        Db.instant(row, "ended_at"),
        row.getString("eleven_labs_conversation_id"),
        row.getString("eleven_labs_batch_id"),
        row.getString("error_detail"));
  }
}
