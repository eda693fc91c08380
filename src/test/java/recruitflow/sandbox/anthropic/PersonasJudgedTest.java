package recruitflow.sandbox.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import recruitflow.domain.desk.positions.Criteria;
import recruitflow.domain.screening.calls.Turn;
import recruitflow.domain.screening.evaluations.EvaluationPrompt;
import recruitflow.domain.screening.evaluations.Finding;
import recruitflow.domain.screening.evaluations.Prompt;
import recruitflow.domain.screening.evaluations.Reading;
import recruitflow.domain.screening.evaluations.VerdictReader;
import recruitflow.sandbox.judge.Judgement;
import recruitflow.sandbox.people.People;
import recruitflow.sandbox.people.Persona;

/** The product's own prompt, answered by the stand-in, read by the product's own reader. */
class PersonasJudgedTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-21T15:04:00+02:00[Europe/Bucharest]");

  private static final List<Criteria.Criterion> CRITERIA =
      Criteria.of(
          """
          How many years have you worked in sales?
          Do you have a driving licence, category B?
          Is three days of travel a week all right?
          What salary do you expect?
          When could you start?
          """);

  private final People people = People.fromResources();
  private final AnthropicAnswers model =
      new AnthropicAnswers(new Judgement(people), new AnthropicCache(Instant::now), _ -> false);

  @TestFactory
  Stream<DynamicTest> every_persona_gets_the_verdict_written_for_the_call() {
    return people.personas().stream()
        .flatMap(
            persona ->
                persona.calls().stream()
                    .filter(call -> call.verdict() != null)
                    .map(call -> DynamicTest.dynamicTest(persona.key(), () -> judged(call))));
  }

  private void judged(Persona.ScriptedCall call) {
    var turns = turns(call);
    var answers = Map.of("why_sales", "I like people");
    var prompt =
        new EvaluationPrompt("Sales", "Judge fairly.", CRITERIA, turns, answers, NOW, NOW).write();
    var reading = new VerdictReader(CRITERIA, turns).read(answer(prompt));

    assertThat(reading).isInstanceOf(Reading.Read.class);
    var verdict = ((Reading.Read) reading).verdict();
    assertThat(verdict.outcome().word()).isEqualTo(call.verdict().outcome());
    assertThat(verdict.score()).isEqualTo(call.verdict().score());
    assertThat(verdict.repaired()).isFalse();
    assertThat(verdict.findings()).hasSize(CRITERIA.size()).noneMatch(Finding::quoteDropped);
    var quotes = call.verdict().criteria().stream().filter(f -> f.quote() != null).count();
    assertThat(verdict.findings().stream().filter(f -> f.quote() != null).count())
        .isEqualTo(quotes);
    if (call.verdict().callbackWords() == null) {
      assertThat(verdict.callbackAt()).isNull();
    } else {
      assertThat(OffsetDateTime.parse(verdict.callbackAt()).toInstant()).isAfter(NOW.toInstant());
    }
  }

  private static List<Turn> turns(Persona.ScriptedCall call) {
    var turns = new ArrayList<Turn>();
    for (var said : call.turns()) {
      var role = said.role().equals("user") ? Turn.Role.USER : Turn.Role.AGENT;
      turns.add(new Turn(turns.size(), role, said.text(), null));
    }
    return turns;
  }

  private String answer(Prompt prompt) {
    var format =
        new JsonObject().put("type", "json_schema").put("schema", new JsonObject(prompt.schema()));
    var request =
        new JsonObject()
            .put("model", "claude-sonnet-4-6")
            .put("max_tokens", 8192)
            .put("system", prompt.system())
            .put(
                "messages",
                new JsonArray()
                    .add(new JsonObject().put("role", "user").put("content", prompt.user())))
            .put("output_config", new JsonObject().put("format", format));
    var chosen = AnthropicCheck.request(request, AnthropicCheck.OLD_VERSION);
    return model.answer(request, chosen).getJsonArray("content").getJsonObject(0).getString("text");
  }
}
