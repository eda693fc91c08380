package recruitflow.domain.screening.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static recruitflow.domain.screening.leads.LeadFiles.ANA;
import static recruitflow.domain.screening.leads.LeadFiles.HEADER;
import static recruitflow.domain.screening.leads.LeadFiles.bytes;
import static recruitflow.domain.screening.leads.LeadFiles.only;
import static recruitflow.domain.screening.leads.LeadFiles.read;
import static recruitflow.domain.screening.leads.LeadFiles.row;
import static recruitflow.domain.screening.leads.LeadFiles.withMark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.leads.LeadFile.Leads;
import recruitflow.domain.screening.leads.LeadFile.Reading;
import recruitflow.domain.screening.leads.LeadFile.Unusable;
import recruitflow.domain.screening.leads.encoding.FileEncoding;

/** From bytes to a table: encodings, delimiters, and files that are none. */
class LeadFileBytesTest {

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF_8, TAB",
    "UTF-8, UTF_8, COMMA",
    "UTF-8, UTF_8, SEMICOLON",
    "UTF-16LE, UTF_16LE, TAB",
    "UTF-16BE, UTF_16BE, SEMICOLON",
    "windows-1250, WINDOWS_1250, SEMICOLON"
  })
  void encoding_and_delimiter_are_detected(
      String charset, FileEncoding encoding, Delimiter delimiter) {
    var text = HEADER.replace("câți", "kolik") + "\n" + ANA.replace("da,_", "da_");
    text = text.replace("Vânzări Iași", "Řidič Žižkov");
    var file = read(bytes(text.replace('\t', delimiter.sign()), charset));
    assertThat(file.encoding()).isEqualTo(encoding);
    assertThat(file.delimiter()).isEqualTo(delimiter);
    assertThat(only(assertInstanceOf(Leads.class, file)).campaignName()).isEqualTo("Řidič Žižkov");
  }

  @Test
  void byte_order_marks_are_read_and_not_part_of_the_first_header() {
    var text = HEADER + "\n" + ANA;
    for (var file :
        List.of(
            withMark(bytes(text, "UTF-8"), 0xEF, 0xBB, 0xBF),
            withMark(bytes(text, "UTF-16LE"), 0xFF, 0xFE),
            withMark(bytes(text, "UTF-16BE"), 0xFE, 0xFF))) {
      assertThat(only(assertInstanceOf(Leads.class, read(file))).leadId()).isEqualTo("l:1");
    }
  }

  @Test
  void czech_in_the_iso_encoding_is_told_from_windows() {
    var text =
        HEADER.replace("câți", "kolik") + "\n" + ANA.replace("Vânzări Iași", "Tomáš Dušek, Ruže");
    var file = read(bytes(text, "ISO-8859-2"));
    assertThat(file.encoding()).isEqualTo(FileEncoding.ISO_8859_2);
    assertThat(only(assertInstanceOf(Leads.class, file)).campaignName())
        .isEqualTo("Tomáš Dušek, Ruže");
  }

  @Test
  void german_umlauts_are_read_as_windows() {
    var text =
        HEADER.replace("câți", "wie_viele") + "\n" + ANA.replace("Vânzări Iași", "Müller & Söhne");
    var file = read(bytes(text, "windows-1252"));
    assertThat(only(assertInstanceOf(Leads.class, file)).campaignName())
        .isEqualTo("Müller & Söhne");
  }

  private static Reading chosen(Optional<FileEncoding> encoding, Optional<Delimiter> delimiter) {
    return new Reading(encoding, delimiter, Map.of(), "RO");
  }

  @Test
  void the_recruiters_choice_wins() {
    var file = bytes(HEADER + "\n" + ANA, "UTF-8");
    var reading = chosen(Optional.of(FileEncoding.WINDOWS_1250), Optional.of(Delimiter.TAB));
    var lead = only(assertInstanceOf(Leads.class, LeadFile.read(file, reading)));
    assertThat(lead.campaignName()).startsWith("VĂ˘nz");
  }

  @Test
  void a_wrong_choice_of_encoding_or_delimiter_lists_what_is_missing() {
    var file = bytes(HEADER + "\n" + ANA, "UTF-8");
    for (var reading :
        List.of(
            chosen(Optional.of(FileEncoding.UTF_16LE), Optional.empty()),
            chosen(Optional.empty(), Optional.of(Delimiter.COMMA)))) {
      var unusable = assertInstanceOf(Unusable.class, LeadFile.read(file, reading));
      assertThat(unusable.missingColumns()).containsExactly("full_name", "phone_number or email");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n", "\r\n  \r\n"})
  void an_empty_file_has_no_rows(String text) {
    var unusable = assertInstanceOf(Unusable.class, read(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(unusable.reason().words()).contains("no rows");
    assertThat(unusable.missingColumns()).isEmpty();
  }

  @Test
  void a_header_alone_has_no_rows() {
    var unusable =
        assertInstanceOf(
            Unusable.class, read((HEADER + "\n\t\t\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(unusable.reason().words()).contains("no rows");
  }

  @Test
  void emoji_and_right_to_left_scripts_come_through_unchanged() {
    var name = "محمد \uD83D\uDE00 עברית";
    var text = HEADER + "\n" + row("l:1", name, "a@example.com", "");
    var file = read(withMark(bytes(text, "UTF-16LE"), 0xFF, 0xFE));
    assertThat(only(assertInstanceOf(Leads.class, file)).name().full()).isEqualTo(name);
  }

  @Test
  void a_file_beyond_the_size_limit_is_not_read() {
    assertThat(
            assertInstanceOf(Unusable.class, read(new byte[LeadFile.MAX_BYTES + 1]))
                .reason()
                .words())
        .contains("20 MB");
  }

  @Test
  void a_workbook_is_refused_with_advice() {
    var reason =
        assertInstanceOf(Unusable.class, read(new byte[] {'P', 'K', 3, 4, 0, 0})).reason().words();
    assertThat(reason).contains("save the sheet as CSV");
  }

  @Property(tries = 2000)
  void any_bytes_are_read_or_refused_without_a_throw(@ForAll @Size(max = 300) byte[] bytes) {
    assertThat(read(bytes)).isNotNull();
  }

  @Property(tries = 500)
  void any_bytes_under_a_good_header_are_read_without_a_throw(
      @ForAll @Size(max = 300) byte[] bytes) {
    for (var charset : List.of("UTF-8", "UTF-16LE")) {
      var out = new ByteArrayOutputStream();
      out.writeBytes(bytes(HEADER + "\n" + ANA + "\n", charset));
      out.writeBytes(bytes);
      assertThat(read(out.toByteArray())).isNotNull();
    }
  }
}
