package recruitflow.screening.imports;

import java.time.Instant;
import java.util.Optional;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Takes back what an import wrote, and says when that is no longer possible. */
final class ImportUndoStore {
  private static final String WORKED_ON =
      """
      select a.id from import_rows r join applications a on a.id = r.application_id
      where r.batch_id = $1 and (
        a.status <> 'pending_call' or a.version > 1
        or exists (select 1 from application_notes x where x.application_id = a.id)
        or exists (select 1 from messages x where x.application_id = a.id)
        or exists (select 1 from calls x where x.application_id = a.id)
        or exists (select 1 from cv_uploads x where x.application_id = a.id)
        or exists (select 1 from candidate_replies x where x.application_id = a.id))
      order by a.id limit 1
      """;

  private static final String CHANGED =
      """
      select c.id from import_rows r join candidates c on c.id = r.candidate_id
      where r.batch_id = $1 and (
        r.outcome = 'created' and (
          c.version > 1 or c.archived_at is not null
          or exists (select 1 from candidate_replies x where x.candidate_id = c.id)
          or exists (select 1 from candidates x where x.merged_into_id = c.id)
          or exists (select 1 from applications x where x.candidate_id = c.id
                       and x.id is distinct from r.application_id))
        or r.before_image is not null
          and c.version <> (r.before_image ->> 'version')::integer + 1)
      order by c.id limit 1
      """;

  private static final String RESTORE =
      """
      update candidates c set
        first_name = b.first_name, last_name = b.last_name, full_name = b.full_name,
        phone = b.phone, phone_e164 = b.phone_e164, phone_doubt = b.phone_doubt, email = b.email,
        meta_created_time = b.meta_created_time, campaign_name = b.campaign_name,
        platform = b.platform, form_answers = b.form_answers, search_text = $3,
        updated_at = $2, version = c.version + 1
      from jsonb_populate_record(null::candidates, $1::jsonb) b
      where c.id = b.id
      """;

  private static final String APPLICATIONS =
      """
      select application_id as id from import_rows
      where batch_id = $1 and application_id is not null order by 1
      """;

  private static final String CREATED =
      """
      select candidate_id as id from import_rows
      where batch_id = $1 and outcome = 'created' order by 1
      """;

  /** Why it cannot be taken back any more, or nothing when it can. */
  Optional<String> obstacle(Sql sql, long batchId) {
    return sql.first(
            WORKED_ON,
            row -> "Application RF-" + row.getLong("id") + " has been worked on.",
            batchId)
        .or(
            () ->
                sql.first(
                    CHANGED,
                    row -> "Candidate C-" + row.getLong("id") + " has been changed since.",
                    batchId));
  }

  /** Locks what would be taken away, so that nobody begins to work on it meanwhile. */
  void lock(Sql sql, long batchId) {
    sql.list(
        "select id from applications where id = any ($1) order by id for update",
        row -> null,
        (Object) ids(sql, APPLICATIONS, batchId));
    sql.list(
        """
        select id from candidates
        where id in (select candidate_id from import_rows where batch_id = $1)
        order by id for update
        """,
        row -> null,
        batchId);
  }

  void takeBack(Sql sql, long batchId, Instant now) {
    restore(sql, batchId, now);
    var applications = ids(sql, APPLICATIONS, batchId);
    var candidates = ids(sql, CREATED, batchId);
    sql.execute(
        "update import_rows set candidate_id = null, application_id = null where batch_id = $1",
        batchId);
    delete(sql, "status_changes where application_id = any ($1)", applications);
    delete(sql, "applications where id = any ($1)", applications);
    delete(
        sql,
        "duplicate_flags where candidate_id = any ($1) or other_candidate_id = any ($1)",
        candidates);
    delete(sql, "candidates where id = any ($1)", candidates);
    sql.execute(
        "update import_batches set state = 'undone', undone_at = $2 where id = $1",
        batchId,
        Db.time(now));
  }

  private static Long[] ids(Sql sql, String query, long batchId) {
    return sql.list(query, row -> row.getLong("id"), batchId).toArray(Long[]::new);
  }

  private static void delete(Sql sql, String what, Long[] ids) {
    sql.execute("delete from " + what, (Object) ids);
  }

  private static void restore(Sql sql, long batchId, Instant now) {
    var images =
        sql.list(
            "select before_image from import_rows"
                + " where batch_id = $1 and before_image is not null",
            row -> row.getJsonObject("before_image"),
            batchId);
    sql.batch(
        RESTORE,
        images.stream()
            .map(image -> new Object[] {image, Db.time(now), LeadFields.search(image)})
            .toList());
  }
}
