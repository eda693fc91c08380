package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.file;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitflow.platform.database.Db;
import recruitflow.platform.tasks.Task;
import recruitflow.screening.cvs.mail.PollMailbox;
import recruitflow.screening.cvs.mail.ReceiveMail;

class MailIntakeTest {
  private static CvFixture world;
  private static long sales;
  private static long support;
  private static int people;

  @BeforeAll
  static void start() {
    world = CvFixture.start();
    sales = world.position("Sales");
    support = world.position("Support");
  }

  @AfterAll
  static void stop() {
    world.server().close();
  }

  @AfterEach
  void calm() {
    world.noFaults();
  }

  private record Someone(long id, String email, String phone) {}

  private static Someone someone() {
    var n = ++people;
    var email = "person" + n + "@example.com";
    var phone = "+4072210%04d".formatted(n);
    return new Someone(world.candidate("Person Number" + n, phone, email), email, phone);
  }

  // --- whose it is ---

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

  // --- once ---

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

  // --- what counts ---

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
    world.fault(
        new JsonObject()
            .put("provider", "gmail")
            .put("kind", "wrong_body")
            .put("path", "/gmail/v1/users/me/messages/" + id)
            .put("count", 1)
            .put("contentType", "application/json")
            .put("body", withHugeFile(id, ana.email()).encode()));
    world.poll();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    var item = unmatched("huge.pdf");
    assertThat(item.getBoolean("hasFile")).isFalse();
    assertThat(item.getString("note")).contains("25 MB");
  }

  // --- answers in our threads ---

  @Test
  void an_answer_in_a_thread_of_ours_is_read_without_label_whoever_wrote_it() {
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
            .mail("private@example.net", "Re: first", "from my other address")
            .put("answers", ours.getString("messageId"))
            .put("labels", new JsonArray(List.of("INBOX")));
    world.arrives(answer);
    world.arrives(
        world
            .mail("news@example.net", "news", "not for us")
            .put("labels", new JsonArray(List.of("INBOX"))));
    world.poll();
    assertThat(replies(ana.id())).containsExactly("x", "from my other address");
    assertThat(world.sql().list("select body from candidate_replies", r -> r.getString(0)))
        .doesNotContain("not for us");
  }

  // --- when the mailbox fails ---

  @Test
  void a_mail_that_fails_is_tried_again_and_marked_only_when_done() {
    var ana = someone();
    var application = world.application(ana.id(), sales, "awaiting_cv");
    var id = world.arrives(world.mail(ana.email(), "CV", "", pdf("cv.pdf")));
    world.fault(gmailFault(id, 1));
    world.server().runJob(PollMailbox.NAME);
    world.server().until("the first attempt failed", () -> attempts(id) == 1);
    assertThat(world.labels(id)).contains("UNREAD");
    hurry(id);
    world.server().untilIdle();
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(world.labels(id)).doesNotContain("UNREAD");
  }

  @Test
  void a_mail_that_fails_five_times_is_put_before_a_person_and_stays_unmarked() {
    var id = world.arrives(world.mail("someone@example.org", "CV", "", pdf("never.pdf")));
    world.fault(gmailFault(id, null));
    world.server().runJob(PollMailbox.NAME);
    for (var attempt = 1; attempt < 5; attempt++) {
      var done = attempt;
      world.server().until("attempt " + done, () -> attempts(id) >= done);
      hurry(id);
    }
    world.server().until("it is given up", () -> note(id) != null);
    assertThat(note(id)).startsWith("given up");
    assertThat(world.labels(id)).contains("UNREAD");
    world.noFaults();
    world.poll();
    var notes =
        world
            .sql()
            .list(
                "select note from unmatched_inbound where inbound_key = $1",
                row -> row.getString(0),
                "gmail:" + id);
    assertThat(notes).singleElement().asString().contains("not read");
  }

  @Test
  void a_withdrawn_grant_is_shown_asks_google_no_more_and_loses_no_mail() {
    var own = CvFixture.start();
    try {
      var ana = own.candidate("Ana Pop", "+40722199999", "ana@example.com");
      var application = own.application(ana, own.position("Sales"), "awaiting_cv");
      own.fault(
          new JsonObject()
              .put("provider", "google")
              .put("kind", "switch")
              .put("name", "invalid_grant"));
      own.fault(
          new JsonObject()
              .put("provider", "gmail")
              .put("kind", "status")
              .put("status", 401)
              .put("count", 1));
      own.arrives(own.mail("ana@example.com", "CV", "", pdf("cv.pdf")));
      var before = tokenRequests(own);
      own.server().runJob(PollMailbox.NAME);
      own.server().runJob(PollMailbox.NAME);
      var notice =
          own.sql()
              .one(
                  "select message from provider_notices where provider = 'gmail'",
                  r -> r.getString(0));
      assertThat(notice).contains("Connect the account again");
      assertThat(tokenRequests(own)).isEqualTo(before + 1);
      own.noFaults();
      own.sql().execute("delete from provider_notices");
      own.poll();
      assertThat(own.status(application)).isEqualTo("cv_received");
    } finally {
      own.server().close();
    }
  }

  // --- helpers ---

  private static JsonObject withHugeFile(String id, String from) {
    var file =
        new JsonObject()
            .put("partId", "1")
            .put("mimeType", "application/pdf")
            .put("filename", "huge.pdf")
            .put("body", new JsonObject().put("attachmentId", "a").put("size", 26_214_401));
    var sender = new JsonObject().put("name", "From").put("value", from);
    return new JsonObject()
        .put("id", id)
        .put("threadId", id)
        .put("labelIds", new JsonArray().add("UNREAD"))
        .put(
            "payload",
            new JsonObject()
                .put("mimeType", "multipart/mixed")
                .put("headers", new JsonArray().add(sender))
                .put("parts", new JsonArray().add(file)));
  }

  private static long tokenRequests(CvFixture own) {
    var ledger = own.server().control(HttpMethod.GET, "/ledger", null).bodyAsString();
    return Pattern.compile("\"provider\"\\s*:\\s*\"google\"").matcher(ledger).results().count();
  }

  private static JsonObject gmailFault(String mailId, Integer count) {
    return new JsonObject()
        .put("provider", "gmail")
        .put("kind", "status")
        .put("status", 500)
        .put("method", "GET")
        .put("path", "/gmail/v1/users/me/messages/" + mailId)
        .put("count", count);
  }

  private static void hurry(String mailId) {
    world
        .sql()
        .execute(
            """
            update tasks set not_before = now() where kind = 'cvs.mail' and state = 'ready'
              and payload ->> 'eventId' = (select id::text from inbound_events where event_id = $1)
            """,
            mailId);
  }

  private static int attempts(String mailId) {
    return world
        .sql()
        .first(
            """
            select attempt from tasks where kind = 'cvs.mail' and state = 'ready'
              and last_error is not null
              and payload ->> 'eventId' = (select id::text from inbound_events where event_id = $1)
            """,
            row -> row.getInteger(0),
            mailId)
        .orElse(0);
  }

  private static String note(String mailId) {
    return world
        .sql()
        .first(
            "select note from inbound_events where event_id = $1", row -> row.getString(0), mailId)
        .orElse(null);
  }

  private static List<String> replies(long candidateId) {
    return world
        .sql()
        .list(
            "select body from candidate_replies where candidate_id = $1 order by id",
            row -> row.getString(0),
            candidateId);
  }

  private static List<String> subjects(long candidateId) {
    return world
        .sql()
        .list(
            "select subject from candidate_replies where candidate_id = $1",
            row -> row.getString(0),
            candidateId);
  }

  private static OffsetDateTime cvReceivedAt(long application) {
    return world
        .sql()
        .one(
            "select cv_received_at from applications where id = $1",
            row -> row.getOffsetDateTime(0),
            application);
  }

  private static List<String> unmatchedNames() {
    return world.unmatched().stream()
        .map(item -> ((JsonObject) item).getString("attachmentName"))
        .toList();
  }

  private static JsonObject unmatched(String name) {
    return world.unmatched().stream()
        .map(JsonObject.class::cast)
        .filter(item -> name.equals(item.getString("attachmentName")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + unmatchedNames()));
  }

  private static String labelId(String name) {
    return "Label_" + (name.equals("CVs") ? 1 : 2);
  }

  private static byte[] picture(int size) {
    var bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, bytes, 0, 8);
    return bytes;
  }
}
