package recruitflow.desk.applications;

import io.vertx.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recruitflow.desk.applications.ApplicationDetail.CallPart;
import recruitflow.desk.applications.ApplicationDetail.Header;
import recruitflow.desk.applications.ApplicationDetail.Person;
import recruitflow.desk.applications.ApplicationDetail.PositionPart;
import recruitflow.desk.applications.ApplicationDetail.RefusedAction;
import recruitflow.desk.candidates.CandidateLookup;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.desk.candidates.CandidateStore;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.desk.applications.Action;
import recruitflow.domain.desk.applications.Action.Situation;
import recruitflow.domain.desk.applications.CallRefusal.Callee;
import recruitflow.domain.desk.applications.CallRefusal.Phone;
import recruitflow.domain.desk.applications.Refusal;
import recruitflow.domain.desk.positions.PositionStatus;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;

/** The one read of an application with all that belongs to it. */
public final class ApplicationDetailRead {
  private static final String HEAD =
      """
      select a.*, c.full_name, c.phone, c.email, p.title,
             u.display_name, p.status as position_status, p.language, p.calling_hour_start,
             p.calling_hour_end, p.system_prompt, p.first_message, p.qualification_prompt,
      """
          + ApplicationToCall.HELD
          + " as held, "
          + UnseenFiles.WAIT
          + """
           as reminders_wait
          from applications a
          join candidates c on c.id = a.candidate_id
          join positions p on p.id = a.position_id
          left join users u on u.id = a.assigned_to
          where a.id = $1
          """;

  private final House house;
  private final CandidateStore candidates = new CandidateStore();

  public ApplicationDetailRead(House house) {
    this.house = house;
  }

  private record Head(Header header, PositionPart position, List<String> missingPrompts) {}

  /** Everything about the application; fails when there is none. */
  public ApplicationDetail read(Sql sql, long id) {
    var head =
        sql.first(HEAD, ApplicationDetailRead::head, id)
            .orElseThrow(() -> Failure.notFound("application"));
    var candidateId = CandidateLookup.kept(sql, head.header().row().candidateId());
    var candidate =
        candidates.find(sql, candidateId).orElseThrow(() -> Failure.notFound("candidate"));
    var parts = new ApplicationParts(sql, id);
    var calls = parts.calls();
    var evaluations = parts.evaluations();
    var messages = parts.messages();
    var cvs = parts.cvs();
    var files = parts.files(candidateId);
    var replies = parts.replies(candidateId);
    var notes = parts.notes();
    var timeline =
        new Timeline(parts.statusChanges())
            .calls(calls)
            .evaluations(evaluations)
            .messages(messages)
            .cvs(cvs)
            .replies(replies)
            .notes(notes)
            .sorted();
    var refusals = Action.refusals(situation(head, candidate, calls));
    return new ApplicationDetail(
        head.header(),
        candidate,
        head.position(),
        calls,
        evaluations,
        messages,
        cvs,
        files,
        replies,
        notes,
        timeline,
        allowed(refusals),
        words(refusals),
        refused(refusals));
  }

  private Situation situation(Head head, Candidate candidate, List<CallPart> calls) {
    var row = head.header().row();
    var callee =
        new Callee(
            row.status(),
            new Phone(candidate.phoneE164(), candidate.phone(), candidate.phoneDoubt()),
            row.heldAsDuplicate(),
            head.position().status(),
            head.missingPrompts());
    boolean reachable = !candidate.email().isEmpty() || !candidate.phone().isEmpty();
    boolean talked = calls.stream().anyMatch(call -> !call.turns().isEmpty());
    return new Situation(
        callee, closedHours(head.position()), reachable, talked, head.header().remindersWait());
  }

  private String closedHours(PositionPart position) {
    var hours =
        new CallingHours(
            position.callingHourStart(), position.callingHourEnd(), house.settings().timeZone());
    return hours.isOpen(house.clock().now()) ? null : hours.asText();
  }

  private static List<String> allowed(Map<Action, Optional<Refusal>> refusals) {
    return refusals.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(entry -> entry.getKey().text())
        .toList();
  }

  private static Map<String, String> words(Map<Action, Optional<Refusal>> refusals) {
    var words = new LinkedHashMap<String, String>();
    refusals.forEach((action, why) -> why.ifPresent(it -> words.put(action.text(), it.words())));
    return words;
  }

  private static List<RefusedAction> refused(Map<Action, Optional<Refusal>> refusals) {
    return refusals.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(it -> new RefusedAction(entry.getKey().text(), it.code(), it.params())))
        .toList();
  }

  private static Head head(Row row) {
    var assigned = row.getLong("assigned_to");
    var header =
        new Header(
            ApplicationStore.row(row),
            row.getString("score_notes"),
            Db.instant(row, "cv_received_at"),
            row.getString("closed_reason"),
            assigned == null ? null : new Person(assigned, row.getString("display_name")),
            row.getBoolean("reminders_wait"),
            row.getInteger("version"));
    var position =
        new PositionPart(
            row.getLong("position_id"),
            row.getString("title"),
            PositionStatus.of(row.getString("position_status")),
            row.getString("language"),
            row.getInteger("calling_hour_start"),
            row.getInteger("calling_hour_end"));
    return new Head(header, position, PositionStore.prompts(row).missing());
  }
}
