package recruitflow.screening.calls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import recruitflow.domain.screening.calls.Binding;
import recruitflow.domain.screening.calls.CallOutcome;
import recruitflow.domain.screening.calls.CallStatus;
import recruitflow.domain.screening.calls.Conversation;
import recruitflow.domain.screening.calls.Transcript;
import recruitflow.platform.Json;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.screening.calls.voice.VoiceAgent;

/** Calls in the database. Locks are taken in one order: application, call, batch. */
public final class CallStore {
  private static final String OPEN = "('submitting', 'initiated', 'in_progress', 'unknown')";

  private static final String INSERT =
      """
      insert into calls (application_id, candidate_id, call_batch_id, attempt_number, to_number,
                         status, initiated_at)
      select a.id, a.candidate_id, $2,
             1 + coalesce((select max(attempt_number) from calls where application_id = a.id), 0),
             c.phone_e164, $4, $3
      from unnest($1::bigint[]) with ordinality as wanted (id, sort)
      join applications a on a.id = wanted.id join candidates c on c.id = a.candidate_id
      order by wanted.sort
      returning id
      """;

  private static final String LEARN =
      """
      update calls set
        eleven_labs_batch_id = coalesce(eleven_labs_batch_id, $2),
        call_sid = coalesce(call_sid, $3),
        transcript = coalesce(transcript, $4),
        turns = coalesce(turns, $5),
        summary = coalesce(summary, $6),
        summary_title = coalesce(summary_title, $7),
        recording_url = coalesce(recording_url, $8),
        duration_seconds = coalesce(duration_seconds, $9)
      where id = $1
      """;

  private static final String SIGNS =
      """
      select %s from calls
      where uid::text = lower($1) or eleven_labs_conversation_id = $2 or application_id = $3
      order by id
      """
          .formatted(Call.COLUMNS);

  /** A call that is about to be submitted, or one that only the provider knew of. */
  public long insert(Sql sql, long applicationId, long batchId, CallStatus status, Instant at) {
    return insertAll(sql, List.of(applicationId), batchId, status, at).getFirst();
  }

  /** The same for many applications in one statement, in their order. */
  public List<Long> insertAll(
      Sql sql, Collection<Long> applicationIds, long batchId, CallStatus status, Instant at) {
    return sql.list(
        INSERT,
        row -> row.getLong("id"),
        applicationIds.toArray(Long[]::new),
        batchId,
        Db.time(at),
        status.word());
  }

  Optional<Call> find(Sql sql, long callId) {
    return sql.first("select " + Call.COLUMNS + " from calls where id = $1", Call::from, callId);
  }

  public Call lock(Sql sql, long callId) {
    return sql.one(
        "select " + Call.COLUMNS + " from calls where id = $1 for update", Call::from, callId);
  }

  /** Many calls, locked; their applications are locked already. */
  public List<Call> lockAll(Sql sql, Collection<Long> callIds) {
    return sql.list(
        "select %s from calls where id = any ($1::bigint[]) order by application_id for update"
            .formatted(Call.COLUMNS),
        Call::from,
        (Object) callIds.toArray(Long[]::new));
  }

  /** In the order in which their applications are locked. */
  public List<Call> openOf(Sql sql, long batchId) {
    return sql.list(
        "select %s from calls where call_batch_id = $1 and status in %s order by application_id"
            .formatted(Call.COLUMNS, OPEN),
        Call::from,
        batchId);
  }

  /** Calls that the provider has and that began no later than {@code since}. */
  public List<Call> waitingSince(Sql sql, Instant since) {
    return sql.list(
        """
        select %s from calls where status in ('initiated', 'in_progress') and initiated_at <= $1
        order by eleven_labs_batch_id, id
        """
            .formatted(Call.COLUMNS),
        Call::from,
        Db.time(since));
  }

  boolean hasOpen(Sql sql, long applicationId) {
    return sql.first(
            "select id from calls where application_id = $1 and status in " + OPEN,
            row -> true,
            applicationId)
        .isPresent();
  }

  /** Everybody whose phone may ring because of us. */
  public int inFlight(Sql sql) {
    return sql.one(
        "select count(*)::int as n from calls where status in " + OPEN, row -> row.getInteger("n"));
  }

  /** Attempts since a person or a call-back last put the application into the queue. */
  int attemptsUsed(Sql sql, long applicationId, int budgetFrom) {
    return sql.one(
        """
        select count(*)::int as n from calls
        where application_id = $1 and attempt_number > $2 and status <> 'cancelled'
        """,
        row -> row.getInteger("n"),
        applicationId,
        budgetFrom);
  }

  boolean isNewest(Sql sql, Call call) {
    return sql.one(
        """
        select not exists (select 1 from calls
                           where application_id = $1 and attempt_number > $2
                             and status <> 'cancelled') as newest
        """,
        row -> row.getBoolean("newest"),
        call.applicationId(),
        call.attempt());
  }

  public void setStatus(Sql sql, long callId, CallStatus status) {
    setStatus(sql, List.of(callId), status);
  }

  public void setStatus(Sql sql, Collection<Long> callIds, CallStatus status) {
    sql.execute(
        "update calls set status = $2 where id = any ($1::bigint[])",
        callIds.toArray(Long[]::new),
        status.word());
  }

  /** The provider has it as this conversation. */
  public void accepted(Sql sql, long callId, VoiceAgent.Dialled dialled) {
    sql.execute(
        """
        update calls set status = 'initiated', eleven_labs_batch_id = null, call_sid = $3,
               eleven_labs_conversation_id = coalesce(eleven_labs_conversation_id, $2)
        where id = $1
        """,
        callId,
        dialled.conversationId(),
        dialled.callSid());
  }

  /** The provider has them in this batch. */
  public void accepted(Sql sql, Collection<Long> callIds, String providerBatchId) {
    sql.execute(
        """
        update calls set status = 'initiated', eleven_labs_batch_id = $2, call_sid = null
        where id = any ($1::bigint[])
        """,
        callIds.toArray(Long[]::new),
        providerBatchId);
  }

  /**
   * Makes the conversation that call's, for good; the call is locked. False when the call has
   * another one, or the conversation another call.
   */
  public boolean bind(Sql sql, long callId, String conversationId) {
    return sql.execute(
            """
            update calls set eleven_labs_conversation_id = $2
            where id = $1 and coalesce(eleven_labs_conversation_id, $2) = $2
              and not exists (select 1 from calls
                              where eleven_labs_conversation_id = $2 and id <> $1)
            """,
            callId,
            conversationId)
        > 0;
  }

  /** Fills in what is not known yet; nothing that is known is changed. */
  void learn(Sql sql, long callId, Conversation said) {
    var turns = said.transcript().turns();
    sql.execute(
        LEARN,
        callId,
        said.batchId(),
        said.callSid(),
        turns.isEmpty() ? null : said.transcript().asText(),
        turns.isEmpty() ? null : json(said.transcript()),
        said.summary(),
        said.summaryTitle(),
        said.recordingUrl(),
        said.durationSeconds());
  }

  public void end(Sql sql, long callId, CallOutcome outcome, Instant at, String error) {
    end(sql, List.of(callId), outcome, at, error);
  }

  public void end(
      Sql sql, Collection<Long> callIds, CallOutcome outcome, Instant at, String error) {
    sql.execute(
        """
        update calls set status = $2, ended_at = coalesce(ended_at, $3),
               error_detail = coalesce(error_detail, $4)
        where id = any ($1::bigint[])
        """,
        callIds.toArray(Long[]::new),
        outcome.status().word(),
        Db.time(at),
        error);
  }

  /** It had been given up, and turns out to have been held: it ended when it ended. */
  void completedLate(Sql sql, long callId, Instant at) {
    sql.execute(
        "update calls set status = 'completed', ended_at = $2 where id = $1", callId, Db.time(at));
  }

  /** Every call that a conversation may belong to. */
  public List<Binding.Known> signs(Sql sql, String uid, String conversationId, Long applicationId) {
    return sql.list(SIGNS, Call::from, uid, conversationId, applicationId).stream()
        .map(Call::known)
        .toList();
  }

  /** The call that a conversation is bound to; null belongs to none. */
  public Optional<Call> byConversation(Sql sql, String conversationId) {
    return sql.first(
        "select " + Call.COLUMNS + " from calls where eleven_labs_conversation_id = $1",
        Call::from,
        conversationId);
  }

  /** The call of that line; null belongs to none. */
  public Optional<Call> bySid(Sql sql, String callSid) {
    return sql.first(
        "select " + Call.COLUMNS + " from calls where call_sid = $1", Call::from, callSid);
  }

  private static JsonArray json(Transcript transcript) {
    var turns = new JsonArray();
    for (var turn : transcript.turns()) {
      turns.add(
          new JsonObject()
              .put("index", turn.index())
              .put("role", Json.word(turn.role()))
              .put("text", turn.text())
              .put("atSeconds", turn.atSeconds()));
    }
    return turns;
  }
}
