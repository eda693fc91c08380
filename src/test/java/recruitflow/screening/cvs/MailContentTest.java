package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.file;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.cvs.mail.ReceiveMail;

class MailContentTest extends MailIntake {

  @Test
  void a_mail_seen_ten_times_has_one_effect() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var id = world.arrives(world.mail(ana.email(), "CV", "once", pdf("cv.pdf")));
    for (var look = 0; look < 3; look++) world.poll();
    var event =
        world.sql().one("select id from inbound_events where event_id = $1", r -> r.getLong(0), id);
    for (var again = 0; again < 10; again++) {
      world
          .server()
          .inTransaction(
              sql -> {
                var payload = new JsonObject().put("eventId", event);
                world.server().house().tasks().add(sql, Task.of(ReceiveMail.KIND).payload(payload));
                return null;
              });
    }
    world.server().untilIdle();
    assertThat(world.cvs(application)).hasSize(1);
    assertThat(replies(ana.id())).containsExactly("once");
  }

  @Test
  void a_mail_without_cv_is_a_reply_and_nothing_else() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var logo = file("logo.png", "image/png", picture(2000));
    var invite = file("invite.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes());
    var id = world.arrives(world.mail(ana.email(), "Question", "When do I start?", logo, invite));
    world.poll();
    assertThat(world.cvs(application)).isEmpty();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    assertThat(replies(ana.id())).containsExactly("When do I start?");
    assertThat(world.labels(id)).doesNotContain("UNREAD");
  }

  @Test
  void a_large_picture_counts_and_a_file_that_lies_about_its_kind_is_kept_for_review() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    world.arrives(
        world.mail(
            ana.email(),
            "CV",
            "",
            file("photo.png", "image/png", picture(60_000)),
            file("cv.pdf", "application/pdf", "<html><script>alert(1)</script>".getBytes()),
            file("empty.pdf", "application/pdf", new byte[0])));
    world.poll();
    assertThat(world.cvs(application))
        .containsExactly("email_attachment exact_email", "email_attachment exact_email review");
    var id =
        world
            .sql()
            .one(
                "select id from cv_uploads where application_id = $1 and needs_review",
                row -> row.getLong(0),
                application);
    var served = world.server().get("/api/cvs/" + id + "/file");
    assertThat(served.getHeader("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(served.getHeader("Content-Disposition")).startsWith("attachment;");
    assertThat(served.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(served.bodyAsString()).contains("<script>");
    var reviewed = world.server().get("/api/cvs/review").bodyAsJsonObject();
    assertThat(reviewed.encode()).contains("not what the name says");
    assertThat(world.server().post("/api/cvs/" + id + "/confirm", new JsonObject()).statusCode())
        .isEqualTo(200);
    assertThat(world.cvs(application)).noneMatch(cv -> cv.endsWith("review"));
  }

  @Test
  void hostile_names_are_shown_safely_and_words_in_any_script_stay_as_they_are() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var text = "Dobrý den 👋 <b>ahoj</b> مرحبا";
    world.arrives(
        world.mail(
            ana.email(),
            "Životopis 📄",
            text,
            pdf("../../../etc/passwd.pdf"),
            pdf("cv\u202Efdp.pdf"),
            pdf("Životopis 📄.pdf"),
            pdf("a".repeat(400) + ".pdf")));
    world.poll();
    var names =
        world
            .sql()
            .list(
                "select file_name from cv_uploads where application_id = $1 order by id",
                row -> row.getString(0),
                application);
    assertThat(names).hasSize(4).contains("passwd.pdf", "cvfdp.pdf", "Životopis 📄.pdf");
    assertThat(names.get(3)).hasSize(120).endsWith(".pdf");
    assertThat(replies(ana.id())).containsExactly(text);
  }

  @Test
  void a_picture_inside_the_text_is_no_cv() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var raw =
        """
        From: Ana <%s>
        To: cv@example.com
        Subject: =?UTF-8?B?xb3DoWRvc3Q=?=
        Message-ID: <inline-%d@example.com>
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=b

        --b
        Content-Type: text/html; charset=ISO-8859-2
        Content-Transfer-Encoding: quoted-printable

        <p>Dobr=FD den</p>
        --b
        Content-Type: image/png; name=pic.png
        Content-Disposition: inline; filename=pic.png
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(
                ana.email(), application, Base64.getMimeEncoder().encodeToString(picture(70_000)))
            .replace("\n", "\r\n");
    var encoded = Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.ISO_8859_1));
    world.arrives(
        new JsonObject()
            .put("raw", encoded)
            .put("labels", new JsonArray(List.of("CVs", "UNREAD"))));
    world.poll();
    assertThat(world.cvs(application)).isEmpty();
    assertThat(replies(ana.id())).containsExactly("Dobrý den");
    assertThat(subjects(ana.id())).containsExactly("Žádost");
  }

  @Test
  void a_cv_over_25_mb_is_put_before_a_person_without_its_bytes() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var id = world.arrives(world.mail(ana.email(), "CV", "", pdf("huge.pdf")));
    world.fault(huge(id, ana.email()));
    world.poll();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    var item = unmatched("huge.pdf");
    assertThat(item.getBoolean("hasFile")).isFalse();
    assertThat(item.getString("note")).contains("25 MB");
  }
}
