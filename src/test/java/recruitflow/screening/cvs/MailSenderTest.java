package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import recruitflow.platform.database.Db;

class MailSenderTest extends MailIntake {

  @Test
  void the_senders_address_names_the_candidate_in_any_case() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var mail =
        world.arrives(world.mail(ana.email().toUpperCase(), "CV", "Here it is", pdf("cv.pdf")));
    world.poll();
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(world.cvs(application)).containsExactly("email_attachment exact_email");
    assertThat(replies(ana.id())).containsExactly("Here it is");
    assertThat(world.labels(mail)).doesNotContain("UNREAD").contains(labelId("CVs-Processed"));
  }

  @Test
  void another_address_is_matched_by_the_reference_in_the_subject() {
    var bob = someone();
    var application = world.application(bob.id(), sales, "cv_followup_1");
    world.arrives(
        world.mail("a.friend@example.org", "Re: [RF-" + application + "] CV", "", pdf("cv.pdf")));
    world.poll();
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(world.cvs(application)).containsExactly("email_attachment subject_id");
  }

  @Test
  void each_form_of_reference_counts_and_a_bare_number_does_not() {
    var candidate = someone();
    var application = world.application(candidate.id(), sales, "awaiting_cv");
    world.arrives(world.mail("x1@example.org", "CV C-" + candidate.id(), "", pdf("a.pdf")));
    world.arrives(world.mail("x2@example.org", "CV #" + application, "", pdf("b.pdf")));
    world.arrives(world.mail("x3@example.org", "CV " + application, "", pdf("bare.pdf")));
    world.poll();
    assertThat(world.cvs(application)).hasSize(2).allMatch(cv -> cv.endsWith("subject_id"));
    assertThat(unmatchedNames()).contains("bare.pdf");
  }

  @Test
  void the_address_is_believed_before_the_reference() {
    var ana = someone();
    var other = someone();
    var hers = world.application(ana.id(), sales, "awaiting_cv");
    var his = world.application(other.id(), sales, "awaiting_cv");
    world.arrives(world.mail(ana.email(), "RF-" + his, "", pdf("cv.pdf")));
    world.poll();
    assertThat(world.status(hers)).isEqualTo("cv_received");
    assertThat(world.status(his)).isEqualTo("awaiting_cv");
  }

  @Test
  void every_open_application_gets_the_cv_and_moves_by_its_own_rule() {
    var ana = someone();
    var awaiting = world.application(ana.id(), sales, "cv_overdue");
    var rejected = world.application(ana.id(), support, "awaiting_cv_rejected");
    var queued = world.application(ana.id(), world.position("Third"), "call_queued");
    var closed = world.application(ana.id(), world.position("Fourth"), "closed");
    world.arrives(world.mail(ana.email(), "CV", "", pdf("cv.pdf")));
    world.poll();
    assertThat(world.status(awaiting)).isEqualTo("cv_received");
    assertThat(world.status(rejected)).isEqualTo("cv_received_rejected");
    assertThat(world.status(queued)).isEqualTo("call_queued");
    assertThat(world.cvs(queued)).hasSize(1);
    assertThat(cvReceivedAt(queued)).isNotNull();
    assertThat(world.cvs(closed)).isEmpty();
  }

  @Test
  void with_nothing_open_the_latest_closed_application_gets_it_for_review() {
    var ana = someone();
    var older = world.application(ana.id(), sales, "closed");
    world.server().clock.advance(Duration.ofMinutes(1));
    var latest = world.application(ana.id(), support, "closed");
    world.arrives(world.mail(ana.email(), "CV", "", pdf("cv.pdf")));
    world.poll();
    assertThat(world.cvs(older)).isEmpty();
    assertThat(world.cvs(latest)).containsExactly("email_attachment exact_email review");
    assertThat(world.status(latest)).isEqualTo("closed");
  }

  @Test
  void an_address_that_two_candidates_share_gives_it_to_both_for_review() {
    var ana = someone();
    var bob = someone();
    world.sql().execute("update candidates set email = $2 where id = $1", bob.id(), ana.email());
    var hers = world.application(ana.id(), sales, "awaiting_cv");
    var his = world.application(bob.id(), support, "awaiting_cv");
    world.arrives(world.mail(ana.email(), "CV", "", pdf("cv.pdf")));
    world.poll();
    for (var each : List.of(hers, his)) {
      assertThat(world.cvs(each)).containsExactly("email_attachment exact_email review");
      assertThat(world.status(each)).isEqualTo("cv_received");
    }
  }

  @Test
  void a_second_cv_is_kept_beside_the_first_and_the_first_date_stays() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    world.arrives(world.mail(ana.email(), "CV", "", pdf("cv.pdf")));
    world.poll();
    var first = cvReceivedAt(application);
    world.server().clock.advance(Duration.ofHours(1));
    world.arrives(world.mail(ana.email(), "better CV", "", pdf("cv2.pdf"), pdf("letter.pdf")));
    world.poll();
    assertThat(world.cvs(application)).hasSize(3);
    assertThat(cvReceivedAt(application)).isEqualTo(first);
  }

  @Test
  void a_stranger_is_kept_with_the_bytes_until_a_recruiter_says_whose_it_is() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    world.arrives(world.mail("stranger@example.org", "my papers", "Hello", pdf("papers.pdf")));
    world.poll();
    var item = unmatched("papers.pdf");
    assertThat(item.getString("sender")).isEqualTo("stranger@example.org");
    assertThat(item.getString("bodySnippet")).isEqualTo("Hello");
    var bytes = world.server().get("/api/inbound/unmatched/" + item.getLong("id") + "/file");
    assertThat(bytes.bodyAsString()).startsWith("%PDF");
    var path = "/api/inbound/unmatched/" + item.getLong("id") + "/assign";
    var body = new JsonObject().put("applicationId", application);
    var assigned = world.server().post(path, body).bodyAsJsonObject();
    assertThat(assigned.getString("status")).isEqualTo("cv_received");
    assertThat(world.cvs(application)).containsExactly("email_attachment manual");
    assertThat(unmatchedNames()).doesNotContain("papers.pdf");
    assertThat(world.server().post(path, body).statusCode()).isEqualTo(409);
    var nobody = new JsonObject().put("applicationId", 999_999);
    assertThat(world.server().post(path, nobody).statusCode()).isIn(404, 409);
  }

  @Test
  void every_spelling_of_a_google_address_is_one_mailbox() {
    var ana = world.candidate("Ana Trial", "+40722109999", "ana.trial@gmail.com");
    var application = world.application(ana, sales, "awaiting_cv");
    MailFilesTest.arrives("googlemail", "unused");
    assertThat(world.cvs(application)).containsExactly("email_attachment exact_email");
    var cv = world.detail(application).getJsonArray("cvs").getJsonObject(0);
    assertThat(cv.getString("confidenceNote")).contains("the same mailbox");
    assertThat(replies(ana)).containsExactly("hello");
  }

  @Test
  void a_mail_sent_for_someone_is_found_by_the_address_that_answers_go_to() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    MailFilesTest.arrives("reply-to", ana.email());
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(replies(ana.id())).containsExactly("hello");
    MailFilesTest.arrives("reply-to", "nobody.we.know@example.org");
    var item = unmatched("cv.pdf");
    assertThat(item.getString("sender")).isEqualTo("noreply@jobs.example");
    assertThat(item.getString("note")).contains("answers go to nobody.we.know@example.org");
  }

  @Test
  void a_thread_of_ours_binds_words_and_cv_without_label_whoever_wrote() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var first = world.arrives(world.mail(ana.email(), "first", "x"));
    world.poll();
    var thread =
        world
            .sql()
            .one(
                "select external_id from candidate_replies where provider_message_id = $1",
                row -> row.getString(0),
                first);
    world
        .sql()
        .execute(
            """
            insert into messages (application_id, candidate_id, channel, message_type, status, body,
              thread_id, created_at) values ($1, $2, 'email', 'other', 'sent', 'hi', $3, $4)
            """,
            application,
            ana.id(),
            thread,
            Db.time(world.server().clock.now()));
    var mails = world.server().control(HttpMethod.GET, "/gmail/mails", null);
    var ours =
        mails.bodyAsJsonObject().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(mail -> mail.getString("id").equals(first))
            .findFirst()
            .orElseThrow();
    var answer =
        world
            .mail("private@example.net", "Re: first", "from my other address", pdf("cv.pdf"))
            .put("answers", ours.getString("messageId"))
            .put("labels", new JsonArray(List.of("INBOX")));
    world.arrives(answer);
    world.arrives(
        world
            .mail("news@example.net", "news", "not for us")
            .put("labels", new JsonArray(List.of("INBOX"))));
    world.poll();
    assertThat(replies(ana.id())).containsExactly("x", "from my other address");
    assertThat(world.cvs(application)).containsExactly("email_attachment thread");
    assertThat(world.sql().list("select body from candidate_replies", r -> r.getString(0)))
        .doesNotContain("not for us");
  }
}
