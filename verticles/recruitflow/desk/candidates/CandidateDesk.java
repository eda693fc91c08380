package recruitflow.desk.candidates;

import java.util.List;
import java.util.Objects;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.desk.candidates.CandidateOperations.CandidateList;
import recruitflow.desk.candidates.CandidateOperations.CreateCandidate;
import recruitflow.desk.candidates.CandidateOperations.ListCandidates;
import recruitflow.desk.candidates.CandidateOperations.UpdateCandidate;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Page;

/** Candidates: listing, reading, making by hand, changing. */
public final class CandidateDesk {
  private final House house;
  private final CandidateStore store = new CandidateStore();

  public CandidateDesk(House house) {
    this.house = house;
  }

  CandidateList list(Caller caller, ListCandidates asked) {
    var page = Page.of(asked.page(), asked.pageSize());
    var conditions = conditions(asked);
    var sql = house.db().sql();
    var items = store.list(sql, conditions, page);
    var total = store.count(sql, conditions);
    return new CandidateList(items, total, page.next(total));
  }

  private static Conditions conditions(ListCandidates asked) {
    var conditions = new Conditions().and("c.archived_at is null");
    if (asked.source() != null) {
      conditions.and("c.source = ?", asked.source());
    }
    if (asked.positionId() != null) {
      conditions.and(
          "exists (select 1 from applications x where x.candidate_id = c.id and x.position_id = ?)",
          asked.positionId());
    }
    if (asked.status() != null && !asked.status().isEmpty()) {
      conditions.and(
          "exists (select 1 from applications x where x.candidate_id = c.id and x.status = any"
              + " (?))",
          (Object) asked.status().stream().map(ApplicationStatus::text).toArray(String[]::new));
    }
    CandidateSearch.narrow(conditions, asked.q(), false);
    return conditions;
  }

  Candidate get(Caller caller, ById asked) {
    return found(house.db().sql(), asked.id());
  }

  Candidate create(Caller caller, CreateCandidate asked) {
    var name =
        asked.fullName() == null || asked.fullName().isBlank()
            ? FullName.of(or(asked.firstName(), ""), or(asked.lastName(), ""))
            : FullName.of(asked.fullName().strip());
    var fields =
        checked(
            new ContactFields.Typed(
                name,
                or(asked.phone(), ""),
                or(asked.email(), ""),
                or(asked.whatsappNumber(), ""),
                or(asked.notes(), "")));
    return house
        .db()
        .inTransaction(
            sql -> {
              var id = store.insert(sql, fields, house.clock().now());
              FlagDuplicates.among(sql, List.of(id));
              Live.publish(sql, "candidate", id);
              return found(sql, id);
            });
  }

  Candidate update(Caller caller, UpdateCandidate asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var before = found(sql, asked.id());
              var fields = checked(merged(before, asked));
              var corrected = fields.changed(before);
              var now = house.clock().now();
              if (!store.update(sql, asked.id(), asked.version(), fields, corrected, now)) {
                throw Failure.conflict(
                    "Somebody else changed this candidate.", Json.of(found(sql, asked.id())));
              }
              if (corrected.contains("phone") || corrected.contains("email")) {
                FlagDuplicates.among(sql, List.of(before.id()));
              }
              var saved = found(sql, asked.id());
              Live.publish(sql, "candidate", asked.id());
              saved.applications().forEach(a -> Live.publish(sql, "application", a.id()));
              return saved;
            });
  }

  private static ContactFields.Typed merged(Candidate before, UpdateCandidate asked) {
    var first = or(asked.firstName(), before.firstName()).strip();
    var last = or(asked.lastName(), before.lastName()).strip();
    boolean same = first.equals(before.firstName()) && last.equals(before.lastName());
    return new ContactFields.Typed(
        same ? new FullName(before.fullName(), first, last) : FullName.of(first, last),
        or(asked.phone(), before.phone()),
        or(asked.email(), before.email()),
        or(asked.whatsappNumber(), Objects.requireNonNullElse(before.whatsappNumber(), "")),
        or(asked.notes(), Objects.requireNonNullElse(before.notes(), "")));
  }

  private ContactFields checked(ContactFields.Typed typed) {
    var fields = ContactFields.of(typed, house.settings().phoneRegion());
    var wrong = fields.violations();
    if (!wrong.isEmpty()) {
      throw Failure.invalid(wrong);
    }
    return fields;
  }

  private static String or(String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private Candidate found(Sql sql, long id) {
    return store
        .find(sql, CandidateLookup.kept(sql, id))
        .orElseThrow(() -> Failure.notFound("candidate"));
  }
}
