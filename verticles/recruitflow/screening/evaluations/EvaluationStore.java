package recruitflow.screening.evaluations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.CallingHours;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.evaluations.Outcome;
import recruitflow.domain.screening.evaluations.Verdict;
import recruitflow.domain.screening.evaluations.callbacks.CallbackTime;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Reads what an evaluation looks at and writes what it found. */
final class EvaluationStore {

  private static final String FIND =
      """
      select c.id, c.application_id, c.candidate_id, c.turns, a.status, a.position_id,
        coalesce(c.ended_at, c.initiated_at) as ended, k.form_answers, p.title,
        coalesce(p.qualification_prompt, '') as instructions, p.calling_hour_start, p.calling_hour_end
      from calls c
      join applications a on a.id = c.application_id
      join candidates k on k.id = a.candidate_id
      join positions p on p.id = a.position_id
      where c.id = $1
      """;

  private static final String CRITERIA =
      "select key, text from criteria where position_id = $1 and archived_at is null order by sort,"
          + " id";

  private static final String INSERT =
      """
      insert into evaluations (application_id, candidate_id, call_id, outcome, qualified, score,
        reasoning, callback_requested, callback_notes, callback_at, needs_human, needs_human_notes,
        repaired, raw_response, model, prompt_version, evaluated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      returning id
      """;

  private static final String INSERT_CRITERION =
      """
      insert into evaluation_criteria (evaluation_id, criterion_key, criterion_text, verdict, quote,
        turn_index, quote_dropped, sort)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  /** What was judged how, by whom, when. */
  record Judged(
      Verdict verdict,
      CallbackTime callback,
      JsonObject answer,
      String model,
      String promptVersion,
      Instant at) {}

  private final ZoneId zone;

  EvaluationStore(ZoneId zone) {
    this.zone = zone;
  }

  Optional<ScreenedCall> find(Sql sql, long callId) {
    return sql.first(FIND, row -> call(row, criteria(sql, row.getLong("position_id"))), callId);
  }

  private static List<Criterion> criteria(Sql sql, long positionId) {
    return sql.list(
        CRITERIA, row -> new Criterion(row.getString("key"), row.getString("text")), positionId);
  }

  private ScreenedCall call(Row row, List<Criterion> criteria) {
    return new ScreenedCall(
        row.getLong("id"),
        row.getLong("application_id"),
        row.getLong("candidate_id"),
        ApplicationStatus.of(row.getString("status")),
        Db.instant(row, "ended"),
        turns(row.getJsonArray("turns")),
        answers(row.getJsonObject("form_answers")),
        row.getString("title"),
        row.getString("instructions"),
        criteria,
        new CallingHours(
            row.getInteger("calling_hour_start"), row.getInteger("calling_hour_end"), zone));
  }

  private static List<Turn> turns(JsonArray stored) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; stored != null && i < stored.size(); i++) {
      var turn = stored.getJsonObject(i);
      turns.add(
          new Turn(
              turn.getInteger("index", i),
              "user".equals(turn.getString("role")) ? Turn.Role.USER : Turn.Role.AGENT,
              turn.getString("text", ""),
              turn.getInteger("atSeconds")));
    }
    return turns;
  }

  private static Map<String, String> answers(JsonObject stored) {
    var answers = new TreeMap<String, String>();
    if (stored != null) {
      stored.forEach(answer -> answers.put(answer.getKey(), String.valueOf(answer.getValue())));
    }
    return answers;
  }

  /** Adds the evaluation with its criteria. */
  void insert(Sql sql, ScreenedCall call, Judged judged) {
    var verdict = judged.verdict();
    var id =
        sql.one(
            INSERT,
            row -> row.getLong("id"),
            call.applicationId(),
            call.candidateId(),
            call.callId(),
            verdict.outcome().word(),
            verdict.qualified(),
            verdict.score(),
            verdict.reasoning(),
            verdict.outcome() == Outcome.CALLBACK_REQUESTED,
            verdict.callbackNotes(),
            judged.callback() == null ? null : Db.time(judged.callback().at()),
            verdict.outcome() == Outcome.NEEDS_HUMAN,
            verdict.needsHumanNotes(),
            verdict.repaired(),
            RawResponse.of(judged.answer()),
            judged.model(),
            judged.promptVersion(),
            Db.time(judged.at()));
    sql.batch(INSERT_CRITERION, criteria(id, verdict));
  }

  private static List<Object[]> criteria(long evaluationId, Verdict verdict) {
    var rows = new ArrayList<Object[]>();
    for (var finding : verdict.findings()) {
      rows.add(
          new Object[] {
            evaluationId,
            finding.criterion().key(),
            finding.criterion().text(),
            finding.answer().word(),
            finding.quote(),
            finding.turnIndex(),
            finding.quoteDropped(),
            rows.size()
          });
    }
    return rows;
  }
}
