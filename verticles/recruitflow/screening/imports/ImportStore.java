package recruitflow.screening.imports;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recruitflow.domain.screening.leads.LeadField;
import recruitflow.domain.screening.leads.LeadFile;
import recruitflow.domain.screening.leads.MatchedOn;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.imports.ImportOperations.ImportItem;
import recruitflow.screening.imports.ImportOperations.PossibleDuplicate;
import recruitflow.screening.imports.ImportOperations.Upload;
import recruitflow.screening.imports.ReceiveFile.How;

/** Uploads, what became of them, and the log of their rows. */
final class ImportStore {
  private static final String BATCH =
      "select b.*, p.title from import_batches b join positions p on p.id = b.position_id ";

  private static final String INSERT =
      """
      insert into import_batches
        (position_id, file_name, file, encoding, delimiter, mapping, uploaded_by, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
      """;

  private static final String LIST =
      """
      select b.id, b.position_id, p.title, b.file_name, b.state, b.created_at,
             b.candidates_created, b.candidates_updated, b.applications_created,
             b.duplicates_skipped, b.rows_refused
      from import_batches b join positions p on p.id = b.position_id
      order by b.created_at desc, b.id desc limit 100
      """;

  private static final String CONFIRMED =
      """
      update import_batches set state = 'confirmed', confirmed_at = $2, candidates_created = $3,
        candidates_updated = $4, applications_created = $5, duplicates_skipped = $6,
        rows_refused = $7
      where id = $1
      """;

  private static final String LOG_ROWS =
      """
      insert into import_rows
        (batch_id, row_number, raw, outcome, error, warning, candidate_id, application_id,
         before_image)
      select $1, r.row_number, r.raw::jsonb, r.outcome, r.error, r.warning, r.candidate_id,
             r.application_id, r.before_image::jsonb
      from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                  $8::bigint[], $9::text[])
        as r (row_number, raw, outcome, error, warning, candidate_id, application_id, before_image)
      """;

  private static final String DUPLICATES =
      """
      select f.candidate_id, c.full_name as name, f.other_candidate_id, o.full_name as other_name,
             f.matched_on
      from import_rows r
      join duplicate_flags f on f.candidate_id = r.candidate_id
      join candidates c on c.id = f.candidate_id
      join candidates o on o.id = f.other_candidate_id
      where r.batch_id = $1 and r.outcome = 'created'
      order by f.id
      """;

  long insert(Sql sql, Upload upload, LeadFile read, byte[] file, long by, Instant now) {
    return sql.one(
        INSERT,
        row -> row.getLong("id"),
        upload.positionId(),
        upload.fileName(),
        Buffer.buffer(file),
        read.encoding().text(),
        read.delimiter().text(),
        json(How.mapped(upload.mapping())),
        by,
        Db.time(now));
  }

  Optional<ImportBatch> find(Sql sql, long id) {
    return sql.first(BATCH + "where b.id = $1", ImportBatch::from, id);
  }

  /** The same, kept from everybody else until the transaction ends. */
  Optional<ImportBatch> lock(Sql sql, long id) {
    return sql.first(BATCH + "where b.id = $1 for update of b", ImportBatch::from, id);
  }

  List<ImportItem> list(Sql sql) {
    return sql.list(LIST, ImportStore::item);
  }

  void setReading(Sql sql, long id, LeadFile read, Map<String, LeadField> mapping) {
    sql.execute(
        "update import_batches set encoding = $2, delimiter = $3, mapping = $4 where id = $1",
        id,
        read.encoding().text(),
        read.delimiter().text(),
        json(mapping));
  }

  private static JsonObject json(Map<String, LeadField> mapping) {
    var json = new JsonObject();
    mapping.forEach((header, field) -> json.put(header, field.text()));
    return json;
  }

  void discard(Sql sql, long id) {
    sql.execute(
        "update import_batches set state = 'discarded', file = ''::bytea where id = $1", id);
  }

  void confirmed(Sql sql, long id, ImportBatch.Results results, Instant now) {
    sql.execute(
        CONFIRMED,
        id,
        Db.time(now),
        results.candidatesCreated(),
        results.candidatesUpdated(),
        results.applicationsCreated(),
        results.duplicatesSkipped(),
        results.rowsRefused());
  }

  void logRows(Sql sql, long id, List<ImportLog.Entry> rows) {
    sql.execute(
        LOG_ROWS,
        id,
        rows.stream().map(ImportLog.Entry::rowNumber).toArray(Integer[]::new),
        rows.stream().map(ImportLog.Entry::raw).toArray(String[]::new),
        rows.stream().map(ImportLog.Entry::outcome).toArray(String[]::new),
        rows.stream().map(ImportLog.Entry::error).toArray(String[]::new),
        rows.stream().map(ImportLog.Entry::warning).toArray(String[]::new),
        rows.stream().map(ImportLog.Entry::candidateId).toArray(Long[]::new),
        rows.stream().map(ImportLog.Entry::applicationId).toArray(Long[]::new),
        rows.stream().map(ImportLog.Entry::before).toArray(String[]::new));
  }

  /** What was done with each row, by its number. */
  Map<Integer, String> outcomes(Sql sql, long id) {
    var outcomes = new HashMap<Integer, String>();
    sql.list(
        "select row_number, outcome from import_rows where batch_id = $1",
        row -> outcomes.put(row.getInteger("row_number"), row.getString("outcome")),
        id);
    return outcomes;
  }

  List<PossibleDuplicate> duplicates(Sql sql, long id) {
    return sql.list(DUPLICATES, ImportStore::duplicate, id);
  }

  private static PossibleDuplicate duplicate(Row row) {
    return new PossibleDuplicate(
        row.getLong("candidate_id"),
        row.getString("name"),
        row.getLong("other_candidate_id"),
        row.getString("other_name"),
        MatchedOn.of(row.getString("matched_on")));
  }

  private static ImportItem item(Row row) {
    var results = ImportBatch.results(row);
    return new ImportItem(
        row.getLong("id"),
        row.getLong("position_id"),
        row.getString("title"),
        row.getString("file_name"),
        row.getString("state"),
        Db.instant(row, "created_at"),
        results.candidatesCreated(),
        results.candidatesUpdated(),
        results.applicationsCreated(),
        results.duplicatesSkipped(),
        results.rowsRefused());
  }
}
