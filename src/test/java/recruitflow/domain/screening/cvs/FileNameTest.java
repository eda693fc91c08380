package recruitflow.domain.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

  static Object[][] names() {
    return new Object[][] {
      {"cv.pdf", "cv.pdf"},
      {"../../etc/passwd", "passwd"},
      {"..\\..\\windows\\win.ini", "win.ini"},
      {"C:\\fakepath\\My CV.docx", "My CV.docx"},
      {"/", "cv"},
      {"..", "cv"},
      {"", "cv"},
      {null, "cv"},
      {"   ", "cv"},
      {"cv\u0000.pdf", "cv.pdf"},
      {"cv\r\nSet-Cookie: a=b.pdf", "cvSet-Cookie_ a=b.pdf"},
      {"cv\u202Efdp.exe", "cvfdp.exe"},
      {"\u2066cv\u2069.pdf", "cv.pdf"},
      {"Životopis Jiří Dvořák.pdf", "Životopis Jiří Dvořák.pdf"},
      {"Z\u030Civotopis.pdf", "Životopis.pdf"},
      {"سيرة ذاتية.pdf", "سيرة ذاتية.pdf"},
      {"👩‍💻 cv.pdf", "👩‍💻 cv.pdf"},
      {"\uD83D cv.pdf", "cv.pdf"},
      {"<script>alert(1)</script>.pdf", "script_.pdf"},
      {"con.pdf", "_con.pdf"},
      {"LPT1", "_LPT1"},
      {".htaccess", "htaccess"},
      {"a\t \u00A0b.pdf", "a \u00A0b.pdf"},
    };
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_hostile_name_becomes_a_plain_one(String raw, String shown) {
    assertThat(FileName.clean(raw, "cv").shown()).isEqualTo(shown);
  }

  @Test
  void a_long_name_keeps_its_extension() {
    var name = FileName.clean("é".repeat(300) + ".docx", "cv").shown();
    assertThat(name).endsWith("é.docx").hasSize(FileName.LONGEST);
  }

  @Test
  void the_download_header_is_ascii_and_keeps_the_name() {
    assertThat(new FileName("Životopis \"x\" 100%.pdf").asAttachment())
        .isEqualTo(
            "attachment; filename=\"_ivotopis _x_ 100_.pdf\";"
                + " filename*=UTF-8''%C5%BDivotopis%20%22x%22%20100%25.pdf");
  }

  @Property
  void no_name_breaks_it_and_none_can_leave_its_folder(@ForAll String raw) {
    var name = FileName.clean(raw, "cv");
    assertThat(name.shown()).isNotBlank().doesNotContain("/", "\\", "\0", "\n", "\r");
    assertThat(name.shown()).isNotIn(".", "..");
    assertThat(name.shown().codePointCount(0, name.shown().length()))
        .isLessThanOrEqualTo(FileName.LONGEST);
    assertThat(name.asAttachment()).matches("[ -~]+");
  }

  @Property
  void a_clean_name_stays_as_it_is(@ForAll String raw) {
    var once = FileName.clean(raw, "cv");
    assertThat(FileName.clean(once.shown(), "cv")).isEqualTo(once);
  }
}
