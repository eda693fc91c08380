package recruitflow.sandbox.people;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.leads.demo.DemoLeads;
import recruitflow.sandbox.people.Persona.CallResult;
import recruitflow.sandbox.people.Persona.ScriptedCall;

class PeopleTest {
  private static final Set<String> OUTCOMES =
      Set.of("qualified", "not_qualified", "callback_requested", "needs_human");
  private static final Set<String> VERDICTS = Set.of("met", "not_met", "not_asked", "unclear");
  private static final Set<String> TOPICS =
      Set.of("experience", "licence", "travel", "pay", "start");

  private final People people = People.fromResources();

  @Test
  void there_are_at_least_twelve_kinds_of_people_in_four_languages() {
    assertThat(people.personas()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(people.personas().stream().map(Persona::language).collect(toSet()))
        .containsExactlyInAnyOrder("ro", "cs", "de", "en");
  }

  @Test
  void the_demo_file_holds_all_kinds_of_people() {
    var kinds =
        DemoLeads.people().stream()
            .map(lead -> people.atPhone(lead.phone()).persona().key())
            .collect(groupingBy(key -> key, counting()));
    assertThat(kinds.keySet()).containsAll(people.personas().stream().map(Persona::key).toList());
    assertThat(kinds.get("qualified_ro")).isBetween(10L, 40L);
  }

  /** A call that nobody took, or the outcome of one; of an early end, how it came about. */
  private static String kind(Persona persona) {
    var call = persona.call(1);
    if (call.result() != CallResult.ANSWERED) return call.result().name();
    if (persona.key().startsWith("refuses_machine")) return "refuses a machine";
    if (call.turns().size() < 8 && call.verdict().outcome().equals("not_qualified"))
      return "hangs up";
    return call.verdict().outcome();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4072%07d", "+42060%07d", "+42190%07d", "+49171%07d", "+1212%07d"})
  void numbers_of_one_country_alone_meet_every_kind_of_person(String numbers) {
    var met =
        IntStream.range(0, 200)
            .mapToObj(i -> people.atPhone(numbers.formatted(1_000_000 + i * 37)).persona())
            .toList();
    assertThat(met.stream().map(PeopleTest::kind).collect(toSet()))
        .containsExactlyInAnyOrder(
            "qualified",
            "not_qualified",
            "callback_requested",
            "needs_human",
            "refuses a machine",
            "hangs up",
            "VOICEMAIL",
            "BUSY",
            "NO_ANSWER");
    assertThat(met.stream().map(Persona::language).distinct()).hasSize(1);
  }

  @Test
  void people_of_the_demo_file_speak_the_language_of_their_file_and_have_its_name_and_address() {
    for (var lead : DemoLeads.people()) {
      var person = people.atPhone(lead.phone());
      assertThat(person.persona().language()).isEqualTo(lead.language());
      assertThat(person.name()).isEqualTo(lead.fullName());
      assertThat(people.atEmail(lead.email().toUpperCase(), "")).contains(person);
    }
  }

  @Test
  void long_talks_are_talks() {
    var talks =
        people.personas().stream()
            .flatMap(persona -> persona.calls().stream())
            .filter(call -> call.result() == CallResult.ANSWERED)
            .toList();
    assertThat(talks.stream().filter(call -> call.turns().size() >= 12)).hasSizeGreaterThan(11);
    for (var call : talks) {
      assertThat(call.turns().getFirst().role()).isEqualTo("agent");
      assertThat(call.turns().stream().map(Persona.Turn::role).collect(toSet()))
          .containsExactlyInAnyOrder("agent", "user");
      assertThat(call.summary()).isNotBlank();
    }
  }

  @Test
  void verdicts_quote_what_was_said() {
    for (var persona : people.personas())
      for (var call : persona.calls()) if (call.verdict() != null) check(persona, call);
  }

  private static void check(Persona persona, ScriptedCall call) {
    var verdict = call.verdict();
    var said = call.turns().stream().map(Persona.Turn::text).toList();
    assertThat(OUTCOMES).contains(verdict.outcome());
    assertThat(verdict.score()).isBetween(0, 100);
    assertThat(verdict.criteria().stream().map(Persona.Finding::topic)).hasSameElementsAs(TOPICS);
    for (var finding : verdict.criteria()) {
      assertThat(VERDICTS).contains(finding.verdict());
      if (finding.quote() != null)
        assertThat(said)
            .as(persona.key() + " " + finding.topic())
            .anyMatch(text -> text.contains(finding.quote()));
    }
    if (verdict.outcome().equals("callback_requested"))
      assertThat(said).anyMatch(text -> text.contains(verdict.callbackWords()));
  }

  @Test
  void answered_calls_have_a_verdict_and_the_others_none() {
    for (var persona : people.personas())
      for (var call : persona.calls())
        assertThat(call.verdict() != null)
            .as(persona.key())
            .isEqualTo(call.result() == CallResult.ANSWERED);
  }

  @Test
  void questions_are_recognised_in_every_language() {
    var topics = people.topics();
    assertThat(topics.of("How many years have you worked in sales?")).contains("experience");
    assertThat(topics.of("Câți ani de experiență aveți în vânzări?")).contains("experience");
    assertThat(topics.of("Máte řidičský průkaz skupiny B?")).contains("licence");
    assertThat(topics.of("Do you have a driving licence (category B)?")).contains("licence");
    assertThat(topics.of("Sind Sie bereit, drei Tage im Außendienst zu arbeiten?"))
        .contains("travel");
    assertThat(topics.of("Are you willing to travel in your region?")).contains("travel");
    assertThat(topics.of("Welches Gehalt erwarten Sie?")).contains("pay");
    assertThat(topics.of("What salary do you expect?")).contains("pay");
    assertThat(topics.of("When could you start?")).contains("start");
    assertThat(topics.of("Când ați putea începe?")).contains("start");
    assertThat(topics.of("Favourite colour?")).isEmpty();
  }

  @Test
  void a_stranger_is_always_the_same_kind_of_person() {
    var other = People.fromResources();
    for (var i = 0; i < 50; i++) {
      var phone = "+4179%07d".formatted(i * 7919);
      assertThat(people.atPhone(phone).persona()).isEqualTo(other.atPhone(phone).persona());
      assertThat(people.atPhone(phone).persona().language()).isEqualTo("de");
    }
    assertThat(people.atPhone("+12125550100").persona().language()).isEqualTo("en");
  }

  @Test
  void calls_are_counted_by_number_and_the_last_script_repeats() {
    people.know("+40700000901", null, null, "no_answer_then_answers_ro");
    assertThat(people.nextCall("+40700000901").result()).isEqualTo(CallResult.NO_ANSWER);
    assertThat(people.nextCall("40700000901").result()).isEqualTo(CallResult.ANSWERED);
    assertThat(people.nextCall("+40700000901").result()).isEqualTo(CallResult.ANSWERED);
  }

  @Test
  void an_address_is_known_by_the_reference_it_shares_with_a_phone_number() {
    people.link("77", "+40700000902");
    assertThat(people.atEmail("ion@example.org", "[RF-78] CV")).isEmpty();
    assertThat(people.atEmail("ion@example.org", "[RF-77] CV").orElseThrow().phone())
        .isEqualTo("+40700000902");
    assertThat(people.atEmail("ion@example.org", "no reference")).isPresent();
  }

  @Test
  void an_unknown_persona_is_refused() {
    assertThatThrownBy(() -> people.know("+40700000903", null, null, "nobody"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
