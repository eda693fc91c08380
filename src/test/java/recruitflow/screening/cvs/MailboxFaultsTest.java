package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import recruitflow.screening.cvs.mail.PollMailbox;

class MailboxFaultsTest extends MailIntake {

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
}
