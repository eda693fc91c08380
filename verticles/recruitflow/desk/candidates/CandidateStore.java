package recruitflow.desk.candidates;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recruitflow.desk.candidates.CandidateOperations.Candidate;
import recruitflow.desk.candidates.CandidateOperations.CandidateApplication;
import recruitflow.desk.candidates.CandidateOperations.CandidateRow;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.desk.applications.Reference;
import recruitflow.domain.desk.candidates.PhoneDoubt;
import recruitflow.domain.desk.candidates.PhoneReading;
import recruitflow.platform.database.Conditions;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Page;

/** Candidates in the database. */
public final class CandidateStore {
  private static final String INSERT =
      """
      insert into candidates
        (first_name, last_name, full_name, phone, phone_e164, phone_doubt, email, whatsapp_number,
         notes, search_text, source, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'manual', $11, $11)
      returning id
      """;

  private static final String UPDATE =
      """
      update candidates set
        first_name = $1, last_name = $2, full_name = $3, phone = $4, phone_e164 = $5,
        phone_doubt = $6, email = $7, whatsapp_number = $8, notes = $9, search_text = $10,
        updated_at = $11, version = version + 1,
        corrected = array(select distinct unnest(corrected || $14::text[]) order by 1)
      where id = $12 and version = $13 and archived_at is null
      """;

  private static final String APPLICATIONS =
      """
      select a.id, a.position_id, p.title, a.status, a.score, a.qualified, a.last_activity_at
      from applications a join positions p on p.id = a.position_id
      where a.candidate_id = $1 order by a.last_activity_at desc, a.id desc
      """;

  List<CandidateRow> list(Sql sql, Conditions conditions, Page page) {
    return sql.list(
        """
        select c.id, c.full_name, c.phone, c.email, c.source, c.created_at,
               (select count(*) from applications a where a.candidate_id = c.id) as applications
        from candidates c
        """
            + conditions.where()
            + " order by c.created_at desc, c.id desc limit "
            + page.size()
            + " offset "
            + page.offset(),
        CandidateStore::row,
        conditions.args());
  }

  long count(Sql sql, Conditions conditions) {
    return sql.one(
        "select count(*) as n from candidates c " + conditions.where(),
        row -> row.getLong("n"),
        conditions.args());
  }

  public Optional<Candidate> find(Sql sql, long id) {
    var applications = sql.list(APPLICATIONS, CandidateStore::application, id);
    return sql.first(
        "select * from candidates where id = $1 and archived_at is null",
        row -> candidate(row, applications),
        id);
  }

  long insert(Sql sql, ContactFields fields, Instant now) {
    return sql.one(INSERT, row -> row.getLong("id"), values(fields, Db.time(now)));
  }

  /** False when somebody else saved it since, or it is gone. */
  boolean update(
      Sql sql, long id, int version, ContactFields fields, List<String> corrected, Instant now) {
    var names = corrected.toArray(String[]::new);
    return sql.execute(UPDATE, values(fields, Db.time(now), id, version, names)) == 1;
  }

  private static Object[] values(ContactFields fields, Object... more) {
    var own =
        new Object[] {
          fields.name().first(),
          fields.name().last(),
          fields.name().full(),
          fields.phone(),
          fields.phoneE164(),
          fields.phoneDoubt(),
          fields.email(),
          fields.whatsapp(),
          fields.notes(),
          fields.searchText()
        };
    var values = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, values, own.length, more.length);
    return values;
  }

  private static CandidateRow row(Row row) {
    return new CandidateRow(
        row.getLong("id"),
        Reference.ofCandidate(row.getLong("id")),
        row.getString("full_name"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("source"),
        row.getLong("applications"),
        Db.instant(row, "created_at"));
  }

  private static CandidateApplication application(Row row) {
    return new CandidateApplication(
        row.getLong("id"),
        Reference.of(row.getLong("id")),
        row.getLong("position_id"),
        row.getString("title"),
        ApplicationStatus.of(row.getString("status")),
        row.getInteger("score"),
        row.getBoolean("qualified"),
        Db.instant(row, "last_activity_at"));
  }

  private static Candidate candidate(Row row, List<CandidateApplication> applications) {
    return new Candidate(
        row.getLong("id"),
        Reference.ofCandidate(row.getLong("id")),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("full_name"),
        row.getString("phone"),
        row.getString("phone_e164"),
        doubt(row),
        PhoneReading.suggestion(doubt(row), row.getString("phone")),
        row.getString("email"),
        row.getString("whatsapp_number"),
        row.getString("source"),
        row.getString("meta_lead_id"),
        Db.instant(row, "meta_created_time"),
        row.getString("campaign_name"),
        row.getString("platform"),
        answers(row.getJsonObject("form_answers")),
        row.getString("notes"),
        row.getInteger("version"),
        Db.instant(row, "created_at"),
        applications);
  }

  private static Map<String, Object> answers(JsonObject stored) {
    return stored == null ? Map.of() : stored.getMap();
  }

  private static PhoneDoubt doubt(Row row) {
    var doubt = row.getString("phone_doubt");
    return doubt == null ? null : PhoneDoubt.of(doubt);
  }
}
