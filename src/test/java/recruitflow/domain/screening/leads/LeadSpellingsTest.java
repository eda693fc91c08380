package recruitflow.domain.screening.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.leads.LeadFile.Leads;
import recruitflow.domain.screening.leads.LeadFile.Reading;

/** Files as other forms, other languages and spreadsheets make them. */
class LeadSpellingsTest {
  private static Leads leads(String text, Map<String, LeadField> mapping) {
    var reading = new Reading(Optional.empty(), Optional.empty(), mapping, "RO");
    var read = LeadFile.read(text.getBytes(StandardCharsets.UTF_8), reading);
    return assertInstanceOf(Leads.class, read, () -> read.toString());
  }

  private static List<LeadRow.Usable> usable(String text) {
    return leads(text, Map.of()).rows().stream()
        .map(row -> assertInstanceOf(LeadRow.Usable.class, row))
        .toList();
  }

  private static Lead only(String text) {
    var rows = usable(text);
    assertThat(rows).hasSize(1);
    return rows.getFirst().lead();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nume;Prenume;Număr de telefon;Adresă de e-mail",
        "Nume de familie,Prenumele,Nr. telefon,Email",
        "Příjmení;Jméno;Telefonní číslo;E-mailová adresa",
        "Priezvisko\tMeno\tTelefónne číslo\tE-mail",
        "Name;Vorname;Handynummer;E-Mail-Adresse",
        "Nom;Prénom;Numéro de téléphone;Adresse e-mail",
        "Vezetéknév;Keresztnév;Telefonszám;E-mail cím",
        "Nazwisko|Imię|Numer telefonu|Adres e-mail",
        "Apellidos;Nombre;Teléfono;Correo electrónico",
        "Cognome;Nome;Cellulare;Email",
        "Last Name,First Name,Mobile Number,E-mail",
        "LAST_NAME;first name ;Phone;EMAIL ADDRESS"
      })
  void first_and_last_name_in_any_language_are_one_person(String header) {
    var sign = header.replaceAll("[\\p{L}\\p{M} _.-]", "").charAt(0);
    var row = String.join("" + sign, "Pop", "Ana Maria", "0722010101", "ana@example.org");
    var lead = only(header + "\r\n" + row);
    assertThat(lead.name().full()).isEqualTo("Ana Maria Pop");
    assertThat(lead.name().first()).isEqualTo("Ana Maria");
    assertThat(lead.phone().e164()).isEqualTo("+40722010101");
    assertThat(lead.email()).isEqualTo("ana@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nume",
        "Nume și prenume",
        "Jméno a příjmení",
        "Celé meno",
        "Name",
        "Nom",
        "Név",
        "Imię i nazwisko",
        "Nombre completo",
        "Your name",
        "Vor- und Nachname"
      })
  void a_name_in_one_column_is_the_whole_name(String header) {
    assertThat(only(header + ";Telefon\nAna Maria Pop;0722010102").name().last())
        .isEqualTo("Maria Pop");
  }

  @Test
  void other_headers_are_what_a_person_says_they_are() {
    var text = "Cine ești?;Unde te sunăm?;Telefon\nAna Pop;0722010103;da";
    var mapping =
        Map.of("Cine ești?", LeadField.FULL_NAME, "Unde te sunăm?", LeadField.PHONE_NUMBER);
    var read = leads(text, mapping);
    var lead = assertInstanceOf(LeadRow.Usable.class, read.rows().getFirst()).lead();
    assertThat(lead.name().full()).isEqualTo("Ana Pop");
    assertThat(lead.phone().e164()).isEqualTo("+40722010103");
    assertThat(lead.answers()).containsOnly(Map.entry("Telefon", "da"));
    assertThat(read.columns().get(1).field()).isEqualTo(LeadField.PHONE_NUMBER);
    var ignored =
        leads(text, Map.of("Cine ești?", LeadField.FULL_NAME, "Unde te sunăm?", LeadField.IGNORED));
    assertThat(ignored.headers(LeadField.IGNORED)).containsExactly("Unde te sunăm?");
  }

  @ParameterizedTest
  @CsvSource({"1.99023E+15", "'1,99E+16'", "2E+15", "1990233898539300000", "1990233898539310"})
  void people_whose_lead_ids_a_spreadsheet_rounded_stay_two(String id) {
    var rows =
        usable(
            "id\tfull_name\tphone_number\n%s\tDan Unu\t0722010104\n%s\tEva Doi\t0722010105"
                .formatted(id, id));
    assertThat(rows.get(0).lead().leadId()).isNotEqualTo(rows.get(1).lead().leadId());
    assertThat(rows.get(0).warnings().getFirst().code()).isEqualTo("rounded_id");
    assertThat(rows.get(0).warnings().getFirst().column()).isEqualTo("id");
  }

  @Test
  void a_file_without_lead_ids_knows_its_people_again() {
    var first = only("full_name;phone_number\nAna Pop;0722 010 106");
    var again = only("Phone;Name;City\n+40722010106;ana  pop;Iași");
    var other = only("Phone;Name\n+40722010106;Ion Pop");
    assertThat(again.leadId()).isEqualTo(first.leadId());
    assertThat(other.leadId()).isNotEqualTo(first.leadId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200Bp1@example.org",
        "p1@example.org\u00A0",
        "mailto:p1@example.org",
        "<P1@Example.org>",
        "\uFEFFp1@exam\u00ADple.org;",
        "\u202Ap1@example.org\u202C",
        "'p1@example.org'"
      })
  void nothing_invisible_stays_in_an_address(String written) {
    assertThat(only("full_name\temail\nAna\t" + written).email()).isEqualTo("p1@example.org");
  }

  @Test
  void marks_that_turn_writing_around_are_in_no_name_answer_or_header() {
    var lead = only("full\u200B_name;email;q\u202Euestion\nA\u202Ena \u2066Pop;a@b.ro;y\u202Ees");
    assertThat(lead.name().full()).isEqualTo("Ana Pop");
    assertThat(lead.answers()).containsOnly(Map.entry("question", "yes"));
  }

  @Test
  void an_answer_over_several_lines_is_one_even_in_a_short_row() {
    var header = "id\twhy\temail\tfull_name\tphone_number\tinbox_url\tlead_status";
    var rows =
        usable(
            header
                + "\r\nl:1\t\"first\r\nsecond; third\r\nfourth\"\tp1@example.org\tAna\t0722010107"
                + "\r\nl:2\t\"a, b\nc\"\tp2@example.org\tIon\t0722010108\tx\tnew");
    assertThat(rows.get(0).lead().answers().get("why")).isEqualTo("first second; third fourth");
    assertThat(rows.get(1).lead().answers().get("why")).isEqualTo("a, b c");
    assertThat(rows.get(1).rowNumber()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.23457E+17",
        "l:1.23457E+17",
        "'1,23457E+17",
        "123456789012345000",
        "123456789012345000.0",
        "\"123,456,789,012,345,000\"",
        "123.456.789.012.345.000"
      })
  void two_people_whose_lead_ids_a_spreadsheet_rounded_stay_two(String id) {
    var rows = usable("id;full_name;phone\n%1$s;Ana;0722010101\n%1$s;Dan;0722010102".formatted(id));
    assertThat(rows).extracting(row -> row.lead().leadId()).doesNotHaveDuplicates();
  }

  @Test
  void of_two_columns_for_one_thing_the_one_that_is_filled_counts() {
    var rows =
        usable(
            "id;email;email;full_name;phone;phone_number\n"
                + "l:1;;a@example.org;Ana;;0722010101\n"
                + "l:2;b@example.org;c@example.org;Dan;0722010102;");
    assertThat(rows)
        .extracting(row -> row.lead().email())
        .containsExactly("a@example.org", "b@example.org");
    assertThat(rows)
        .extracting(row -> row.lead().phone().e164())
        .containsExactly("+40722010101", "+40722010102");
  }

  @Test
  void a_line_without_delimiters_goes_on_with_the_answer_before_it() {
    var rows =
        usable(
            """
            id,experience?,email,full_name,phone_number,why?
            l:1,three,p1@example.org,Ana Unu,0722010001,because
            of the people
            l:2,years
            in two
            firms,p2@example.org,Dan Doi,0722010002,yes
            """);
    assertThat(rows).extracting(row -> row.lead().leadId()).containsExactly("l:1", "l:2");
    assertThat(rows.getFirst().lead().answers()).containsEntry("why?", "because of the people");
    assertThat(rows.getLast().lead().answers()).containsEntry("experience?", "years in two firms");
  }

  @Test
  void an_answer_without_quotation_marks_over_two_lines_is_one() {
    var rows =
        usable(
            "id\twhy\temail\tfull_name\tphone_number\nl:1\tfirst\nsecond\tp1@example.org\tAna\t\n"
                + "l:2\tone\tp2@example.org\tIon\t0722010108");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).lead().answers().get("why")).isEqualTo("first second");
    assertThat(rows.get(0).lead().email()).isEqualTo("p1@example.org");
  }

  @Test
  void a_cell_that_cannot_be_read_is_marked_alone() {
    var bytes = "full_name;email;q\nȘtefan Ž;a@b.ro;10 ? 20\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0x96;
    var read = LeadFile.read(bytes, Reading.detecting("RO"));
    var row =
        assertInstanceOf(
            LeadRow.Usable.class, assertInstanceOf(Leads.class, read).rows().getFirst());
    assertThat(row.lead().name().full()).isEqualTo("Ștefan Ž");
    assertThat(row.warnings()).extracting(Remark::column).containsExactly("q");
  }
}
