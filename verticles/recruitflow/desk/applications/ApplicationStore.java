package recruitflow.desk.applications;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import recruitflow.desk.applications.ApplicationOperations.ApplicationRow;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Page;

/** Applications as lists show them. */
final class ApplicationStore {
  private static final String FROM =
      """
      from applications a
      join candidates c on c.id = a.candidate_id
      join positions p on p.id = a.position_id
      """;

  static final String ROWS =
      "select a.*, c.full_name, c.phone, c.email, p.title, "
          + ApplicationToCall.HELD
          + " as held "
          + FROM;

  /** Where a page ends: the next one begins with what follows. */
  record Cursor(OffsetDateTime lastActivityAt, long id) {

    static Cursor of(ApplicationRow row) {
      return new Cursor(Db.time(row.lastActivityAt()), row.id());
    }

    String text() {
      return lastActivityAt.toInstant() + "_" + id;
    }

    /** Nothing when it is not one of ours. */
    static Optional<Cursor> read(String text) {
      if (!text.matches("[0-9]{4}-[0-9:.TZ-]+_[0-9]{1,18}")) {
        return Optional.empty();
      }
      try {
        int split = text.lastIndexOf('_');
        var at = Db.time(Instant.parse(text.substring(0, split)));
        return Optional.of(new Cursor(at, Long.parseLong(text.substring(split + 1))));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }

  /** A page, and one row more that tells whether another follows. */
  List<ApplicationRow> list(Sql sql, Conditions conditions, Page page) {
    return sql.list(
        ROWS
            + conditions.where()
            + " order by a.last_activity_at desc, a.id desc limit "
            + (page.size() + 1)
            + " offset "
            + page.offset(),
        ApplicationStore::row,
        conditions.args());
  }

  long count(Sql sql, Conditions conditions) {
    return sql.one(
        "select count(*) as n " + from(conditions) + conditions.where(),
        row -> row.getLong("n"),
        conditions.args());
  }

  List<Long> ids(Sql sql, Conditions conditions, int limit) {
    return sql.list(
        "select a.id "
            + from(conditions)
            + conditions.where()
            + " order by a.last_activity_at desc, a.id desc limit "
            + limit,
        row -> row.getLong("id"),
        conditions.args());
  }

  // Counting does not need the joins unless a filter looks at the candidate.
  private static String from(Conditions conditions) {
    return conditions.where().contains("c.") ? FROM : "from applications a ";
  }

  static ApplicationRow row(Row row) {
    return new ApplicationRow(
        row.getLong("id"),
        Reference.of(row.getLong("id")),
        row.getLong("candidate_id"),
        row.getString("full_name"),
        row.getString("phone"),
        row.getString("email"),
        row.getLong("position_id"),
        row.getString("title"),
        ApplicationStatus.of(row.getString("status")),
        row.getInteger("score"),
        row.getBoolean("qualified"),
        Db.instant(row, "callback_scheduled_at"),
        Db.instant(row, "next_call_at"),
        row.getString("attention"),
        row.getString("needs_human_reason"),
        row.getBoolean("held"),
        row.getBoolean("resting"),
        Db.instant(row, "last_activity_at"),
        Db.instant(row, "status_since"));
  }
}
