package recruitflow.domain.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictReaderTest {

  private final VerdictReader reader = new VerdictReader(List.of(), List.of());

  private Verdict verdict(String answer) {
    assertThat(reader.read(answer)).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reader.read(answer)).verdict();
  }

  private String complaint(String answer) {
    assertThat(reader.read(answer)).isInstanceOf(Reading.Unreadable.class);
    return ((Reading.Unreadable) reader.read(answer)).message();
  }

  @Nested
  class Reads {

    @Test
    void a_clean_answer_as_it_is() {
      var verdict =
          verdict(
              """
              {"outcome":"qualified","qualified":true,"score":82,"reasoning":"Fits.",
               "callback_requested":false,"callback_notes":null,"callback_at":null,
               "needs_human":false,"needs_human_notes":null,"criteria":[]}\
              """);
      assertThat(verdict.outcome()).isEqualTo(Outcome.QUALIFIED);
      assertThat(verdict.score()).isEqualTo(82);
      assertThat(verdict.reasoning()).isEqualTo("Fits.");
      assertThat(verdict.repaired()).isFalse();
      assertThat(verdict.callbackAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "```json\n{\"outcome\":\"not_qualified\",\"score\":5}\n```",
          "```\n{\"outcome\":\"not_qualified\",\"score\":5}```",
          "  {\"outcome\":\"Not qualified\",\"score\":5}\n\n"
        })
    void an_answer_in_a_fence_without_calling_it_repaired(String answer) {
      var verdict = verdict(answer);
      assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_QUALIFIED);
      assertThat(verdict.repaired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"outcome\":\"qualified\",\"score\":70,\"reasoning\":\"He said \"da, sigur\", then"
              + " \"nu\" and hung up.\"}",
          "{\"outcome\":\"qualified\",\"score\":70,\"reasoning\":\"Řekl „ano\" a dodal"
              + " \"možná\".\",\n"
              + "}",
          "{\"outcome\":\"qualified\" \"score\":70, \"reasoning\":\"two\nlines\"}",
          "Here it is:\n"
              + "{\"outcome\":\"qualified\",\"score\":70,\"needs_human\":False,\"callback_at\":None}\n\n"
              + "I hope it helps.",
          "{“outcome”: “qualified”, “score”: 70}",
          "{\"outcome\":\"qualified\",\"score\":70,\"reasoning\":\"C:\\dir \\u0219\"}"
        })
    void a_broken_answer_after_mending(String answer) {
      var verdict = verdict(answer);
      assertThat(verdict.outcome()).isEqualTo(Outcome.QUALIFIED);
      assertThat(verdict.score()).isEqualTo(70);
      assertThat(verdict.repaired()).isTrue();
    }

    @Test
    void bare_quotes_without_losing_a_word() {
      var verdict =
          verdict(
              "{\"outcome\":\"qualified\",\"reasoning\":\"A spus \"da\", apoi \"luni\","
                  + " gata.\",\"score\":70}");
      assertThat(verdict.reasoning()).isEqualTo("A spus \"da\", apoi \"luni\", gata.");
    }
  }

  @Nested
  class Refuses {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "null",
          "[]",
          "true",
          "7",
          "\"qualified\"",
          "qualified",
          "```",
          "``````",
          "```json\n```",
          "<html><body>502 Bad Gateway</body></html>",
          "{\"outcome\":\"qualified\",\"score\":70",
          "{\"outcome\":\"qualified\",\"score\":70,\"reasoning\":\"He said",
          "{\"outcome\":\"qualified\",\"criteria\":[{\"key\":\"licence\""
        })
    void what_is_no_complete_object(String answer) {
      assertThat(complaint(answer)).contains("no complete JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"maybe\"", "\"closed\"", "5", "[\"qualified\"]", "{\"a\":1}", "true"})
    void an_unknown_outcome_even_with_flags(String outcome) {
      assertThat(complaint("{\"outcome\":" + outcome + ",\"qualified\":true}")).contains("outcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"outcome\":null}", "{\"outcome\":\"\",\"score\":3}"})
    void an_answer_without_outcome_and_flags(String answer) {
      assertThat(complaint(answer)).isEqualTo("The answer names no outcome.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "[85]",
          "true",
          "NaN",
          "\"NaN\"",
          "\"high\"",
          "\"eighty-five\"",
          "\"8/10\"",
          "\"17/20\"",
          "\"85, or 90\"",
          "0.85",
          "0.5",
          "8.5e-1",
          "1.0",
          "8.5",
          "\"0.85\"",
          "\"0.9 %\""
        })
    void a_score_that_is_no_number(String score) {
      assertThat(complaint("{\"outcome\":\"qualified\",\"score\":" + score + "}"))
          .containsAnyOf("score", "no complete");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, NEEDS_HUMAN",
    "false, true, true, CALLBACK_REQUESTED",
    "false, false, true, QUALIFIED",
    "false, false, false, NOT_QUALIFIED"
  })
  void without_an_outcome_the_flags_decide_in_order(
      boolean human, boolean callback, boolean qualified, Outcome expected) {
    var answer =
        "{\"needs_human\":%s,\"callback_requested\":%s,\"qualified\":%s}"
            .formatted(human, callback, qualified);
    assertThat(verdict(answer).outcome()).isEqualTo(expected);
  }

  @Test
  void the_outcome_outweighs_the_flags() {
    var verdict =
        verdict("{\"outcome\":\"callback_requested\",\"qualified\":true,\"needs_human\":true}");
    assertThat(verdict.outcome()).isEqualTo(Outcome.CALLBACK_REQUESTED);
    assertThat(verdict.qualified()).isFalse();
    assertThat(verdict.decides()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "-5,0",
    "0,0",
    "100,100",
    "101,100",
    "1e99,100",
    "1e999,100",
    "84.6,85",
    "0,0",
    "0.0,0",
    "1,1",
    "8,8",
    "100.0,100",
    "'\"85 out of 100\"',85",
    "'\"84/100\"',84",
    "'\"90%\"',90",
    "null,0"
  })
  void scores_are_moved_into_range(String written, int expected) {
    assertThat(verdict("{\"outcome\":\"qualified\",\"score\":" + written + "}").score())
        .isEqualTo(expected);
  }
}
