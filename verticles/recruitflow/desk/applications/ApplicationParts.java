package recruitflow.desk.applications;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import recruitflow.desk.applications.ApplicationDetail.CallPart;
import recruitflow.desk.applications.ApplicationDetail.CriterionPart;
import recruitflow.desk.applications.ApplicationDetail.CvPart;
import recruitflow.desk.applications.ApplicationDetail.EvaluationPart;
import recruitflow.desk.applications.ApplicationDetail.FilePart;
import recruitflow.desk.applications.ApplicationDetail.MessagePart;
import recruitflow.desk.applications.ApplicationDetail.Moment;
import recruitflow.desk.applications.ApplicationDetail.NotePart;
import recruitflow.desk.applications.ApplicationDetail.ReplyPart;
import recruitflow.desk.applications.ApplicationDetail.TurnPart;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** What belongs to one application, read from the tables of all features. */
final class ApplicationParts {
  private static final String CRITERIA =
      """
      select c.* from evaluation_criteria c
      join evaluations e on e.id = c.evaluation_id
      where e.application_id = $1 order by c.evaluation_id, c.sort, c.id
      """;

  private static final String REPLIES =
      """
      select * from candidate_replies
      where application_id = $1 or (candidate_id = $2 and application_id is null)
      order by received_at, id
      """;

  private static final String FILES =
      """
      select i.* from unmatched_inbound i
        join applications a on a.id = i.application_id
        join candidates c on c.id = a.candidate_id
      where coalesce(c.merged_into_id, c.id) = $1 order by i.received_at, i.id
      """;

  private static final String NOTES =
      """
      select n.id, u.display_name, n.body, n.created_at
      from application_notes n left join users u on u.id = n.author_id
      where n.application_id = $1 order by n.id
      """;

  private static final String CHANGES =
      """
      select s.*, u.display_name from status_changes s left join users u on u.id = s.changed_by
      where s.application_id = $1 order by s.id
      """;

  private final Sql sql;
  private final long id;

  ApplicationParts(Sql sql, long applicationId) {
    this.sql = sql;
    this.id = applicationId;
  }

  List<CallPart> calls() {
    return sql.list(
        "select * from calls where application_id = $1 order by attempt_number",
        ApplicationParts::call,
        id);
  }

  List<EvaluationPart> evaluations() {
    Map<Long, List<CriterionPart>> criteria =
        sql
            .list(CRITERIA, row -> Map.entry(row.getLong("evaluation_id"), criterion(row)), id)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return sql.list(
        "select * from evaluations where application_id = $1 order by id",
        row -> evaluation(row, criteria.getOrDefault(row.getLong("id"), List.of())),
        id);
  }

  List<MessagePart> messages() {
    return sql.list(
        "select * from messages where application_id = $1 order by id",
        ApplicationParts::message,
        id);
  }

  List<CvPart> cvs() {
    return sql.list(
        "select * from cv_uploads where application_id = $1 order by received_at, id",
        ApplicationParts::cv,
        id);
  }

  List<FilePart> files(long candidateId) {
    return sql.list(FILES, ApplicationParts::file, candidateId);
  }

  List<ReplyPart> replies(long candidateId) {
    return sql.list(REPLIES, ApplicationParts::reply, id, candidateId);
  }

  List<NotePart> notes() {
    return sql.list(NOTES, ApplicationParts::note, id);
  }

  List<Moment> statusChanges() {
    return sql.list(CHANGES, ApplicationParts::change, id);
  }

  private static CallPart call(Row row) {
    return new CallPart(
        row.getLong("id"),
        row.getInteger("attempt_number"),
        row.getString("status"),
        Db.instant(row, "initiated_at"),
        Db.instant(row, "ended_at"),
        row.getInteger("duration_seconds"),
        row.getString("summary"),
        row.getString("summary_title"),
        row.getString("recording_url"),
        row.getString("error_detail"),
        row.getString("eleven_labs_conversation_id"),
        row.getString("eleven_labs_batch_id"),
        turns(row.getJsonArray("turns")));
  }

  private static List<TurnPart> turns(JsonArray stored) {
    return stored == null
        ? List.of()
        : stored.stream().map(JsonObject.class::cast).map(ApplicationParts::turn).toList();
  }

  private static TurnPart turn(JsonObject turn) {
    return new TurnPart(
        turn.getInteger("index"),
        turn.getString("role"),
        turn.getString("text"),
        turn.getDouble("atSeconds"));
  }

  private static CriterionPart criterion(Row row) {
    return new CriterionPart(
        row.getString("criterion_key"),
        row.getString("criterion_text"),
        row.getString("verdict"),
        row.getString("quote"),
        row.getInteger("turn_index"),
        row.getBoolean("quote_dropped"));
  }

  private static EvaluationPart evaluation(Row row, List<CriterionPart> criteria) {
    return new EvaluationPart(
        row.getLong("id"),
        row.getLong("call_id"),
        row.getString("outcome"),
        row.getBoolean("qualified"),
        row.getInteger("score"),
        row.getString("reasoning"),
        Db.instant(row, "callback_at"),
        row.getString("callback_notes"),
        row.getString("needs_human_notes"),
        row.getBoolean("repaired"),
        row.getString("model"),
        Db.instant(row, "evaluated_at"),
        criteria);
  }

  private static MessagePart message(Row row) {
    return new MessagePart(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("message_type"),
        row.getString("status"),
        row.getString("to_address"),
        row.getString("subject"),
        row.getString("body"),
        Db.instant(row, "sent_at"),
        Db.instant(row, "created_at"),
        row.getString("error_detail"));
  }

  private static CvPart cv(Row row) {
    return new CvPart(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("content_type"),
        row.getLong("size"),
        row.getString("source"),
        row.getString("match_method"),
        row.getBoolean("needs_review"),
        row.getString("confidence_note"),
        Db.instant(row, "received_at"));
  }

  private static FilePart file(Row row) {
    return new FilePart(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("attachment_name"),
        row.getString("content_type"),
        row.getLong("size"),
        row.getString("file_path") != null,
        row.getString("doubt"),
        row.getString("note"),
        Db.instant(row, "received_at"),
        row.getString("resolution"));
  }

  private static ReplyPart reply(Row row) {
    return new ReplyPart(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("sender"),
        row.getString("subject"),
        row.getString("body"),
        Db.instant(row, "received_at"),
        row.getBoolean("is_read"),
        row.getString("kind"));
  }

  private static NotePart note(Row row) {
    return new NotePart(
        row.getLong("id"),
        row.getString("display_name"),
        row.getString("body"),
        Db.instant(row, "created_at"));
  }

  private static Moment change(Row row) {
    return new Moment(
        Db.instant(row, "created_at"),
        "status",
        row.getString("from_status"),
        row.getString("to_status"),
        row.getString("display_name"),
        row.getString("note"),
        row.getLong("id"));
  }
}
