package recruitflow.screening.cvs;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.cvs.CvMatch;
import recruitflow.domain.screening.cvs.SubjectReference;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.cvs.files.IncomingFile;

/** CV files in the database, and whose they may be. */
public final class CvStore {
  private static final String KNOWN =
      """
      select 1 from cv_uploads where inbound_key = $1
      union all
      select 1 from unmatched_inbound where inbound_key = $1
      """;

  private static final String APPLICATIONS =
      """
      select id, candidate_id, status, created_at from applications
      where candidate_id = any ($1) order by id for update
      """;

  private static final String NAMED =
      """
      select coalesce(c.merged_into_id, c.id) as id from candidates c
      where c.id = any ($2)
         or c.id in (select candidate_id from applications where id = any ($1))
      order by 1
      """;

  private static final String OF_THREAD =
      """
      select coalesce(c.merged_into_id, c.id) as id
      from messages m join candidates c on c.id = m.candidate_id
      where m.channel = 'email' and m.thread_id = $1 order by 1
      """;

  private static final String ADD_UPLOAD =
      """
      insert into cv_uploads
        (application_id, candidate_id, file_name, file_path, content_type, size, source,
         match_method, needs_review, confidence_note, inbound_key, received_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict (application_id, inbound_key) do nothing
      returning id
      """;

  /** Whether this message and part has been filed before. */
  public boolean isFiled(Sql sql, String key) {
    return sql.first(KNOWN, row -> true, key).isPresent();
  }

  /** The candidates with all their applications, which stay locked until the transaction ends. */
  List<CvMatch.Person> people(Sql sql, Collection<Long> candidateIds) {
    var people = new TreeMap<Long, List<CvMatch.Held>>();
    candidateIds.forEach(id -> people.put(id, new ArrayList<>()));
    sql.list(
        APPLICATIONS,
        row -> people.get(row.getLong("candidate_id")).add(held(row)),
        (Object) candidateIds.toArray(Long[]::new));
    return people.entrySet().stream()
        .map(person -> new CvMatch.Person(person.getKey(), person.getValue()))
        .toList();
  }

  private static CvMatch.Held held(Row row) {
    return new CvMatch.Held(
        row.getLong("id"),
        ApplicationStatus.of(row.getString("status")),
        Db.instant(row, "created_at"));
  }

  /** One application with its candidate, locked until the transaction ends. */
  Optional<CvMatch.Person> application(Sql sql, long id) {
    return sql.first(
        "select id, candidate_id, status, created_at from applications where id = $1 for update",
        row -> new CvMatch.Person(row.getLong("candidate_id"), List.of(held(row))),
        id);
  }

  /** The CV file that an application has under this key. */
  long cvOf(Sql sql, long applicationId, String key) {
    return sql.one(
        "select id from cv_uploads where application_id = $1 and inbound_key = $2",
        row -> row.getLong("id"),
        applicationId,
        key);
  }

  /** The candidates that a subject names. */
  public List<Long> named(Sql sql, Set<SubjectReference> references) {
    var applications = new ArrayList<Long>();
    var candidates = new ArrayList<Long>();
    for (var reference : references) {
      switch (reference) {
        case SubjectReference.ToApplication(var id) -> applications.add(id);
        case SubjectReference.ToCandidate(var id) -> candidates.add(id);
      }
    }
    return ids(sql, NAMED, applications.toArray(Long[]::new), candidates.toArray(Long[]::new));
  }

  /** The candidates to whom we wrote in this mail thread. */
  public List<Long> ofThread(Sql sql, String threadId) {
    return ids(sql, OF_THREAD, threadId);
  }

  private static List<Long> ids(Sql sql, String statement, Object... args) {
    return sql.list(statement, row -> row.getLong("id"), args).stream().distinct().toList();
  }

  /** A CV file of an application. */
  record Upload(
      CvMatch.Filing filing,
      IncomingFile file,
      FileCv.Origin origin,
      String method,
      boolean needsReview,
      String note) {}

  /** Adds a CV file; nothing when the application has it already. */
  Optional<Long> add(Sql sql, Upload upload) {
    var stored = upload.file().stored().orElseThrow();
    return sql.first(
        ADD_UPLOAD,
        row -> row.getLong("id"),
        upload.filing().applicationId(),
        upload.filing().candidateId(),
        upload.file().name().shown(),
        stored.hash(),
        upload.file().contentType(),
        stored.size(),
        upload.origin().source().word(),
        upload.method(),
        upload.needsReview(),
        upload.note().isBlank() ? null : upload.note(),
        upload.origin().key(),
        Db.time(upload.origin().receivedAt()));
  }
}
