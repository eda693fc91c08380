package recruitflow.screening.cvs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files at the doors: what may come in, and how they are handed out. */
class CvDoorsTest {
  private static final int LARGEST = 25 * 1024 * 1024;
  private static final byte[] PDF = CvFixture.PDF_TEXT.getBytes(UTF_8);

  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long sales = world.position("Sales");
  private static int people;

  private static long application(String status) {
    var phone = "+4072244%04d".formatted(++people);
    return world.application(
        world.candidate("Person Number" + people, phone, "u" + people + "@example.com"),
        sales,
        status);
  }

  // --- in ---

  @ParameterizedTest
  @CsvSource({
    "awaiting_cv_rejected, cv_received_rejected",
    "cv_overdue, cv_received",
    "needs_human, needs_human",
    "closed, closed"
  })
  void a_cv_moves_on_only_what_awaits_one(String before, String after) {
    var application = application(before);
    var answer = upload(application, "cv.pdf", PDF).bodyAsJsonObject();
    assertThat(answer.getString("status")).isEqualTo(after);
    assertThat(world.status(application)).isEqualTo(after);
    assertThat(world.cvs(application)).containsExactly("manual_upload manual");
  }

  @Test
  void what_is_no_document_or_empty_is_refused_and_leaves_no_trace() {
    var application = application("awaiting_cv");
    var files = world.count("stored_files");
    assertRefused(upload(application, "notes.txt", "hello".getBytes(UTF_8)));
    assertRefused(upload(application, "run.exe", new byte[] {'M', 'Z', 0, 1}));
    assertRefused(upload(application, "empty.pdf", new byte[0]));
    assertRefused(send(path(application), world.server().token(), "other", "cv.pdf", PDF));
    assertThat(world.cvs(application)).isEmpty();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    assertThat(world.count("stored_files")).isEqualTo(files);
  }

  private static void assertRefused(HttpResponse<Buffer> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    var error = answer.bodyAsJsonObject().getJsonObject("error");
    assertThat(error.getJsonObject("fields").getString("file")).isNotBlank();
  }

  @Test
  void twenty_five_megabytes_are_taken_and_one_byte_more_is_not() {
    var application = application("awaiting_cv");
    var tooMuch = upload(application, "cv.pdf", Arrays.copyOf(PDF, LARGEST + 1));
    assertThat(tooMuch.statusCode()).isEqualTo(413);
    assertThat(tooMuch.bodyAsString()).contains("25 MB");
    assertThat(world.cvs(application)).isEmpty();
    var most = upload(application, "cv.pdf", Arrays.copyOf(PDF, LARGEST));
    assertThat(most.statusCode()).isEqualTo(200);
    assertThat(most.bodyAsJsonObject().getLong("size")).isEqualTo(LARGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "'../../etc/passwd.pdf', passwd.pdf",
    "'C:\\Users\\ana\\cv.pdf', C Usersanacv.pdf",
    "'cv\u202Efdp.pdf', cvfdp.pdf",
    "'c\u0001v\u007F.pdf', 'c v .pdf'",
    "'<b>cv</b>.pdf', b_.pdf",
    "'Životopis 📄.pdf', 'Životopis 📄.pdf'"
  })
  void a_hostile_name_is_shown_and_saved_safely(String name, String shown) {
    var application = application("awaiting_cv");
    var answer = upload(application, name, PDF).bodyAsJsonObject();
    assertThat(answer.getString("fileName")).isEqualTo(shown);
    var saved = world.server().get("/api/cvs/" + answer.getLong("id") + "/file");
    assertThat(saved.getHeader("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .matches("[ -~]+");
  }

  @Test
  void only_a_recruiter_brings_a_cv_and_only_to_an_application_there_is() {
    var application = application("awaiting_cv");
    var token = world.server().token();
    assertThat(send(path(application), null)).isEqualTo(401);
    assertThat(send(path(application), token + "x")).isEqualTo(401);
    assertThat(send(path(999_999), token)).isEqualTo(404);
    assertThat(send("/api/applications/one/cvs", token)).isEqualTo(404);
    assertThat(world.cvs(application)).isEmpty();
  }

  private static int send(String path, String token) {
    return send(path, token, "file", "cv.pdf", PDF).statusCode();
  }

  // --- out ---

  @Test
  void a_cv_is_handed_out_as_it_came_and_as_a_file_to_be_saved() {
    var id = upload(application("awaiting_cv"), "my cv.pdf", PDF).bodyAsJsonObject();
    var served = world.server().get("/api/cvs/" + id.getLong("id") + "/file");
    assertThat(served.body().getBytes()).isEqualTo(PDF);
    assertThat(served.getHeader("Content-Type")).isEqualTo("application/pdf");
    assertThat(served.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"my cv.pdf\"; filename*=UTF-8''my%20cv.pdf");
    assertThat(served.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(served.getHeader("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cvs/%s/file", "/api/inbound/unmatched/%s/file"})
  void nothing_is_handed_out_without_login_or_that_is_not_there(String path) {
    var cv = upload(application("awaiting_cv"), "cv.pdf", PDF).bodyAsJsonObject();
    world.arrives(world.mail("stranger@example.org", "CV", "", pdf("cv.pdf")));
    world.poll();
    var item = world.unmatched().getJsonObject(0);
    var id = (path.contains("unmatched") ? item : cv).getLong("id");
    assertThat(world.server().get(path.formatted(id)).statusCode()).isEqualTo(200);
    assertThat(anonymous(path.formatted(id))).isEqualTo(401);
    assertThat(world.server().get(path.formatted(999_999)).statusCode()).isEqualTo(404);
    assertThat(world.server().get(path.formatted("one")).statusCode()).isEqualTo(404);
    assertThat(world.server().get(path.formatted("..%2F1")).statusCode()).isEqualTo(404);
  }

  private static int anonymous(String path) {
    return world.server().client().get(path).send().timeout(10, SECONDS).await().statusCode();
  }

  // --- helpers ---

  private static String path(long application) {
    return "/api/applications/" + application + "/cvs";
  }

  private static HttpResponse<Buffer> upload(long application, String name, byte[] bytes) {
    return send(path(application), world.server().token(), "file", name, bytes);
  }

  /** A form with one file, its names written as they are; a null token is left out. */
  private static HttpResponse<Buffer> send(
      String path, String token, String field, String fileName, byte[] bytes) {
    var head =
        "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    var body =
        Buffer.buffer(head.formatted(field, fileName))
            .appendBytes(bytes)
            .appendString("\r\n--b--\r\n");
    var request = world.server().client().post(path);
    if (token != null) request.bearerTokenAuthentication(token);
    return request
        .putHeader("Content-Type", "multipart/form-data; boundary=b")
        .sendBuffer(body)
        .timeout(20, SECONDS)
        .await();
  }
}
