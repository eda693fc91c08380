package recruitflow.screening.imports;

import io.vertx.core.json.JsonArray;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import recruitflow.domain.screening.leads.Delimiter;
import recruitflow.domain.screening.leads.ImportPlan;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.ImportPlan.Step;
import recruitflow.domain.screening.leads.Lead;
import recruitflow.domain.screening.leads.LeadField;
import recruitflow.domain.screening.leads.LeadFile;
import recruitflow.domain.screening.leads.LeadFile.Leads;
import recruitflow.domain.screening.leads.LeadRow;
import recruitflow.domain.screening.leads.encoding.FileEncoding;
import recruitflow.platform.Json;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;
import recruitflow.screening.imports.ImportOperations.Counts;
import recruitflow.screening.imports.ImportOperations.EncodingReading;
import recruitflow.screening.imports.ImportOperations.ImportPreview;
import recruitflow.screening.imports.ImportOperations.ImportRow;
import recruitflow.screening.imports.ImportOperations.ImportSummary;
import recruitflow.screening.imports.ReceiveFile.How;

/** An import as it is shown: what it would do, or what it did. */
final class ReadImport {
  private final String region;
  private final ImportStore store;
  private final ImportPeople people;
  private volatile SoftReference<Kept> last = new SoftReference<>(null);
  private final ImportUndoStore undo = new ImportUndoStore();

  ReadImport(String region, ImportStore store, ImportPeople people) {
    this.region = region;
    this.store = store;
    this.people = people;
  }

  /** The file as chosen or detected; an unusable one is refused with the reason. */
  Leads leads(byte[] file, How how) {
    var reading = new LeadFile.Reading(how.encoding(), how.delimiter(), how.mapping(), region);
    return switch (LeadFile.read(file, reading)) {
      case Leads leads -> leads;
      case LeadFile.Unusable unusable -> throw refusal(unusable);
    };
  }

  /**
   * With what the columns were taken for, so that a person can say which is which and try again.
   */
  private static Failure refusal(LeadFile.Unusable unusable) {
    return Failure.invalid("file", unusable.reason().words())
        .with("reason", unusable.reason().code())
        .with("encoding", unusable.encoding().text())
        .with("delimiter", unusable.delimiter().text())
        .with("missingColumns", new JsonArray(unusable.missingColumns()))
        .with("columns", new JsonArray(unusable.columns().stream().map(Json::of).toList()));
  }

  /** The rows of an upload; none when its file was thrown away. */
  List<LeadRow> rows(ImportBatch batch) {
    return leads(batch).rows();
  }

  private Leads leads(ImportBatch batch) {
    if (batch.file().length == 0) {
      return new Leads(batch.encoding(), List.of(), batch.delimiter(), List.of(), List.of());
    }
    var kept = last.get();
    return kept != null && kept.isOf(batch) ? kept.leads() : leads(batch.file(), batch.how());
  }

  /** What was previewed last is mostly what is confirmed next: it need not be read twice. */
  private void keep(ImportBatch batch, Leads leads) {
    last = new SoftReference<>(new Kept(batch.id(), batch.how(), leads));
  }

  private record Kept(long batchId, How how, Leads leads) {
    boolean isOf(ImportBatch batch) {
      return batchId == batch.id() && how.equals(batch.how());
    }
  }

  ImportPlan plan(Sql sql, List<LeadRow> rows, long positionId) {
    var leads =
        rows.stream()
            .filter(LeadRow.Usable.class::isInstance)
            .map(row -> ((LeadRow.Usable) row).lead())
            .toList();
    var ids = leads.stream().map(Lead::leadId).distinct().toList();
    return ImportPlan.of(rows, people.known(sql, ids, positionId), people.contacts(sql, leads));
  }

  ImportPreview preview(Sql sql, ImportBatch batch) {
    return preview(sql, batch, leads(batch));
  }

  /** The same of a file that has been read already. */
  ImportPreview preview(Sql sql, ImportBatch batch, Leads read) {
    if (!batch.isPreviewed()) {
      return past(sql, batch, read);
    }
    keep(batch, read);
    var plan = plan(sql, read.rows(), batch.positionId());
    var rows = plan.steps().stream().map(PreviewRow::of).toList();
    return shown(batch, read, rows, counts(plan), null);
  }

  private ImportPreview past(Sql sql, ImportBatch batch, Leads read) {
    var outcomes = store.outcomes(sql, batch.id());
    var rows =
        read.rows().stream()
            .map(row -> PreviewRow.of(new Step(row, effect(outcomes, row), List.of(), List.of())))
            .toList();
    var summary = summary(sql, batch, read.rows());
    return shown(batch, read, rows, counts(rows, summary), summary);
  }

  private static Effect effect(Map<Integer, String> outcomes, LeadRow row) {
    return switch (outcomes.getOrDefault(row.rowNumber(), "refused")) {
      case "created" -> Effect.CREATE;
      case "updated" -> Effect.UPDATE;
      case "skipped" -> Effect.SKIP;
      default -> Effect.REFUSE;
    };
  }

  private static ImportPreview shown(
      ImportBatch batch, Leads read, List<ImportRow> rows, Counts counts, ImportSummary summary) {
    return new ImportPreview(
        batch.id(),
        batch.positionId(),
        batch.positionTitle(),
        batch.fileName(),
        batch.state(),
        batch.encoding().text(),
        batch.delimiter().text(),
        FileEncoding.names(),
        Delimiter.names(),
        rows,
        counts,
        read.headers(LeadField.QUESTION),
        read.headers(LeadField.IGNORED),
        LeadField.names(),
        read.columns(),
        read.readings().stream()
            .map(reading -> new EncodingReading(reading.encoding().text(), reading.samples()))
            .toList(),
        summary);
  }

  ImportSummary summary(Sql sql, ImportBatch batch, List<LeadRow> rows) {
    var results = batch.results();
    return new ImportSummary(
        batch.id(),
        batch.state(),
        results.candidatesCreated(),
        results.candidatesUpdated(),
        results.applicationsCreated(),
        results.duplicatesSkipped(),
        (int) rows.stream().filter(LeadRow.Skipped.class::isInstance).count(),
        results.rowsRefused(),
        store.duplicates(sql, batch.id()),
        ImportLog.errors(rows),
        batch.isConfirmed() && undo.obstacle(sql, batch.id()).isEmpty());
  }

  private static Counts counts(ImportPlan plan) {
    return new Counts(
        plan.count(Effect.CREATE),
        plan.count(Effect.UPDATE),
        plan.count(Effect.SKIP),
        plan.count(Effect.REFUSE),
        plan.applications().size(),
        plan.applicationsSkipped(),
        plan.possibleDuplicates());
  }

  private static Counts counts(List<ImportRow> rows, ImportSummary summary) {
    var by = rows.stream().collect(Collectors.groupingBy(ImportRow::effect, Collectors.counting()));
    return new Counts(
        by.getOrDefault(Effect.CREATE, 0L).intValue(),
        by.getOrDefault(Effect.UPDATE, 0L).intValue(),
        by.getOrDefault(Effect.SKIP, 0L).intValue(),
        by.getOrDefault(Effect.REFUSE, 0L).intValue(),
        summary.applicationsCreated(),
        summary.duplicatesSkipped(),
        summary.possibleDuplicates().size());
  }
}
