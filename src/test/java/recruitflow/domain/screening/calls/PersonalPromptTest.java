package recruitflow.domain.screening.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.screening.calls.PersonalPrompt.Person;

class PersonalPromptTest {
  static final Person ANA =
      new Person("Ana Pop", "Ana", "ana@example.org", "Driver", "Drives a van.", answers());

  static Map<String, String> answers() {
    var answers = new LinkedHashMap<String, String>();
    answers.put("do_you_have_a_driving_licence?", "yes, B");
    answers.put("_where_do_you_live_", " Cluj $1 \\ ");
    return answers;
  }

  @ParameterizedTest
  @CsvSource({
    "Call {candidate_name}., Call Ana Pop.",
    "Hi {candidate_first_name}!, Hi Ana!",
    "{candidate_email}, ana@example.org",
    "{position_title}: {position_description}, Driver: Drives a van.",
    "{candidate_surname} {} {x} {{y}} { z }, {candidate_surname} {} {x} {{y}} { z }",
    "{Candidate_Name}, {Candidate_Name}",
    "'', ''"
  })
  void placeholders_are_replaced_and_other_braces_stay(String prompt, String expected) {
    assertThat(PersonalPrompt.of(prompt, ANA)).isEqualTo(expected);
  }

  @Test
  void form_answers_are_one_line_each_with_the_question_in_words() {
    assertThat(PersonalPrompt.of("{form_answers}", ANA))
        .isEqualTo("do you have a driving licence?: yes, B\nwhere do you live: Cluj $1 \\");
  }

  @Test
  void an_empty_value_is_an_empty_string() {
    var nobody = new Person(null, "", null, null, null, null);
    assertThat(
            PersonalPrompt.of(
                "[{candidate_name}{candidate_first_name}{candidate_email}{form_answers}]", nobody))
        .isEqualTo("[]");
  }

  @Test
  void a_value_is_not_replaced_in_turn() {
    var sly = new Person("{candidate_email}", "", "ana@example.org", "", "", Map.of());
    assertThat(PersonalPrompt.of("{candidate_name}", sly)).isEqualTo("(candidate_email)");
  }

  @Test
  void no_variable_of_the_provider_can_be_smuggled_in() {
    var sly = new Person("{{system__call_sid}}", "{secret", "}", "", "", Map.of("{{q", "a}}"));
    var prompt =
        PersonalPrompt.of(
            "{candidate_name} {{candidate_first_name}{candidate_email} {form_answers}", sly);
    assertThat(prompt).doesNotContain("{{");
  }

  @Property
  void whatever_people_type_adds_no_brace(@ForAll String name, @ForAll String answer) {
    var person = new Person(name, name, name, name, name, Map.of(name, answer));
    assertThat(PersonalPrompt.of("{candidate_name}{form_answers}", person))
        .doesNotContain("{", "}");
  }
}
