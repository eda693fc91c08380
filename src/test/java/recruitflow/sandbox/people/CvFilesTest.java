package recruitflow.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

class CvFilesTest {
  private static final List<String> LINES =
      List.of(
          "ŽIVOTOPIS",
          "Jiří Novák & synové (s.r.o.) <info>",
          "Telefon: +420601000001",
          "Ștefan Müller");

  @Test
  void a_pdf_names_each_object_at_its_true_place() {
    var bytes = CvFiles.of("cv.pdf", LINES).bytes();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);

    assertThat(text).startsWith("%PDF-1.4").endsWith("%%EOF\n");
    var start =
        Integer.parseInt(
            text.substring(text.indexOf("startxref") + 10).lines().findFirst().orElseThrow());
    assertThat(text.substring(start)).startsWith("xref\n0 6\n");
    var entries = text.substring(start).lines().skip(3).limit(5).toList();
    for (var i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i)).hasSize(19).endsWith(" 00000 n ");
      var place = Integer.parseInt(entries.get(i).substring(0, 10));
      assertThat(text.substring(place)).startsWith((i + 1) + " 0 obj\n");
    }
    var stream = text.substring(text.indexOf("stream\n") + 7, text.indexOf("\nendstream"));
    assertThat(text).contains("<< /Length " + stream.length() + " >>");
  }

  @Test
  void a_pdf_keeps_western_letters_and_takes_the_marks_off_the_others() {
    var text = new String(CvFiles.of("cv.pdf", LINES).bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains(
            "(ZIVOTOPIS) Tj", "(Jirí Novák & synové \\(s.r.o.\\) <info>) Tj", "(Stefan Müller) Tj");
  }

  @Test
  void a_docx_is_a_zip_of_well_formed_xml_with_every_letter_kept() throws Exception {
    var entries = entries(CvFiles.of("cv.docx", LINES).bytes());

    assertThat(entries.keySet())
        .containsExactlyInAnyOrder("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    for (var xml : entries.values()) {
      var parsed =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml));
      assertThat(parsed.getDocumentElement()).isNotNull();
    }
    assertThat(new String(entries.get("word/document.xml"), StandardCharsets.UTF_8))
        .contains("Ștefan Müller", "&amp; synové", "&lt;info&gt;");
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new HashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
        entries.put(entry.getName(), in.readAllBytes());
    }
    return entries;
  }

  @Test
  void both_are_what_they_say_they_are() {
    var tika = new Tika();
    var pdf = CvFiles.of("cv.pdf", LINES);
    assertThat(tika.detect(pdf.bytes())).isEqualTo(pdf.contentType());
    var docx = CvFiles.of("cv.docx", LINES);
    assertThat(tika.detect(docx.bytes(), docx.fileName())).isEqualTo(docx.contentType());
  }

  @Test
  void the_cv_of_a_person_names_them_and_is_the_same_every_time() {
    var person = People.fromResources().atPhone("+40700000001");
    var cv = new Persona.CvBehaviour("email", 1, 1, "CV.docx", "docx", null, null, "x");

    var file = CvFiles.of(person, cv);
    assertThat(file.fileName()).isEqualTo("CV.docx");
    assertThat(CvFiles.of(person, cv).bytes()).isEqualTo(file.bytes());
    assertThat(CvText.lines(person))
        .contains(person.name())
        .anyMatch(l -> l.contains(person.email()));
  }
}
