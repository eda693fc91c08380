package recruitflow.screening.cvs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManualCvTest {
  private static final byte[] PDF = CvFixture.PDF_TEXT.getBytes(UTF_8);
  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long position = world.position("Sales");
  private static int people;

  private static long application(String status) {
    var n = ++people;
    var candidate =
        world.candidate("P " + n, "+4072230%04d".formatted(n), "m" + n + "@example.com");
    return world.application(candidate, position, status);
  }

  @Test
  void an_uploaded_cv_moves_the_application_on_and_comes_back_byte_for_byte() {
    var application = application("awaiting_cv");
    var answer = world.upload(application, "Životopis Ána.pdf", PDF);
    assertThat(answer.statusCode()).isEqualTo(200);
    var cv = answer.bodyAsJsonObject();
    assertThat(cv.getString("status")).isEqualTo("cv_received");
    assertThat(world.cvs(application)).containsExactly("manual_upload manual");
    var file = world.server().get("/api/cvs/" + cv.getLong("id") + "/file");
    assertThat(file.body().getBytes()).isEqualTo(PDF);
    assertThat(file.getHeader("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.getHeader("Content-Disposition")).contains("%C5%BDivotopis%20%C3%81na.pdf");
  }

  @Test
  void the_same_file_twice_is_one_cv() {
    var application = application("awaiting_cv");
    var first = world.upload(application, "cv.pdf", PDF).bodyAsJsonObject().getLong("id");
    var second = world.upload(application, "cv.pdf", PDF).bodyAsJsonObject().getLong("id");
    assertThat(second).isEqualTo(first);
    assertThat(world.cvs(application)).hasSize(1);
  }

  @Test
  void the_kind_is_told_by_the_content() throws IOException {
    var application = application("awaiting_cv");
    var docx = world.upload(application, "cv", docx()).bodyAsJsonObject();
    assertThat(docx.getString("contentType")).contains("wordprocessingml");
    assertThat(world.upload(application, "a.exe", "MZ\0\0".getBytes(UTF_8)).statusCode())
        .isEqualTo(422);
    assertThat(world.upload(application, "empty.pdf", new byte[0]).statusCode()).isEqualTo(422);
    var disguised = world.upload(application, "page.pdf", "<html><script>".getBytes(UTF_8));
    assertThat(disguised.statusCode()).isEqualTo(200);
    assertThat(world.cvs(application)).last().isEqualTo("manual_upload manual review");
  }

  @Test
  void no_file_no_application_no_login_and_too_much_are_refused() {
    var application = application("awaiting_cv");
    var path = "/api/applications/" + application + "/cvs";
    assertThat(world.server().post(path, new io.vertx.core.json.JsonObject()).statusCode())
        .isEqualTo(400);
    assertThat(world.upload(999_999, "cv.pdf", PDF).statusCode()).isEqualTo(404);
    var unknown =
        world.server().client().post(path).sendBuffer(Buffer.buffer(PDF)).await().statusCode();
    assertThat(unknown).isEqualTo(401);
    assertThat(world.server().get("/api/cvs/999999/file").statusCode()).isEqualTo(404);
    assertThat(world.server().get("/api/cvs/x/file").statusCode()).isEqualTo(404);
    var large = new byte[25 * 1024 * 1024 + 1];
    System.arraycopy(PDF, 0, large, 0, PDF.length);
    assertThat(world.upload(application, "large.pdf", large).statusCode()).isEqualTo(413);
    assertThat(world.cvs(application)).isEmpty();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing_behind() throws IOException {
    var application = application("awaiting_cv");
    var body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n"
            + CvFixture.PDF_TEXT.repeat(50);
    var head =
        "POST /api/applications/%d/cvs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
            .formatted(application, world.server().token());
    var before = files();
    for (var cut = 1; cut <= 20; cut++) {
      try (var socket = new Socket("127.0.0.1", world.server().port())) {
        var part = body.substring(0, body.length() * cut / 20);
        socket.getOutputStream().write((head + part).getBytes(UTF_8));
      }
    }
    assertThat(world.upload(application("awaiting_cv"), "next.pdf", PDF).statusCode())
        .isEqualTo(200);
    assertThat(world.cvs(application)).isEmpty();
    assertThat(files()).isLessThanOrEqualTo(before + 1);
  }

  private static long files() throws IOException {
    try (var all = Files.walk(world.server().house().settings().mediaRoot())) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static byte[] docx() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w/>".getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
