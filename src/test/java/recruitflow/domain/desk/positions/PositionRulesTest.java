package recruitflow.domain.desk.positions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.desk.positions.Criteria.Criterion;

class PositionRulesTest {
  private static PositionRules rules(int retries, int interval, int start, int end) {
    return new PositionRules("Sales", "Sells", "ro", retries, interval, start, end, 48, 7);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0, 1, ''",
    "10, 10080, 23, 24, ''",
    "0, 60, 10, 18, callRetryMax",
    "11, 60, 10, 18, callRetryMax",
    "2, 0, 10, 18, callRetryIntervalMinutes",
    "2, 10081, 10, 18, callRetryIntervalMinutes",
    "2, 60, -1, 18, callingHourStart",
    "2, 60, 24, 18, callingHourStart callingHourEnd",
    "2, 60, 10, 25, callingHourEnd",
    "2, 60, 10, 10, callingHourEnd",
    "2, 60, 18, 10, callingHourEnd"
  })
  void limits_are_kept(int retries, int interval, int start, int end, String fields) {
    var wrong = rules(retries, interval, start, end).violations();
    assertThat(String.join(" ", wrong.keySet())).isEqualTo(fields);
  }

  @Test
  void blank_and_overlong_texts_and_unknown_languages_are_named() {
    var rules = new PositionRules(" ", "x".repeat(50_001), "romanian", 2, 60, 10, 18, 0, 366);
    assertThat(rules.violations().keySet())
        .containsExactly(
            "title", "description", "language", "followUpIntervalHours", "rejectedCvTimeoutDays");
  }

  @Test
  void missing_prompts_are_named_as_the_form_calls_them() {
    assertThat(new Prompts("x", " ", null).missing())
        .containsExactly("firstMessage", "qualificationPrompt");
    assertThat(new Prompts("x", "y", "z").missing()).isEmpty();
  }

  @Test
  void each_question_is_a_criterion_with_a_key_of_its_own() {
    var questions =
        "Ai experiență în vânzări?\n\n Ai permis B? \r\nai permis b?\nAi, permis: B!\n???";
    assertThat(Criteria.of(questions))
        .isEqualTo(
            List.of(
                new Criterion("ai_experienta_in_vanzari", "Ai experiență în vânzări?"),
                new Criterion("ai_permis_b", "Ai permis B?"),
                new Criterion("ai_permis_b_2", "Ai, permis: B!"),
                new Criterion("criterion", "???")));
  }

  @Test
  void no_questions_give_no_criteria() {
    assertThat(Criteria.of(" \n ")).isEmpty();
  }

  @Test
  void a_closed_position_takes_nobody() {
    assertThat(PositionStatus.CLOSED.takesApplications()).isFalse();
    assertThat(PositionStatus.of("paused").takesApplications()).isTrue();
  }
}
