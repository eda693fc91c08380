package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.screening.cvs.mail.PollMailbox;
import recruitflow.support.BrokenCommits;

/**
 * A mail with two CVs and words, and a document with a caption by WhatsApp, broken off at the first
 * commit, at the second, and so on until nothing is left to break: each run must end in the same
 * state, nothing lost and nothing twice.
 */
@Tag("proofs")
class IntakeCrashTest {
  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long position = world.position("Sales");
  private static final BrokenCommits commits =
      new BrokenCommits(
          world.sql(), "inbound_events", "applications", "cv_uploads", "candidate_replies");

  @BeforeAll
  static void start() {
    world
        .server()
        .control(HttpMethod.POST, "/whapi/repetition", new JsonObject().put("millis", 100));
  }

  @Test
  void an_intake_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    var broken = 0;
    for (var n = 1L; ; n++) {
      var phone = "4072299%04d".formatted(n);
      var email = "crash" + n + "@example.com";
      var candidate = world.candidate("Crash Test" + n, "+" + phone, email);
      var application = world.application(candidate, position, "awaiting_cv");
      commits.breakOffAt(n);
      var mail = world.arrives(world.mail(email, "CV", "by mail", pdf("a.pdf"), pdf("b.pdf")));
      world.whatsAppWithoutWaiting(pdf("c.pdf").put("from", phone).put("caption", "by phone"));
      world.server().until("all is filed", () -> isFiled(application, candidate, mail));
      var tried = commits.mend();
      assertThat(world.cvs(application))
          .as("CVs, broken off at %d", n)
          .containsExactlyInAnyOrder(
              "email_attachment exact_email",
              "email_attachment exact_email",
              "whatsapp_media exact_phone");
      assertThat(world.status(application)).isEqualTo("cv_received");
      assertThat(replies(candidate)).containsExactlyInAnyOrder("by mail", "by phone");
      if (tried < n) break;
      broken++;
    }
    System.out.println("broken off at " + broken + " commits, each with the same end");
    assertThat(broken).isGreaterThanOrEqualTo(5);
  }

  /** Looks again at once where the house would have waited. */
  private static boolean isFiled(long application, long candidate, String mail) {
    world.server().runJob(PollMailbox.NAME);
    world.sql().execute("update tasks set not_before = now() where state = 'ready'");
    return world.cvs(application).size() == 3
        && replies(candidate).size() == 2
        && !world.labels(mail).contains("UNREAD");
  }

  private static List<String> replies(long candidateId) {
    return world
        .sql()
        .list(
            "select body from candidate_replies where candidate_id = $1",
            row -> row.getString(0),
            candidateId);
  }
}
