package recruitflow.domain.screening.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import recruitflow.domain.screening.leads.LeadFile.Leads;
import recruitflow.domain.screening.leads.LeadFile.Reading;

/** Files as an advertiser exports them, for tests that read them. */
final class LeadFiles {
  static final String HEADER =
      "id\tcreated_time\tad_id\tcampaign_name\tlead_status\tplatform\tai_permis_de_conducere?\t"
          + "câți_ani_ai_lucrat?\temail\tfull_name\tphone_number\tinbox_url";

  static final String ANA = row("l:1", "Ana Maria Pop", " Ana@Example.com", "p:0722123456");

  private LeadFiles() {}

  static String row(String id, String name, String email, String phone) {
    return String.join(
        "\t",
        id,
        "2025-09-10T10:00:10+03:00",
        "ag:1",
        "Vânzări Iași",
        "CREATED",
        "ig",
        "da,_de__10_ani",
        "",
        email,
        name,
        phone,
        "");
  }

  static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  static byte[] withMark(byte[] bytes, int... mark) {
    var out = new ByteArrayOutputStream();
    IntStream.of(mark).forEach(out::write);
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  static LeadFile read(byte[] bytes) {
    return LeadFile.read(bytes, Reading.detecting("RO"));
  }

  static Leads leads(String text) {
    return assertInstanceOf(Leads.class, read(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Lead only(Leads leads) {
    assertThat(leads.rows()).hasSize(1);
    return assertInstanceOf(LeadRow.Usable.class, leads.rows().getFirst()).lead();
  }
}
