package recruitflow.screening.cvs;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Page;
import recruitflow.screening.cvs.CvOperations.ReviewItem;
import recruitflow.screening.cvs.CvOperations.ReviewPage;
import recruitflow.screening.cvs.CvOperations.ReviewQuery;
import recruitflow.screening.cvs.CvOperations.UnmatchedItem;
import recruitflow.screening.cvs.CvOperations.UnmatchedPage;
import recruitflow.screening.cvs.CvOperations.UnmatchedQuery;

/** The lists of what a person has to look at, and the files themselves. */
final class CvLists {
  private static final String UNMATCHED =
      """
      select i.*, c.id as candidate_id, c.full_name, p.title, count(*) over () as total
      from unmatched_inbound i
        left join applications a on a.id = i.application_id
        left join candidates c on c.id = a.candidate_id
        left join positions p on p.id = a.position_id
      where case when $4::bigint is null then i.resolved = $1 else i.id = $4 end
      order by i.received_at desc, i.id desc limit $2 offset $3
      """;

  private static final String REVIEW =
      """
      select u.*, c.full_name, p.title, count(*) over () as total
      from cv_uploads u
        join candidates c on c.id = u.candidate_id
        join applications a on a.id = u.application_id
        join positions p on p.id = a.position_id
      where case when $1::bigint is null then u.needs_review else u.id = $1 end
      order by u.received_at desc, u.id desc limit $2 offset $3
      """;

  private final Db db;

  CvLists(Db db) {
    this.db = db;
  }

  /** A stored file as it is handed out. */
  record Download(String hash, String fileName, String contentType) {
    static Download of(Row row) {
      return new Download(
          row.getString("file_path"), row.getString("file_name"), row.getString("content_type"));
    }
  }

  UnmatchedPage unmatched(Caller caller, UnmatchedQuery query) {
    var page = Page.of(query.page(), query.pageSize());
    var resolved = Boolean.TRUE.equals(query.resolved());
    var rows =
        db.sql()
            .list(
                UNMATCHED,
                row -> new Counted<>(item(row), row.getLong("total")),
                resolved,
                page.size(),
                page.offset(),
                null);
    var total = rows.isEmpty() ? 0 : rows.getFirst().total();
    return new UnmatchedPage(
        rows.stream().map(Counted::item).toList(), total, rows.isEmpty() ? null : page.next(total));
  }

  /** One item, open or not. */
  UnmatchedItem item(Sql sql, long id) {
    return sql.one(UNMATCHED, CvLists::item, false, 1, 0, id);
  }

  ReviewPage review(Caller caller, ReviewQuery query) {
    var page = Page.of(query.page(), query.pageSize());
    var rows =
        db.sql()
            .list(
                REVIEW,
                row -> new Counted<>(doubt(row), row.getLong("total")),
                null,
                page.size(),
                page.offset());
    var total = rows.isEmpty() ? 0 : rows.getFirst().total();
    return new ReviewPage(
        rows.stream().map(Counted::item).toList(), total, rows.isEmpty() ? null : page.next(total));
  }

  ReviewItem confirm(Caller caller, ById cv) {
    return db.inTransaction(
        sql -> {
          sql.execute("update cv_uploads set needs_review = false where id = $1", cv.id());
          var confirmed = one(sql, cv.id()).orElseThrow(() -> Failure.notFound("CV"));
          Live.publish(sql, "cv", cv.id());
          Live.publish(sql, "application", confirmed.applicationId());
          return confirmed;
        });
  }

  private static Optional<ReviewItem> one(Sql sql, long id) {
    return sql.first(REVIEW, CvLists::doubt, id, 1, 0);
  }

  /** The file of a CV. */
  Download file(long cvId) {
    return db.sql()
        .first(
            "select file_path, file_name, content_type from cv_uploads where id = $1",
            Download::of,
            cvId)
        .orElseThrow(() -> Failure.notFound("CV"));
  }

  /** The file of an unmatched item. */
  Download unmatchedFile(long id) {
    return db.sql()
        .first(
            """
            select file_path, attachment_name as file_name, content_type
            from unmatched_inbound where id = $1 and file_path is not null
            """,
            Download::of,
            id)
        .orElseThrow(() -> Failure.notFound("file"));
  }

  private record Counted<T>(T item, long total) {}

  private static UnmatchedItem item(Row row) {
    return new UnmatchedItem(
        row.getLong("id"),
        row.getLong("application_id"),
        row.getLong("application_id") == null ? null : Reference.of(row.getLong("application_id")),
        row.getLong("candidate_id"),
        row.getString("full_name"),
        row.getString("title"),
        row.getString("doubt"),
        row.getLong("size"),
        row.getString("resolution"),
        row.getString("channel"),
        row.getString("sender"),
        row.getString("subject"),
        row.getString("body_snippet"),
        row.getString("attachment_name"),
        row.getString("content_type"),
        row.getString("file_path") != null,
        row.getString("note"),
        Db.instant(row, "received_at"),
        row.getBoolean("resolved"),
        row.getLong("resolved_by_application_id"),
        Db.instant(row, "resolved_at"));
  }

  private static ReviewItem doubt(Row row) {
    return new ReviewItem(
        row.getLong("id"),
        Db.instant(row, "received_at"),
        row.getString("file_name"),
        row.getLong("candidate_id"),
        row.getString("full_name"),
        row.getString("match_method"),
        row.getString("confidence_note"),
        row.getLong("application_id"),
        Reference.of(row.getLong("application_id")),
        row.getString("title"));
  }
}
