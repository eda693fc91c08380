package recruitflow.domain.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.domain.screening.cvs.CvLike.Attachment;
import recruitflow.domain.screening.cvs.CvLike.Cv;
import recruitflow.domain.screening.cvs.CvLike.Ignored;
import recruitflow.domain.screening.cvs.CvLike.Place;
import recruitflow.domain.screening.cvs.CvLike.TooLarge;

class CvLikeTest {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @ParameterizedTest
  @CsvSource({
    "cv.pdf,   application/pdf,                          900,      ATTACHED, cv",
    "cv,       application/pdf,                          900,      ATTACHED, cv",
    "cv.doc,   application/msword,                       900,      ATTACHED, cv",
    "cv.odt,   application/vnd.oasis.opendocument.text,  900,      ATTACHED, cv",
    "cv.rtf,   application/rtf,                          900,      ATTACHED, cv",
    "cv.pdf,   application/pdf,                          900,      EMBEDDED, cv",
    "cv.pdf,   application/pdf,                          26214400, ATTACHED, cv",
    "cv.pdf,   application/pdf,                          26214401, ATTACHED, too large",
    "cv.pdf,   application/octet-stream,                 900,      ATTACHED, doubtful",
    "cv.docx,  application/x-msdownload,                 900,      ATTACHED, doubtful",
    "cv.docx,  application/zip,                          900,      ATTACHED, doubtful",
    "cv.pdf,   text/html,                                900,      ATTACHED, doubtful",
    "cv.pdf,   application/pdf,                          0,        ATTACHED, look empty",
    "cv.pdf,   application/pdf,                          0,        CHOSEN,   ignored",
    "me.jpg,   image/jpeg,                               51200,    ATTACHED, cv",
    "me.jpg,   image/jpeg,                               51199,    ATTACHED, look photo",
    "logo.png, image/png,                                10239,    ATTACHED, ignored",
    "me.heic,  image/heic,                               90000,    ATTACHED, look photo",
    "me.gif,   image/gif,                                90000,    ATTACHED, look photo",
    "me.png,   image/png,                                90000,    SHOWN,    look photo",
    "logo.png, image/png,                                9000,     SHOWN,    ignored",
    "me.png,   image/png,                                90000,    EMBEDDED, ignored",
    "me.jpg,   image/jpeg,                               900,      ALONE,    look photo",
    "me.jpg,   image/jpeg,                               51200,    ALONE,    cv",
    "me.heic,  image/heic,                               51200,    ALONE,    look photo",
    "me.heic,  image/heic,                               900,      CHOSEN,   cv",
    "me.jpg,   image/jpeg,                               26214401, ATTACHED, too large",
    "a.zip,    application/zip,                          90000,    ATTACHED, envelope",
    "a.zip,    application/zip,                          90000000, ATTACHED, look too_large",
    "cv.pages, application/zip,                          90000,    ATTACHED, look other",
    "winmail.dat, application/vnd.ms-tnef,               900,      ATTACHED, envelope",
    "CV.eml,   message/rfc822,                           900,      ATTACHED, envelope",
    "run.exe,  application/x-msdownload,                 90000,    ATTACHED, look other",
    "x.html,   text/html,                                90000,    ATTACHED, look text",
    "v.ogg,    audio/ogg,                                900,      ALONE,    look sound",
    "v.mp4,    video/mp4,                                900,      ALONE,    look film",
    "x.ics,    text/calendar,                            900,      ATTACHED, ignored",
    "smime.p7s, application/pkcs7-signature,             900,      ATTACHED, ignored"
  })
  void an_attachment_counts_by_its_content(
      String name, String type, long size, Place place, String expected) {
    var verdict = CvLike.judge(new Attachment(new FileName(name), type, size, place));
    assertThat(words(verdict)).isEqualTo(expected);
  }

  @Test
  void a_picture_within_the_text_may_show_a_page_if_it_is_as_large_as_one() {
    for (var side : List.of(599, 600)) {
      var photo = new Attachment(new FileName("a.jpg"), "image/jpeg", 90_000, Place.EMBEDDED, side);
      assertThat(words(CvLike.judge(photo))).isEqualTo(side < 600 ? "ignored" : "look photo");
    }
  }

  @Test
  void a_word_file_counts() {
    assertThat(CvLike.judge(new Attachment(new FileName("cv.docx"), DOCX, 900, Place.ATTACHED)))
        .isEqualTo(new Cv(false));
  }

  @ParameterizedTest
  @CsvSource({
    "logo.png,  image/png,                900,      true,  true",
    "note.ogg,  audio/ogg,                900,      true,  false",
    "note.ogg,  audio/ogg,                0,        false, false",
    "cv.pdf,    image/png,                900,      false, false",
    "cv.pdf,    application/pdf,          900,      false, false",
    "file,      application/octet-stream, 900,      false, false",
    "x.ics,     text/calendar,            900,      true,  true",
    "cv.pdf,    application/pdf,          99000000, true,  true"
  })
  void only_what_is_settled_is_not_fetched(
      String name, String type, long size, boolean unawaited, boolean awaited) {
    var announced = new Attachment(new FileName(name), type, size, Place.ATTACHED);
    assertThat(CvLike.settledUnread(announced, false)).isEqualTo(unawaited);
    assertThat(CvLike.settledUnread(announced, true)).isEqualTo(awaited);
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
      case CvLike.Envelope() -> "envelope";
      case CvLike.Look(var doubt) -> "look " + doubt.word();
      case Ignored _ -> "ignored";
    };
  }
}
