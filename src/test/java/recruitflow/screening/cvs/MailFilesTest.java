package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.file;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in mails of people whose CV is awaited: filed, or put before a person; never lost. */
class MailFilesTest extends MailIntake {

  @ParameterizedTest
  @CsvSource({
    "winmail,          see attached, cv.pdf",
    "zip,              zipped,       cv.pdf",
    "letter-in-letter, my words,     inner.pdf"
  })
  void a_document_in_an_envelope_is_filed(String letter, String words, String name) {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    arrives(letter, ana.email());
    assertThat(world.cvs(application)).containsExactly("email_attachment exact_email");
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(replies(ana.id())).containsExactly(words);
    var cv = world.detail(application).getJsonArray("cvs").getJsonObject(0);
    assertThat(cv.getString("fileName")).isEqualTo(name);
    assertThat(cv.getString("confidenceNote")).contains("from ");
    var bytes = world.server().get("/api/cvs/" + cv.getLong("id") + "/file").bodyAsString();
    assertThat(bytes).startsWith("%PDF");
  }

  @ParameterizedTest
  @CsvSource({"heic, IMG_1.HEIC", "photo-inline, IMG_2.jpg"})
  void a_photographed_page_waits_for_a_person_and_the_reminders_with_it(
      String letter, String name) {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    arrives(letter, ana.email());
    assertThat(replies(ana.id())).containsExactly("photo");
    var item = world.onlyFile(application);
    assertThat(item.getString("fileName")).isEqualTo(name);
    assertThat(item.getString("doubt")).isEqualTo("photo");
    var path = "/api/inbound/unmatched/" + item.getLong("id");
    assertThat(world.server().get(path + "/file").body().length()).isGreaterThan(60_000);
    assertThat(unmatched(name).getLong("applicationId")).isEqualTo(application);

    remind();
    assertThat(world.messages(application)).isZero();
    assertThat(world.remindersWait(application)).isTrue();
    assertThat(world.server().post(path + "/dismiss", null).statusCode()).isEqualTo(200);
    remind();
    assertThat(world.messages(application)).isEqualTo(2);
    assertThat(world.onlyFile(application).getString("resolution")).isEqualTo("dismissed");
  }

  @Test
  void a_recruiter_who_takes_a_doubtful_file_for_the_cv_moves_the_application_on() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "cv_followup_1");
    arrives("heic", ana.email());
    var path = "/api/inbound/unmatched/" + world.onlyFile(application).getLong("id");
    assertThat(world.server().post(path + "/dismiss", null).statusCode()).isEqualTo(200);
    assertThat(world.server().post(path + "/reopen", null).statusCode()).isEqualTo(200);
    assertThat(world.remindersWait(application)).isTrue();
    var accepted = world.server().post(path + "/accept", null).bodyAsJsonObject();
    assertThat(accepted.getString("status")).isEqualTo("cv_received");
    assertThat(world.cvs(application)).containsExactly("email_attachment manual");
    assertThat(world.remindersWait(application)).isFalse();
    for (var again : List.of("/accept", "/dismiss", "/reopen")) {
      assertThat(world.server().post(path + again, null).statusCode()).isEqualTo(409);
    }
  }

  @Test
  void what_the_mail_program_adds_is_nothing() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var logo = file("logo.png", "image/png", picture(2000));
    var invite = file("invite.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes());
    var signature = file("smime.p7s", "application/pkcs7-signature", new byte[900]);
    world.arrives(world.mail(ana.email(), "Question", "When?", logo, invite, signature));
    world.poll();
    assertThat(world.detail(application).getJsonArray("files")).isEmpty();
    remind();
    assertThat(world.messages(application)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cv.txt", "CV.rar", "voice.m4a", "cv.pages", "CV.html", "scan.tiff"})
  void a_file_of_any_other_kind_is_seen_where_the_cv_is_awaited_and_nowhere_else(String name) {
    var ana = someone();
    var bob = someone();
    var hers = world.application(ana.id(), sales, "awaiting_cv_rejected");
    var his = world.application(bob.id(), sales, "pending_call");
    var sent = file(name, "application/octet-stream", "Ana, three years in sales".getBytes());
    for (var each : List.of(ana, bob)) world.arrives(world.mail(each.email(), "CV", "hi", sent));
    world.poll();
    assertThat(world.onlyFile(hers).getBoolean("hasFile")).isTrue();
    assertThat(world.detail(his).getJsonArray("files")).isEmpty();
    world.server().clock.advance(Duration.ofDays(8));
    world.server().runJob("close_stale_rejected");
    assertThat(world.status(hers)).isEqualTo("awaiting_cv_rejected");
  }

  @Test
  void a_document_too_large_to_be_read_is_seen_where_it_is_awaited_until_it_is_uploaded() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var id = world.arrives(world.mail(ana.email(), "CV", "", pdf("huge.pdf")));
    world.fault(huge(id, ana.email()));
    world.poll();
    var item = world.onlyFile(application);
    assertThat(item.getBoolean("hasFile")).isFalse();
    var path = "/api/inbound/unmatched/" + item.getLong("id");
    var assigned =
        world.server().post(path + "/assign", new JsonObject().put("applicationId", application));
    assertThat(assigned.bodyAsJsonObject().getBoolean("resolved")).isFalse();
    assertThat(unmatchedNames()).contains("huge.pdf");
    assertThat(world.server().post(path + "/accept", null).statusCode()).isEqualTo(409);
    world.upload(application, "huge.pdf", CvFixture.PDF_TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(unmatchedNames()).doesNotContain("huge.pdf");
    assertThat(world.status(application)).isEqualTo("cv_received");
  }

  private static void remind() {
    world.server().clock.advance(Duration.ofHours(48));
    world.server().runJob("check_cv_followups");
  }

  /** A letter of the resources, from this person. */
  static void arrives(String letter, String from) {
    try (var in = MailFilesTest.class.getResourceAsStream("/files/" + letter + ".eml")) {
      var raw = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      var bytes = raw.replace("ana.trial@example.org", from).getBytes(StandardCharsets.ISO_8859_1);
      world.arrives(
          new JsonObject()
              .put("raw", Base64.getEncoder().encodeToString(bytes))
              .put("labels", new JsonArray(List.of("CVs", "UNREAD"))));
      world.poll();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
