package recruitflow.screening.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.candidates.FlagDuplicates;
import recruitflow.domain.screening.leads.Contacts;
import recruitflow.domain.screening.leads.ImportPlan;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.LeadRow;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.screening.imports.ImportOperations.ImportSummary;

/**
 * Does what the preview shows, all of it or nothing. The row of the upload is locked, so that of
 * two recruiters who confirm at once one does it and both are told what was done.
 */
final class ConfirmImport {
  /** Imports go one after the other: each sees the people of the one before. */
  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(4071216)";

  private final House house;
  private final ImportStore store;
  private final ImportPeople people;
  private final ReadImport read;

  ConfirmImport(House house, ImportStore store, ImportPeople people, ReadImport read) {
    this.house = house;
    this.store = store;
    this.people = people;
    this.read = read;
  }

  ImportSummary run(Caller caller, ById asked) {
    var seen =
        store.find(house.db().sql(), asked.id()).orElseThrow(() -> Failure.notFound("import"));
    var rows = read.rows(seen); // before the transaction: it takes a while and changes nothing
    return house
        .db()
        .inTransaction(
            sql -> {
              var batch = store.lock(sql, asked.id()).orElseThrow();
              if (batch.isPreviewed()) {
                requireSame(batch, seen);
                doIt(sql, batch, rows, caller.userId());
              } else if (!batch.isConfirmed()) {
                throw Failure.conflict("The import is " + batch.state() + " already.");
              }
              return read.summary(sql, store.find(sql, asked.id()).orElseThrow(), rows);
            });
  }

  private static void requireSame(ImportBatch batch, ImportBatch seen) {
    if (!batch.how().equals(seen.how())) {
      throw Failure.conflict("The file was read otherwise meanwhile; look at the preview again.");
    }
  }

  private void doIt(Sql sql, ImportBatch batch, List<LeadRow> rows, long by) {
    ReceiveFile.requireTaking(sql, batch.positionId());
    sql.list(ONE_AT_A_TIME, row -> null);
    var now = house.clock().now();
    var plan = read.plan(sql, rows, batch.positionId());
    var progress = progress(batch, plan);
    people.insert(sql, plan.creates().values(), now, progress);
    var before = people.update(sql, plan.updates(), now, progress);
    var candidates = people.ids(sql, leadIds(plan));
    var applications = apply(sql, batch, plan, candidates, by, now, progress);
    people.flag(sql, flags(plan, candidates));
    FlagDuplicates.among(sql, people.withOtherContacts(sql, before));
    progress.each(
        new ImportLog(candidates, applications, before).rows(plan),
        some -> store.logRows(sql, batch.id(), some));
    store.confirmed(sql, batch.id(), results(plan, applications), now);
    Live.publish(sql, "import", batch.id());
    Live.publish(sql, "position", batch.positionId());
  }

  private Progress progress(ImportBatch batch, ImportPlan plan) {
    int rows = plan.creates().size() + plan.updates().size() + plan.applications().size();
    return new Progress(house.db().sql(), batch.id(), rows + plan.steps().size());
  }

  private static List<String> leadIds(ImportPlan plan) {
    return plan.steps().stream()
        .filter(step -> step.effect() == Effect.CREATE || step.effect() == Effect.UPDATE)
        .map(ConfirmImport::leadOf)
        .distinct()
        .toList();
  }

  private static Map<Long, Long> apply(
      Sql sql,
      ImportBatch batch,
      ImportPlan plan,
      Map<String, Long> candidates,
      long by,
      Instant now,
      Progress progress) {
    var wanted =
        plan.applications().stream().map(candidates::get).filter(Objects::nonNull).distinct();
    var byCandidate = new HashMap<Long, Long>();
    progress.each(
        wanted.toList(),
        some ->
            ApplicationWriter.create(sql, some, batch.positionId(), by, "import", now)
                .forEach(made -> byCandidate.put(made.candidateId(), made.id())));
    return byCandidate;
  }

  private static List<Object[]> flags(ImportPlan plan, Map<String, Long> candidates) {
    return plan.steps().stream()
        .flatMap(
            step -> step.matches().stream().map(match -> flag(leadOf(step), match, candidates)))
        .toList();
  }

  private static String leadOf(ImportPlan.Step step) {
    return ((LeadRow.Usable) step.row()).lead().leadId();
  }

  private static Object[] flag(String leadId, Contacts.Match match, Map<String, Long> candidates) {
    var other = match.other();
    return new Object[] {
      candidates.get(leadId),
      other.candidateId() == null ? candidates.get(other.leadId()) : other.candidateId(),
      match.on().text()
    };
  }

  private static ImportBatch.Results results(ImportPlan plan, Map<Long, Long> applications) {
    return new ImportBatch.Results(
        plan.count(Effect.CREATE),
        plan.count(Effect.UPDATE),
        applications.size(),
        plan.count(Effect.CREATE) + plan.count(Effect.UPDATE) - applications.size(),
        plan.count(Effect.REFUSE));
  }
}
