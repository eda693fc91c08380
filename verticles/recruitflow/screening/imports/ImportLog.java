package recruitflow.screening.imports;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.domain.screening.leads.ImportPlan;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.ImportPlan.Step;
import recruitflow.domain.screening.leads.LeadRow;
import recruitflow.domain.screening.leads.Remark;
import recruitflow.screening.imports.ImportOperations.RowError;

/** What is written down about each row of a confirmed import. */
final class ImportLog {
  private final Map<String, Long> candidates;
  private final Map<Long, Long> applications;
  private final Map<String, JsonObject> before;
  private final Set<String> written = new HashSet<>();

  /**
   * @param candidates by lead id
   * @param applications those made, by candidate
   * @param before how updated candidates were, by lead id
   */
  ImportLog(
      Map<String, Long> candidates, Map<Long, Long> applications, Map<String, JsonObject> before) {
    this.candidates = candidates;
    this.applications = applications;
    this.before = before;
  }

  /** What is written down of one row. */
  record Entry(
      int rowNumber,
      String raw,
      String outcome,
      String error,
      String warning,
      Long candidateId,
      Long applicationId,
      String before) {}

  List<Entry> rows(ImportPlan plan) {
    return plan.steps().stream().map(this::row).toList();
  }

  private Entry row(Step step) {
    return switch (step.row()) {
      case LeadRow.Usable usable -> usable(usable, outcome(step.effect()));
      case LeadRow.Skipped skipped ->
          entry(skipped, outcome(step.effect()), null, skipped.why().words());
      case LeadRow.Refused refused -> entry(refused, outcome(step.effect()), error(refused), null);
    };
  }

  private static Entry entry(LeadRow row, String outcome, String error, String warning) {
    return new Entry(row.rowNumber(), raw(row), outcome, error, warning, null, null, null);
  }

  // The first row of a person carries the application and the image; the later ones change no more.
  private Entry usable(LeadRow.Usable row, String outcome) {
    var leadId = row.lead().leadId();
    var candidate = candidates.get(leadId);
    boolean first = written.add(leadId);
    var image = first ? before.get(leadId) : null;
    return new Entry(
        row.rowNumber(),
        raw(row),
        outcome,
        null,
        words(row.warnings()),
        candidate,
        first ? applications.get(candidate) : null,
        image == null ? null : image.encode());
  }

  private static String raw(LeadRow row) {
    return new JsonObject(new LinkedHashMap<String, Object>(row.raw())).encode();
  }

  private static String outcome(Effect effect) {
    return switch (effect) {
      case CREATE -> "created";
      case UPDATE -> "updated";
      case SKIP -> "skipped";
      case REFUSE -> "refused";
    };
  }

  static List<RowError> errors(List<LeadRow> rows) {
    return rows.stream()
        .filter(LeadRow.Refused.class::isInstance)
        .map(LeadRow.Refused.class::cast)
        .map(row -> error(row.rowNumber(), row.why()))
        .toList();
  }

  private static RowError error(int rowNumber, Remark why) {
    var column = why.column().isEmpty() ? null : why.column();
    return new RowError(rowNumber, column, why.words(), why.code(), why.params());
  }

  static String error(LeadRow.Refused row) {
    var why = row.why();
    return why.column().isEmpty() ? why.words() : why.column() + ": " + why.words();
  }

  /** All sentences in one line, or null when there is nothing to say. */
  static String words(List<Remark> remarks) {
    return remarks.isEmpty()
        ? null
        : remarks.stream().map(Remark::words).collect(Collectors.joining(" "));
  }
}
