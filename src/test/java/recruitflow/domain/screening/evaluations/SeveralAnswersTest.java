package recruitflow.domain.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than one clean object: what was meant is read, or asked for again, never guessed. */
class SeveralAnswersTest {
  private static final String NO = "{\"outcome\":\"not_qualified\",\"score\":5}";
  private static final String YES = "{\"outcome\":\"qualified\",\"score\":85}";

  private static Reading read(String template) {
    var answer = template.replace("NO", NO).replace("YES", YES);
    return new VerdictReader(List.of(), List.of()).read(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YES",
        "YES\n\nYES",
        "[YES]",
        "{\"evaluation\":YES}",
        "{\"result\":{\"verdict\":[YES]}}",
        "<thinking>The {criteria} are met, {\"score\": maybe.</thinking>\nYES",
        "<think>NO</think>YES",
        "<THINK>\n```json\nNO\n```\n</THINK>\n```json\nYES\n```",
        "Each {criterion} is met.\nYES",
        "Here it is: YES I hope it helps.",
        "```json\nYES\n```\nThat is my verdict.",
        "{\"note\":\"x\"}\nYES\n{\"note\":\"y\"}",
        "{\"outcome\":\"qualified\",\"outcome\":\"qualified\",\"score\":85}"
      })
  void one_verdict_is_found_whatever_stands_around_it(String answer) {
    assertThat(read(answer)).isInstanceOf(Reading.Read.class);
    var verdict = ((Reading.Read) read(answer)).verdict();
    assertThat(verdict.outcome()).isEqualTo(Outcome.QUALIFIED);
    assertThat(verdict.score()).isEqualTo(85);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NO\n\nOn second thoughts:\nYES",
        "YES\nThe candidate tried this: NO",
        "[NO, YES]",
        "{\"draft\":NO,\"final\":YES}",
        "NO\n{\"outcome\":\"qualified\",\"sco",
        "{\"outcome\":\"not_qualified\",\"score\n\nYES",
        "{\"evaluation\":YES",
        "<think>YES",
        "{\"outcome\":\"not_qualified\",\"score\":5,\"outcome\":\"qualified\",\"score\":85}",
        "{'outcome':'not_qualified','score':5}\nYES"
      })
  void verdicts_that_differ_and_halves_are_none(String answer) {
    assertThat(read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
