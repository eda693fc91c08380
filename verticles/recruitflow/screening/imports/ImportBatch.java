package recruitflow.screening.imports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import recruitflow.domain.screening.leads.Delimiter;
import recruitflow.domain.screening.leads.LeadField;
import recruitflow.domain.screening.leads.encoding.FileEncoding;
import recruitflow.platform.database.Db;
import recruitflow.screening.imports.ReceiveFile.How;

/** An uploaded file and what has become of it. */
record ImportBatch(
    long id,
    long positionId,
    String positionTitle,
    String fileName,
    byte[] file,
    FileEncoding encoding,
    Delimiter delimiter,
    Map<String, LeadField> mapping,
    String state,
    Instant createdAt,
    Results results) {

  /** What was done, all 0 before the confirmation. */
  record Results(
      int candidatesCreated,
      int candidatesUpdated,
      int applicationsCreated,
      int duplicatesSkipped,
      int rowsRefused) {}

  static ImportBatch from(Row row) {
    return new ImportBatch(
        row.getLong("id"),
        row.getLong("position_id"),
        row.getString("title"),
        row.getString("file_name"),
        row.getBuffer("file").getBytes(),
        FileEncoding.find(row.getString("encoding")).orElseThrow(),
        Delimiter.find(row.getString("delimiter")).orElseThrow(),
        mapping(row.getJsonObject("mapping")),
        row.getString("state"),
        Db.instant(row, "created_at"),
        results(row));
  }

  private static Map<String, LeadField> mapping(JsonObject stored) {
    var mapping = new LinkedHashMap<String, LeadField>();
    stored.forEach(
        e -> mapping.put(e.getKey(), LeadField.find((String) e.getValue()).orElseThrow()));
    return mapping;
  }

  /** The reading that was chosen. */
  How how() {
    return new How(Optional.of(encoding), Optional.of(delimiter), mapping);
  }

  static Results results(Row row) {
    return new Results(
        row.getInteger("candidates_created"),
        row.getInteger("candidates_updated"),
        row.getInteger("applications_created"),
        row.getInteger("duplicates_skipped"),
        row.getInteger("rows_refused"));
  }

  boolean isPreviewed() {
    return state.equals("previewed");
  }

  boolean isConfirmed() {
    return state.equals("confirmed");
  }
}
