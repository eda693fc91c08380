package recruitflow.sandbox.judge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import recruitflow.sandbox.people.People;
import recruitflow.sandbox.people.Persona;

/**
 * What the model thinks of a conversation: the persona's own verdict where the conversation is
 * theirs, the rules of {@link TranscriptJudge} elsewhere.
 */
public final class Judgement {
  private final People people;

  public Judgement(People people) {
    this.people = people;
  }

  /** All that is known, under the names the answer may ask for; empty without a conversation. */
  public Optional<JsonObject> facts(AskedQuestion question) {
    var conversation = question.conversation();
    if (conversation.lines().isEmpty()) return Optional.empty();
    var scripted = ScriptedVerdict.of(conversation, people.personas());
    var verdict =
        scripted.orElseGet(() -> TranscriptJudge.judge(conversation, question.criteria()));
    var criteria = new JsonArray();
    question
        .criteria()
        .forEach((key, text) -> criteria.add(finding(conversation, verdict, key, text)));
    return Optional.of(whole(question, verdict).put("criteria", criteria));
  }

  private static JsonObject whole(AskedQuestion question, Persona.Verdict verdict) {
    var words = verdict.callbackWords();
    var at =
        words == null
            ? Optional.<String>empty()
            : question
                .now()
                .flatMap(now -> CallbackWords.resolve(words, now))
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    return new JsonObject()
        .put("outcome", verdict.outcome())
        .put("qualified", verdict.outcome().equals("qualified"))
        .put("score", verdict.score())
        .put("reasoning", verdict.reasoning())
        .put("callback_requested", verdict.outcome().equals("callback_requested"))
        .put("callback_notes", words)
        .put("callback_at", at.orElse(null))
        .put("needs_human", verdict.outcome().equals("needs_human"))
        .put("needs_human_notes", verdict.needsHumanNotes());
  }

  private JsonObject finding(
      AskedConversation conversation, Persona.Verdict verdict, String key, String text) {
    var topic = people.topics().of(text).or(() -> people.topics().of(key));
    var found =
        verdict.criteria().stream()
            .filter(each -> topic.isPresent() && each.topic().equals(topic.get()))
            .findFirst()
            .map(each -> placed(conversation, each))
            .orElseGet(() -> TranscriptJudge.on(conversation, text));
    return new JsonObject()
        .put("key", key)
        .put("verdict", found.verdict())
        .put("quote", found.quote())
        .put("turn_index", found.turn());
  }

  /** A script's quote and where it stands; one that is not there is left out. */
  private static TranscriptJudge.Found placed(
      AskedConversation conversation, Persona.Finding finding) {
    var quote = finding.quote();
    return conversation.lines().stream()
        .filter(line -> quote != null && line.text().contains(quote))
        .findFirst()
        .map(line -> new TranscriptJudge.Found(finding.verdict(), quote, line.index()))
        .orElseGet(() -> new TranscriptJudge.Found(finding.verdict(), null, null));
  }
}
