package recruitflow.screening.imports;

import java.util.List;
import java.util.Map;
import recruitflow.domain.screening.leads.Contacts;
import recruitflow.domain.screening.leads.ImportPlan.Step;
import recruitflow.domain.screening.leads.LeadRow;
import recruitflow.screening.imports.ImportOperations.DuplicateOf;
import recruitflow.screening.imports.ImportOperations.ImportRow;

/** One row of a file as the preview shows it. */
final class PreviewRow {
  private PreviewRow() {}

  static ImportRow of(Step step) {
    return switch (step.row()) {
      case LeadRow.Usable usable -> usable(usable, step);
      case LeadRow.Skipped skipped -> skipped(skipped, step);
      case LeadRow.Refused refused -> refused(refused, step);
    };
  }

  private static ImportRow usable(LeadRow.Usable row, Step step) {
    var lead = row.lead();
    return new ImportRow(
        row.rowNumber(),
        lead.name().full(),
        lead.phone().shown(),
        lead.email(),
        lead.campaignName(),
        lead.answers().size(),
        step.effect(),
        null,
        ImportLog.words(row.warnings()),
        step.matches().stream().findFirst().map(PreviewRow::duplicate).orElse(null),
        row.warnings(),
        step.kept());
  }

  private static ImportRow skipped(LeadRow.Skipped row, Step step) {
    return new ImportRow(
        row.rowNumber(),
        raw(row, "full_name"),
        "",
        "",
        "",
        0,
        step.effect(),
        null,
        row.why().words(),
        null,
        List.of(row.why()),
        List.of());
  }

  private static ImportRow refused(LeadRow.Refused row, Step step) {
    return new ImportRow(
        row.rowNumber(),
        raw(row, "full_name"),
        raw(row, "phone_number"),
        raw(row, "email"),
        raw(row, "campaign_name"),
        0,
        step.effect(),
        ImportLog.error(row),
        null,
        null,
        List.of(row.why()),
        List.of());
  }

  private static DuplicateOf duplicate(Contacts.Match match) {
    return new DuplicateOf(match.other().candidateId(), match.other().name(), match.on());
  }

  /** A cell as it came, found by the column's name in any case; empty when there is none. */
  private static String raw(LeadRow row, String column) {
    return row.raw().entrySet().stream()
        .filter(cell -> cell.getKey().replace(' ', '_').equalsIgnoreCase(column))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
