package recruitflow.screening.calls.placing;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recruitflow.domain.desk.applications.ApplicationStatus;
import recruitflow.domain.screening.calls.PersonalPrompt;
import recruitflow.platform.database.Sql;
import recruitflow.screening.calls.voice.VoiceAgent;

/** What is said to whom in the calls of a batch. */
final class CalleeStore {

  /** Somebody about to be phoned, with the application locked; still waiting, or overruled. */
  record Ready(long applicationId, boolean waits, VoiceAgent.Callee callee) {}

  private static final String READY =
      """
      select k.id, k.uid, k.to_number, a.id as application_id, a.status, a.resting, c.full_name, c.first_name,
             c.last_name, c.email, c.form_answers, p.title, p.description, p.system_prompt,
             p.first_message
      from calls k join applications a on a.id = k.application_id
      join candidates c on c.id = a.candidate_id join positions p on p.id = a.position_id
      where k.call_batch_id = $1 and k.status = 'submitting'
      order by a.id for update of a
      """;

  List<Ready> lock(Sql sql, long batchId) {
    return sql.list(READY, CalleeStore::ready, batchId);
  }

  private static Ready ready(Row row) {
    var person =
        new PersonalPrompt.Person(
            (row.getString("first_name") + " " + row.getString("last_name")).strip(),
            row.getString("first_name"),
            row.getString("email"),
            row.getString("title"),
            row.getString("description"),
            answers(row.getJsonObject("form_answers")));
    var applicationId = row.getLong("application_id");
    return new Ready(
        applicationId,
        row.getString("status").equals(ApplicationStatus.CALL_QUEUED.text())
            && !row.getBoolean("resting"),
        new VoiceAgent.Callee(
            row.getLong("id"),
            row.getUUID("uid").toString(),
            String.valueOf(applicationId),
            row.getString("to_number"),
            PersonalPrompt.of(orNothing(row.getString("system_prompt")), person),
            PersonalPrompt.spoken(orNothing(row.getString("first_message")), person)));
  }

  /** The position may have lost its prompts since; then nobody is phoned and nothing is said. */
  private static String orNothing(String prompt) {
    return prompt == null ? "" : prompt;
  }

  private static Map<String, String> answers(JsonObject json) {
    var answers = new LinkedHashMap<String, String>();
    if (json != null) json.forEach(each -> answers.put(each.getKey(), text(each.getValue())));
    return answers;
  }

  private static String text(Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
