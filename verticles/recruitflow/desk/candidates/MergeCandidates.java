package recruitflow.desk.candidates;

import java.time.Instant;
import java.util.List;
import recruitflow.desk.applications.ApplicationWriter;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.desk.candidates.DuplicateOperations.Merge;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;

/**
 * Makes one candidate of two. Of two applications to the same position the one that was worked on
 * stays; where both were, the second is closed and remains to be read. A call that runs meanwhile
 * belongs to its application and arrives with it.
 */
public final class MergeCandidates {
  private static final String BOTH_APPLIED =
      """
      select k.id as kept, g.id as given, g.status,
             %s as kept_untouched, %s as given_untouched
      from applications g join applications k on k.position_id = g.position_id
      where g.candidate_id = $1 and k.candidate_id = $2
      order by g.id for update of g, k
      """
          .formatted(untouched("k"), untouched("g"));

  private static final List<String> FOLLOWING =
      List.of(
          "status_changes",
          "application_notes",
          "candidate_replies",
          "calls",
          "evaluations",
          "messages",
          "cv_uploads",
          "model_calls");

  private static final String FILL_GAPS =
      """
      update candidates k set
        phone = case when k.phone = '' then g.phone else k.phone end,
        phone_e164 = case when k.phone = '' then g.phone_e164 else k.phone_e164 end,
        email = case when k.email = '' then g.email else k.email end,
        whatsapp_number = coalesce(k.whatsapp_number, g.whatsapp_number),
        notes = coalesce(k.notes, g.notes), form_answers = coalesce(k.form_answers, g.form_answers),
        search_text = k.search_text || ' ' || g.search_text,
        version = k.version + 1, updated_at = $3
      from candidates g where k.id = $2 and g.id = $1
      """;

  /** Whoever may be the one may be the other, unless that pair has been looked at. */
  private static final String FLAGS_FOLLOW =
      """
      update duplicate_flags f set
        candidate_id = case when f.candidate_id = $1 then $2 else f.candidate_id end,
        other_candidate_id = case when f.candidate_id = $1 then f.other_candidate_id else $2 end
      where f.state = 'open' and $1 in (f.candidate_id, f.other_candidate_id)
        and $2 not in (f.candidate_id, f.other_candidate_id)
        and not exists (
          select 1 from duplicate_flags e
          where $2 in (e.candidate_id, e.other_candidate_id)
            and case when f.candidate_id = $1 then f.other_candidate_id else f.candidate_id end
                in (e.candidate_id, e.other_candidate_id))
      """;

  private final House house;
  private final DuplicateStore flags = new DuplicateStore();
  private final CandidateStore candidates = new CandidateStore();

  public MergeCandidates(House house) {
    this.house = house;
  }

  private static String untouched(String application) {
    return """
    (%1$s.status = 'pending_call'
      and not exists (select 1 from calls x where x.application_id = %1$s.id)
      and not exists (select 1 from messages x where x.application_id = %1$s.id)
      and not exists (select 1 from cv_uploads x where x.application_id = %1$s.id))\
    """
        .formatted(application);
  }

  Candidate run(Caller caller, Merge asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var pair =
                  flags.lock(sql, asked.id()).orElseThrow(() -> Failure.notFound("open duplicate"));
              long kept =
                  asked.keepCandidateId() == null ? pair.otherId() : asked.keepCandidateId();
              if (!pair.has(kept)) {
                throw Failure.invalid("keepCandidateId", "is not one of the two");
              }
              var now = house.clock().now();
              merge(sql, pair.besides(kept), kept, caller.userId(), now);
              flags.resolve(sql, asked.id(), "merged", caller.userId(), now);
              DuplicateDesk.tell(sql, kept);
              return candidates.find(sql, kept).orElseThrow();
            });
  }

  private void merge(Sql sql, long given, long kept, long by, Instant now) {
    sql.list(
        "select id from candidates where id = any ($1) order by id for update",
        row -> null,
        (Object) new Long[] {given, kept});
    settleSecondApplications(sql, given, kept, by, now);
    sql.execute(
        """
        update applications g set candidate_id = $2, version = version + 1
        where candidate_id = $1 and not exists (select 1 from applications k
          where k.candidate_id = $2 and k.position_id = g.position_id)
        """,
        given,
        kept);
    for (var table : FOLLOWING) {
      sql.execute(
          "update " + table + " set candidate_id = $2 where candidate_id = $1", given, kept);
    }
    sql.execute(FILL_GAPS, given, kept, Db.time(now));
    archive(sql, given, kept, now);
  }

  private static void archive(Sql sql, long given, long kept, Instant now) {
    sql.execute(
        "update candidates set archived_at = $3, merged_into_id = $2, version = version + 1"
            + " where id = $1 or merged_into_id = $1",
        given,
        kept,
        Db.time(now));
    sql.execute(FLAGS_FOLLOW, given, kept);
    sql.execute(
        """
        update duplicate_flags set state = 'merged', resolved_at = $2
        where state = 'open' and (candidate_id = $1 or other_candidate_id = $1)
        """,
        given,
        Db.time(now));
  }

  private record Both(
      long kept,
      long given,
      ApplicationStatus givenStatus,
      boolean keptUntouched,
      boolean givenUntouched) {}

  private static void settleSecondApplications(
      Sql sql, long given, long kept, long by, Instant now) {
    var both =
        sql.list(
            BOTH_APPLIED,
            row ->
                new Both(
                    row.getLong("kept"),
                    row.getLong("given"),
                    ApplicationStatus.of(row.getString("status")),
                    row.getBoolean("kept_untouched"),
                    row.getBoolean("given_untouched")),
            given,
            kept);
    for (var pair : both) {
      if (pair.givenUntouched()) {
        drop(sql, pair.given(), pair.kept());
      } else if (pair.keptUntouched()) {
        drop(sql, pair.kept(), pair.given());
      } else {
        closeSecond(sql, pair, by, now);
      }
    }
  }

  private static void closeSecond(Sql sql, Both pair, long by, Instant now) {
    if (pair.givenStatus().isCallUnderWay()) {
      throw Failure.conflict(
          "A call to RF-" + pair.given() + " is under way; merge when it has ended.");
    }
    var note = "The same person as RF-" + pair.kept() + ".";
    ApplicationWriter.override(sql, pair.given(), ApplicationStatus.CLOSED, by, note, now);
  }

  /** Nothing but its making and notes belongs to it: those move, it goes. */
  private static void drop(Sql sql, long application, long instead) {
    for (var table : List.of("application_notes", "candidate_replies")) {
      sql.execute(
          "update " + table + " set application_id = $2 where application_id = $1",
          application,
          instead);
    }
    sql.execute(
        "update import_rows set application_id = null where application_id = $1", application);
    sql.execute("delete from status_changes where application_id = $1", application);
    sql.execute("delete from applications where id = $1", application);
  }
}
