package recruitflow.domain.screening.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static recruitflow.domain.screening.leads.LeadFiles.ANA;
import static recruitflow.domain.screening.leads.LeadFiles.HEADER;
import static recruitflow.domain.screening.leads.LeadFiles.leads;
import static recruitflow.domain.screening.leads.LeadFiles.only;
import static recruitflow.domain.screening.leads.LeadFiles.read;
import static recruitflow.domain.screening.leads.LeadFiles.row;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.leads.LeadFile.Unusable;

/** From a table to leads: rows, columns, and what is wrong with them. */
class LeadFileTest {

  @Test
  void a_row_becomes_a_lead() {
    var leads = leads(HEADER + "\r\n" + ANA + "\r\n");
    var lead = only(leads);
    assertThat(lead.leadId()).isEqualTo("l:1");
    assertThat(lead.createdTime()).isEqualTo(Instant.parse("2025-09-10T07:00:10Z"));
    assertThat(lead.campaignName()).isEqualTo("Vânzări Iași");
    assertThat(lead.platform()).isEqualTo("ig");
    assertThat(lead.email()).isEqualTo("ana@example.com");
    assertThat(lead.name().first()).isEqualTo("Ana");
    assertThat(lead.name().last()).isEqualTo("Maria Pop");
    assertThat(lead.phone().shown()).isEqualTo("0722123456");
    assertThat(lead.phone().e164()).isEqualTo("+40722123456");
    assertThat(lead.answers()).containsOnly(Map.entry("ai_permis_de_conducere?", "da, de 10 ani"));
    assertThat(leads.headers(LeadField.QUESTION))
        .containsExactly("ai_permis_de_conducere?", "câți_ani_ai_lucrat?");
    assertThat(leads.headers(LeadField.IGNORED))
        .containsExactly("ad_id", "lead_status", "inbox_url");
  }

  @Test
  void a_name_and_one_way_to_reach_the_person_are_enough_and_what_lacks_is_named() {
    var noName = read("id,Phone Number\n1,0722123456".getBytes(StandardCharsets.UTF_8));
    var unusable = assertInstanceOf(Unusable.class, noName);
    assertThat(unusable.missingColumns()).containsExactly("full_name");
    assertThat(unusable.columns().getFirst().header()).isEqualTo("id");
    assertThat(unusable.columns().get(1).samples()).containsExactly("0722123456");
    assertThat(only(leads("full_name;email\nAna Pop;a@b.ro")).email()).isEqualTo("a@b.ro");
  }

  @Test
  void rows_keep_the_number_of_their_line() {
    var text =
        "\n"
            + HEADER
            + "\n"
            + ANA
            + "\n\n\"l:2\""
            + ANA.substring(3).replace("ig", "\"i\ng\"")
            + "\n"
            + row("l:3", "C", "", "0733");
    assertThat(leads(text).rows().stream().map(LeadRow::rowNumber)).containsExactly(3, 5, 7);
  }

  @Test
  void a_spreadsheets_separator_line_is_stepped_over() {
    var text = "sep=;\r\n" + (HEADER + "\r\n" + ANA).replace("\t", ";");
    assertThat(leads(text).rows().getFirst().rowNumber()).isEqualTo(3);
  }

  @Test
  void a_quotation_mark_that_never_closes_costs_no_other_row() {
    var text =
        String.join(
            "\n",
            HEADER,
            row("l:1", "\"Ana Pop", "a@example.com", "0722123456"),
            row("l:2", "Ion", "i@example.com", "0722123457"));
    var rows = leads(text).rows();
    assertThat(rows).hasSize(2);
    assertThat(assertInstanceOf(LeadRow.Usable.class, rows.get(0)).lead().name().full())
        .isEqualTo("\"Ana Pop");
    assertThat(assertInstanceOf(LeadRow.Usable.class, rows.get(1)).lead().leadId())
        .isEqualTo("l:2");
  }

  @Test
  void the_test_lead_of_the_advertiser_is_skipped() {
    var text =
        HEADER
            + "\n"
            + row(
                "l:1",
                "<test lead: dummy data for full_name>",
                "test@fb.com",
                "<test lead: dummy data for phone_number>");
    var row = leads(text).rows().getFirst();
    assertThat(assertInstanceOf(LeadRow.Skipped.class, row).why().words()).contains("test lead");
  }

  @Test
  void a_row_without_contact_or_lead_id_is_refused_with_its_column() {
    var text =
        String.join(
            "\n",
            HEADER,
            row("l:1", "Ana", "", ""),
            row(" ", "Ion", "i@example.com", ""),
            row("l:3", "Dan", "", "none"));
    var refused = leads(text).rows().stream().map(LeadRow.Refused.class::cast).toList();
    assertThat(refused.stream().map(row -> row.why().column()))
        .containsExactly("phone_number", "id", "phone_number");
  }

  @Test
  void a_bad_time_a_short_number_and_a_bad_address_are_warnings() {
    var text =
        HEADER
            + "\n"
            + row("l:1", "Ana", "ana at example", "0722")
                .replace("2025-09-10T10:00:10+03:00", "yesterday");
    var row = assertInstanceOf(LeadRow.Usable.class, leads(text).rows().getFirst());
    assertThat(row.warnings()).hasSize(3);
    assertThat(row.lead().createdTime()).isNull();
    assertThat(row.lead().phone().shown()).isEqualTo("0722");
    assertThat(row.lead().phone().e164()).isNull();
    assertThat(row.lead().email()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-09-10T10:00:10+0300",
        "2025-09-10 10:00:10+03:00",
        "2025-09-10T07:00:10Z",
        "2025-09-10T10:00:10+03"
      })
  void times_are_read_in_the_spellings_that_occur(String time) {
    var text = HEADER + "\n" + ANA.replace("2025-09-10T10:00:10+03:00", time);
    assertThat(only(leads(text)).createdTime()).isEqualTo(Instant.parse("2025-09-10T07:00:10Z"));
  }

  @Test
  void a_row_with_more_columns_than_the_header_is_refused_and_a_shorter_one_is_read() {
    var text = HEADER + "\n" + ANA + "\tmore\n" + ANA.stripTrailing();
    var rows = leads(text).rows();
    assertInstanceOf(LeadRow.Refused.class, rows.get(0));
    assertInstanceOf(LeadRow.Usable.class, rows.get(1));
  }

  @Test
  void questions_of_the_same_name_are_kept_apart() {
    var text = HEADER.replace("câți_ani_ai_lucrat?", "ai_permis_de_conducere?") + "\n" + ANA;
    assertThat(leads(text).headers(LeadField.QUESTION))
        .containsExactly("ai_permis_de_conducere?", "ai_permis_de_conducere? (2)");
  }

  @Test
  void more_rows_than_allowed_are_refused_whole() {
    var rows =
        IntStream.rangeClosed(0, LeadFile.MAX_ROWS)
            .mapToObj(i -> row("l:" + i, "A", "a@example.com", ""));
    var text = HEADER + "\n" + rows.collect(Collectors.joining("\n"));
    assertThat(
            assertInstanceOf(Unusable.class, read(text.getBytes(StandardCharsets.UTF_8)))
                .reason()
                .words())
        .contains("10000 rows");
  }

  @Property(tries = 500)
  void any_text_of_delimiters_and_quotes_is_read_without_a_throw(
      @ForAll @CharRange(from = '\t', to = '\r') @Chars({'"', ',', ';', 'a'}) String text) {
    var file = leads(HEADER + "\n" + ANA + "\n" + text);
    assertThat(file.rows().stream().map(LeadRow::rowNumber)).doesNotHaveDuplicates();
  }

  @Test
  void many_unclosed_quotes_do_not_take_for_ever() {
    var rows =
        IntStream.range(0, 9_000).mapToObj(i -> row("l:" + i, "\"A" + i, "a@example.com", ""));
    assertThat(leads(HEADER + "\n" + rows.collect(Collectors.joining("\n"))).rows()).isNotEmpty();
  }
}
