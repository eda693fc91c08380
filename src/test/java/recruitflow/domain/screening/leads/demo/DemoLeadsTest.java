package recruitflow.domain.screening.leads.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoLeadsTest {
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  @Test
  void two_hundred_people_of_four_languages_differ_in_phone_and_email_and_name() {
    var people = DemoLeads.people();

    assertThat(people).hasSize(200);
    assertThat(people.stream().map(DemoLeads.DemoLead::phone).distinct()).hasSize(200);
    assertThat(people.stream().map(DemoLeads.DemoLead::email).distinct()).hasSize(200);
    assertThat(people.stream().map(DemoLeads.DemoLead::fullName).distinct()).hasSize(200);
    assertThat(people.stream().collect(Collectors.groupingBy(DemoLeads.DemoLead::language)))
        .hasSize(4)
        .allSatisfy((language, some) -> assertThat(some).hasSizeGreaterThanOrEqualTo(40));
  }

  @Test
  void every_phone_number_is_valid_and_every_address_is_of_example_com() throws Exception {
    for (var lead : DemoLeads.people()) {
      assertThat(phones.isValidNumber(phones.parse(lead.phone(), null))).as(lead.phone()).isTrue();
      assertThat(lead.email()).matches("[a-z.]+\\.\\d+@example\\.com");
      assertThat(OffsetDateTime.parse(lead.createdTime())).isNotNull();
    }
  }

  @Test
  void the_file_is_a_meta_download_in_utf_16_with_a_byte_order_mark_and_tabs() {
    var bytes = DemoLeads.file();
    assertThat(bytes).startsWith(0xFF, 0xFE);

    var text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    var lines = text.split("\r\n");
    assertThat(lines).hasSize(201);
    assertThat(lines[0]).startsWith("id\tcreated_time\tad_id").endsWith("\tphone_number");
    assertThat(Arrays.stream(lines).map(line -> line.split("\t", -1).length).distinct())
        .containsExactly(18);
  }

  @Test
  void the_numbers_of_the_file_are_those_of_the_people_however_they_are_written() throws Exception {
    var bytes = DemoLeads.file();
    var lines = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE).split("\r\n");
    var ids = new HashSet<String>();
    for (var lead : DemoLeads.people()) {
      var cells = lines[lead.number()].split("\t");
      assertThat(ids.add(cells[0])).isTrue();
      var written = phones.parse(cells[17].substring("p:".length()), "RO");
      assertThat(phones.format(written, PhoneNumberUtil.PhoneNumberFormat.E164))
          .isEqualTo(lead.phone());
    }
  }

  @Test
  void the_same_people_come_every_time() {
    assertThat(DemoLeads.file()).isEqualTo(DemoLeads.file());
  }
}
