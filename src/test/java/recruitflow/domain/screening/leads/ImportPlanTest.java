package recruitflow.domain.screening.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recruitflow.domain.desk.candidates.FullName;
import recruitflow.domain.desk.candidates.PhoneNumber;
import recruitflow.domain.desk.candidates.PhoneReading;
import recruitflow.domain.screening.leads.Contacts.Match;
import recruitflow.domain.screening.leads.Contacts.Other;
import recruitflow.domain.screening.leads.ImportPlan.Effect;
import recruitflow.domain.screening.leads.ImportPlan.Known;

class ImportPlanTest {
  private static int line = 1;

  private static Lead lead(String id, String name, String phone, String email) {
    var number = phone.isEmpty() ? null : new PhoneNumber("+4" + phone + "000");
    var reading = new PhoneReading(phone, number, "", null, null);
    return new Lead(id, null, "c", "fb", FullName.of(name), reading, email, new LinkedHashMap<>());
  }

  private static LeadRow row(String id, String name, String phone, String email) {
    return new LeadRow.Usable(
        ++line, new LinkedHashMap<>(), lead(id, name, phone, email), List.of());
  }

  private static List<Effect> effects(ImportPlan plan) {
    return plan.steps().stream().map(ImportPlan.Step::effect).toList();
  }

  @Test
  void new_and_known_leads_are_told_apart_and_each_gets_one_application() {
    var known =
        Map.of("l:2", new Known(false, true, Map.of()), "l:3", new Known(false, false, Map.of()));
    var plan =
        ImportPlan.of(
            List.of(
                row("l:1", "Ana", "0722", ""),
                row("l:2", "Ion", "0723", ""),
                row("l:3", "Dan", "0724", "")),
            known,
            new Contacts());
    assertThat(effects(plan)).containsExactly(Effect.CREATE, Effect.UPDATE, Effect.UPDATE);
    assertThat(plan.creates()).containsOnlyKeys("l:1");
    assertThat(plan.updates()).containsOnlyKeys("l:2", "l:3");
    assertThat(plan.applications()).containsExactly("l:1", "l:3");
    assertThat(plan.applicationsSkipped()).isEqualTo(1);
  }

  @Test
  void the_later_of_two_rows_with_one_lead_id_updates_the_earlier() {
    var plan =
        ImportPlan.of(
            List.of(row("l:1", "Ana", "0722", "a@example.com"), row("l:1", "Ana Pop", "", "")),
            Map.of(),
            new Contacts());
    assertThat(effects(plan)).containsExactly(Effect.CREATE, Effect.UPDATE);
    assertThat(plan.creates().get("l:1").name().full()).isEqualTo("Ana Pop");
    assertThat(plan.creates().get("l:1").phone().shown()).isEqualTo("0722");
    assertThat(plan.creates().get("l:1").email()).isEqualTo("a@example.com");
    assertThat(plan.applications()).containsExactly("l:1");
    assertThat(plan.possibleDuplicates()).isZero();
  }

  @Test
  void a_merged_record_is_not_updated_but_its_kept_one_may_get_an_application() {
    var plan =
        ImportPlan.of(
            List.of(row("l:1", "Ana", "0722", "")),
            Map.of("l:1", new Known(true, false, Map.of())),
            new Contacts());
    assertThat(plan.updates()).isEmpty();
    assertThat(plan.applications()).containsExactly("l:1");
  }

  @Test
  void the_same_number_or_address_is_flagged_in_the_file_and_against_what_is_there() {
    var contacts = new Contacts();
    var old = new Other(7L, null, "Old Ana");
    contacts.add(old, List.of("+40722000"), "ana@example.com");
    var plan =
        ImportPlan.of(
            List.of(
                row("l:1", "Ana", "0722", "ana@example.com"),
                row("l:2", "Ana", "0799", "ana@example.com"),
                row("l:3", "Nobody", "", "else@example.com")),
            Map.of(),
            contacts);
    assertThat(plan.steps().get(0).matches()).containsExactly(new Match(old, MatchedOn.BOTH));
    assertThat(plan.steps().get(1).matches())
        .containsExactly(
            new Match(old, MatchedOn.EMAIL),
            new Match(new Other(null, "l:1", "Ana"), MatchedOn.EMAIL));
    assertThat(plan.steps().get(2).matches()).isEmpty();
    assertThat(plan.possibleDuplicates()).isEqualTo(2);
  }

  @Test
  void a_known_lead_is_never_flagged_and_empty_contacts_match_nobody() {
    var contacts = new Contacts();
    contacts.add(new Other(7L, null, "Blank"), List.of(""), "");
    contacts.add(new Other(8L, null, "Ana"), List.of("+40722000"), null);
    var plan =
        ImportPlan.of(
            List.of(row("l:1", "Ana", "0722", ""), row("l:2", "Ion", "", "")),
            Map.of("l:1", new Known(false, true, Map.of())),
            contacts);
    assertThat(plan.possibleDuplicates()).isZero();
  }

  @Test
  void ten_thousand_rows_with_one_number_are_planned_at_once() {
    var rows = IntStream.range(0, 10_000).mapToObj(i -> row("l:" + i, "N", "0722", "")).toList();
    assertThat(ImportPlan.of(rows, Map.of(), new Contacts()).possibleDuplicates()).isEqualTo(9_999);
  }
}
