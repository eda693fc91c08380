package recruitflow.screening.cvs;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import recruitflow.desk.applications.Applications;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.CvSource;
import recruitflow.domain.screening.cvs.FileName;
import recruitflow.domain.screening.inbound.Channel;
import recruitflow.platform.Clock;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.files.FileStore.Stored;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.screening.cvs.CvOperations.Assigned;

/** A recruiter says whose an unmatched item is: from then on it is a CV like any other. */
final class AssignUnmatched {
  private static final String LOCK =
      """
      select i.*, f.size from unmatched_inbound i left join stored_files f on f.hash = i.file_path
      where i.id = $1 for update of i
      """;

  private static final String RESOLVE =
      """
      update unmatched_inbound
      set resolved = true, resolved_by_application_id = $2, resolved_at = $3 where id = $1
      """;

  private final Db db;
  private final Clock clock;
  private final FileCv fileCv;
  private final CvStore store = new CvStore();

  AssignUnmatched(Db db, Clock clock, FileCv fileCv) {
    this.db = db;
    this.clock = clock;
    this.fileCv = fileCv;
  }

  private record Item(
      Channel channel,
      String key,
      Instant receivedAt,
      Long resolvedBy,
      Optional<IncomingFile> file) {
    static Item of(Row row) {
      return new Item(
          Channel.valueOf(row.getString("channel").toUpperCase(java.util.Locale.ROOT)),
          row.getString("inbound_key"),
          Db.instant(row, "received_at"),
          row.getLong("resolved_by_application_id"),
          Optional.ofNullable(row.getString("file_path")).map(hash -> file(row, hash)));
    }

    private static IncomingFile file(Row row, String hash) {
      return new IncomingFile(
          new FileName(row.getString("attachment_name")),
          row.getString("content_type"),
          Optional.of(new Stored(hash, row.getLong("size"))),
          false,
          "");
    }
  }

  Assigned run(Caller caller, CvOperations.AssignUnmatched input) {
    return db.inTransaction(sql -> assign(sql, caller, input.id(), input.applicationId()));
  }

  private Assigned assign(Sql sql, Caller caller, long id, long applicationId) {
    var item = sql.first(LOCK, Item::of, id).orElseThrow(() -> Failure.notFound("unmatched item"));
    if (item.resolvedBy() != null) {
      throw Failure.conflict("It was assigned to " + Reference.of(item.resolvedBy()) + " already.");
    }
    var owner =
        store.application(sql, applicationId).orElseThrow(() -> Failure.notFound("application"));
    var cvId = item.file().flatMap(file -> file(sql, caller, item, file, owner));
    sql.execute(RESOLVE, id, applicationId, Db.time(clock.now()));
    Live.publish(sql, "cv", id);
    var status = Applications.lock(sql, applicationId).map(ApplicationStatus::text).orElseThrow();
    return new Assigned(id, applicationId, cvId.orElse(null), status);
  }

  private Optional<Long> file(
      Sql sql, Caller caller, Item item, IncomingFile file, CvMatch.Person owner) {
    var match = CvMatch.byHand(owner.candidateId(), owner.applications().getFirst());
    var source = CvSource.of(item.channel());
    var origin = new FileCv.Origin(source, item.key(), item.receivedAt(), caller.userId());
    return fileCv.file(sql, match, file, origin).stream().findFirst();
  }
}
