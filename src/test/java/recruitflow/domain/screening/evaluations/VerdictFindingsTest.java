package recruitflow.domain.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.desk.positions.Criteria.Criterion;
import recruitflow.domain.screening.calls.Turn;

/** What an answer says about each criterion, and whether the candidate said so. */
class VerdictFindingsTest {
  private static final List<Criterion> CRITERIA =
      List.of(
          new Criterion("licence", "Has a driving licence"),
          new Criterion("start", "Can start soon"));

  private static final List<Turn> TURNS =
      List.of(
          new Turn(0, Turn.Role.AGENT, "Aveți permis de conducere?", null),
          new Turn(1, Turn.Role.USER, "Da, am permis categoria B,  de trei ani.", null),
          new Turn(2, Turn.Role.AGENT, "Când puteți începe?", null),
          new Turn(3, Turn.Role.USER, "Aş putea să încep „luni”, cred.", null),
          new Turn(4, Turn.Role.USER, "Da, am permis categoria B, cum am spus.", null));

  private List<Finding> findings(String criteria) {
    var answer = "{\"outcome\":\"qualified\",\"score\":1,\"criteria\":" + criteria + "}";
    var read =
        assertInstanceOf(Reading.Read.class, new VerdictReader(CRITERIA, TURNS).read(answer));
    return read.verdict().findings();
  }

  @Test
  void keep_a_quote_with_its_turn() {
    var finding =
        findings(
                "[{\"key\":\"licence\",\"verdict\":\"met\",\"quote\":\"am permis categoria"
                    + " B\",\"turn\":4}]")
            .getFirst();
    assertThat(finding.answer()).isEqualTo(Finding.Answer.MET);
    assertThat(finding.quote()).isEqualTo("am permis categoria B");
    assertThat(finding.turnIndex()).isEqualTo(4);
    assertThat(finding.quoteDropped()).isFalse();
  }

  @Test
  void give_the_true_turn_when_the_model_names_another() {
    var finding =
        findings(
                "[{\"key\":\"licence\",\"verdict\":\"met\",\"quote\":\"de trei"
                    + " ani\",\"turn\":3}]")
            .getFirst();
    assertThat(finding.turnIndex()).isEqualTo(1);
  }

  @Test
  void give_back_the_words_of_the_transcript_not_those_of_the_model() {
    var finding =
        findings(
                "[{\"key\":\"start\",\"verdict\":\"met\",\"quote\":\"User: as putea sa incep"
                    + " 'luni'\",\"turn\":3}]")
            .get(1);
    assertThat(finding.quote()).isEqualTo("Aş putea să încep „luni");
    assertThat(finding.turnIndex()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have a licence since 2010",
        "permis categoria C",
        "am perm",
        "Aveți permis de conducere?",
        "Agent: Când puteți începe?",
        "The candidate has a licence and can start soon.",
        "Da, am permis categoria B. Aş putea să încep luni"
      })
  void drop_and_mark_what_nobody_said(String quote) {
    var finding =
        findings(
                "[{\"key\":\"licence\",\"verdict\":\"met\",\"quote\":\""
                    + quote
                    + "\",\"turn\":1}]")
            .getFirst();
    assertThat(finding.quote()).isNull();
    assertThat(finding.turnIndex()).isNull();
    assertThat(finding.quoteDropped()).isTrue();
    assertThat(finding.answer()).isEqualTo(Finding.Answer.MET);
  }

  @Test
  void that_were_left_out_are_unclear_and_strange_ones_are_ignored() {
    var findings =
        findings(
            "[{\"key\":\"drop"
                + " table\",\"verdict\":\"met\"},{\"key\":\"start\",\"verdict\":\"perhaps\",\"quote\":null},7]");
    assertThat(findings)
        .extracting(Finding::answer)
        .containsExactly(Finding.Answer.UNCLEAR, Finding.Answer.UNCLEAR);
    assertThat(findings).extracting(Finding::quoteDropped).containsOnly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"met\"", "{}", "{\"licence\":\"met\"}"})
  void of_the_wrong_kind_are_unclear(String criteria) {
    assertThat(findings(criteria)).extracting(Finding::answer).containsOnly(Finding.Answer.UNCLEAR);
  }
}
