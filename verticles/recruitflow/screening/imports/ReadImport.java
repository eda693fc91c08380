package recruitflow.screening.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recruitflow.domain.screening.leads.Contacts;
import recruitflow.domain.screening.leads.Delimiter;
import recruitflow.domain.screening.leads.FileEncoding;
import recruitflow.domain.screening.leads.ImportPlan;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.ImportPlan.Step;
import recruitflow.domain.screening.leads.Lead;
import recruitflow.domain.screening.leads.LeadFile;
import recruitflow.domain.screening.leads.LeadFile.Leads;
import recruitflow.domain.screening.leads.LeadRow;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;
import recruitflow.screening.imports.ImportOperations.Counts;
import recruitflow.screening.imports.ImportOperations.DuplicateOf;
import recruitflow.screening.imports.ImportOperations.ImportPreview;
import recruitflow.screening.imports.ImportOperations.ImportRow;
import recruitflow.screening.imports.ImportOperations.ImportSummary;

/** An import as it is shown: what it would do, or what it did. */
final class ReadImport {
  private final String region;
  private final ImportStore store;
  private final ImportPeople people;
  private final ImportUndoStore undo = new ImportUndoStore();

  ReadImport(String region, ImportStore store, ImportPeople people) {
    this.region = region;
    this.store = store;
    this.people = people;
  }

  /** The file as chosen or detected; an unusable one is refused with the reason. */
  Leads leads(byte[] file, Optional<FileEncoding> encoding, Optional<Delimiter> delimiter) {
    return switch (LeadFile.read(file, new LeadFile.Reading(encoding, delimiter, region))) {
      case Leads leads -> leads;
      case LeadFile.Unusable unusable -> throw Failure.invalid("file", unusable.reason());
    };
  }

  /** The rows of an upload; none when its file was thrown away. */
  List<LeadRow> rows(ImportBatch batch) {
    return batch.file().length == 0 ? List.of() : leads(batch).rows();
  }

  private Leads leads(ImportBatch batch) {
    return batch.file().length == 0
        ? new Leads(batch.encoding(), batch.delimiter(), List.of(), List.of(), List.of())
        : leads(batch.file(), Optional.of(batch.encoding()), Optional.of(batch.delimiter()));
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
    var plan = plan(sql, read.rows(), batch.positionId());
    var rows = plan.steps().stream().map(ReadImport::row).toList();
    return shown(batch, read, rows, counts(plan), null);
  }

  private ImportPreview past(Sql sql, ImportBatch batch, Leads read) {
    var outcomes = store.outcomes(sql, batch.id());
    var rows =
        read.rows().stream()
            .map(row -> row(new Step(row, effect(outcomes, row), List.of())))
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
        read.questions(),
        read.ignoredColumns(),
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

  private static ImportRow row(Step step) {
    var duplicate = step.matches().stream().findFirst().map(ReadImport::duplicate).orElse(null);
    return switch (step.row()) {
      case LeadRow.Usable usable -> usable(usable, step.effect(), duplicate);
      case LeadRow.Skipped skipped ->
          new ImportRow(
              skipped.rowNumber(),
              ImportLog.raw(skipped, "full_name"),
              "",
              "",
              "",
              0,
              step.effect(),
              null,
              skipped.reason(),
              null);
      case LeadRow.Refused refused ->
          new ImportRow(
              refused.rowNumber(),
              ImportLog.raw(refused, "full_name"),
              ImportLog.raw(refused, "phone_number"),
              ImportLog.raw(refused, "email"),
              ImportLog.raw(refused, "campaign_name"),
              0,
              step.effect(),
              ImportLog.error(refused),
              null,
              null);
    };
  }

  private static ImportRow usable(LeadRow.Usable row, Effect effect, DuplicateOf duplicate) {
    var lead = row.lead();
    return new ImportRow(
        row.rowNumber(),
        lead.name().full(),
        lead.phone().shown(),
        lead.email(),
        lead.campaignName(),
        lead.answers().size(),
        effect,
        null,
        row.warnings().isEmpty() ? null : String.join(" ", row.warnings()),
        duplicate);
  }

  private static DuplicateOf duplicate(Contacts.Match match) {
    return new DuplicateOf(match.other().candidateId(), match.other().name(), match.on());
  }
}
