package recruitflow.domain.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.screening.cvs.CvLike.Attachment;
import recruitflow.domain.screening.cvs.CvLike.Cv;
import recruitflow.domain.screening.cvs.CvLike.Ignored;
import recruitflow.domain.screening.cvs.CvLike.TooLarge;

class CvLikeTest {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @ParameterizedTest
  @CsvSource({
    "cv.pdf,   application/pdf,                          900,      false, cv",
    "cv,       application/pdf,                          900,      false, cv",
    "cv.doc,   application/msword,                       900,      false, cv",
    "cv.odt,   application/vnd.oasis.opendocument.text,  900,      false, cv",
    "cv.rtf,   application/rtf,                          900,      false, cv",
    "cv.pdf,   application/pdf,                          900,      true,  cv",
    "cv.pdf,   application/pdf,                          26214400, false, cv",
    "cv.pdf,   application/pdf,                          26214401, false, too large",
    "cv.pdf,   application/octet-stream,                 900,      false, doubtful",
    "cv.docx,  application/x-msdownload,                 900,      false, doubtful",
    "cv.pdf,   text/html,                                900,      false, doubtful",
    "cv.pdf,   application/pdf,                          0,        false, ignored",
    "me.jpg,   image/jpeg,                               51200,    false, cv",
    "me.jpg,   image/jpeg,                               51199,    false, ignored",
    "me.png,   image/png,                                90000,    true,  ignored",
    "me.gif,   image/gif,                                90000,    false, ignored",
    "a.zip,    application/zip,                          90000,    false, ignored",
    "a.zip,    application/zip,                          90000000, false, ignored",
    "run.exe,  application/x-msdownload,                 90000,    false, ignored",
    "x.html,   text/html,                                90000,    false, ignored",
    "x.ics,    text/calendar,                            900,      false, ignored"
  })
  void an_attachment_counts_by_its_content(
      String name, String type, long size, boolean inline, String expected) {
    var verdict = CvLike.judge(new Attachment(new FileName(name), type, size, inline));
    assertThat(words(verdict)).isEqualTo(expected);
  }

  @Test
  void a_word_file_counts() {
    assertThat(CvLike.judge(new Attachment(new FileName("cv.docx"), DOCX, 900, false)))
        .isEqualTo(new Cv(false));
  }

  @ParameterizedTest
  @CsvSource({
    "logo.png,  image/png,                900,      true",
    "note.ogg,  audio/ogg,                900,      true",
    "note.ogg,  audio/ogg,                0,        false",
    "cv.pdf,    image/png,                900,      false",
    "cv.pdf,    application/pdf,          900,      false",
    "file,      application/octet-stream, 900,      false",
    "cv.pdf,    application/pdf,          99000000, true"
  })
  void only_what_is_settled_is_not_fetched(String name, String type, long size, boolean settled) {
    var announced = new Attachment(new FileName(name), type, size, false);
    assertThat(CvLike.settledUnread(announced)).isEqualTo(settled);
  }

  @Test
  void a_page_in_disguise_is_served_as_plain_bytes() {
    assertThat(CvLike.Kinds.served("text/html")).isEqualTo("application/octet-stream");
    assertThat(CvLike.Kinds.served("image/svg+xml")).isEqualTo("application/octet-stream");
    assertThat(CvLike.Kinds.served("application/pdf")).isEqualTo("application/pdf");
  }

  private static String words(CvLike verdict) {
    return switch (verdict) {
      case Cv(var doubtful) -> doubtful ? "doubtful" : "cv";
      case TooLarge _ -> "too large";
      case Ignored _ -> "ignored";
    };
  }
}
