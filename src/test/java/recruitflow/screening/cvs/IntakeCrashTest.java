package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.screening.cvs.mail.PollMailbox;

/**
 * A mail with two CVs and words, and a document with a caption by WhatsApp, broken off at the first
 * commit, at the second, and so on until nothing is left to break: each run must end in the same
 * state, nothing lost and nothing twice.
 */
@Tag("proofs")
class IntakeCrashTest {
  /** Counts transactions; the one with the wanted number cannot commit. */
  private static final List<String> BREAKER =
      List.of(
          "create sequence commits",
          "create table broken_at (n bigint)",
          """
          create function break_commit() returns trigger language plpgsql as $$
          declare seen bigint;
          begin
            if not exists (select 1 from broken_at) then return null; end if;
            if current_setting('proof.counted', true) = txid_current()::text then return null; end if;
            perform set_config('proof.counted', txid_current()::text, true);
            seen := nextval('commits');
            if seen = (select n from broken_at) then raise exception 'broken off at %', seen; end if;
            return null;
          end $$
          """);

  private static CvFixture world;
  private static long position;

  @BeforeAll
  static void start() {
    world = CvFixture.start();
    position = world.position("Sales");
    BREAKER.forEach(statement -> world.sql().execute(statement));
    for (var table : List.of("inbound_events", "applications", "cv_uploads", "candidate_replies")) {
      world
          .sql()
          .execute(
              """
              create constraint trigger breaker after insert or update on %s
              deferrable initially deferred for each row execute function break_commit()
              """
                  .formatted(table));
    }
    world
        .server()
        .control(HttpMethod.POST, "/whapi/repetition", new JsonObject().put("millis", 100));
  }

  @AfterAll
  static void stop() {
    world.server().close();
  }

  @Test
  void an_intake_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    var broken = 0;
    for (var n = 1L; ; n++) {
      var phone = "4072299%04d".formatted(n);
      var email = "crash" + n + "@example.com";
      var candidate = world.candidate("Crash Test" + n, "+" + phone, email);
      var application = world.application(candidate, position, "awaiting_cv");
      world.sql().execute("alter sequence commits restart");
      world.sql().execute("insert into broken_at values ($1)", n);
      var mail = world.arrives(world.mail(email, "CV", "by mail", pdf("a.pdf"), pdf("b.pdf")));
      world.whatsAppWithoutWaiting(pdf("c.pdf").put("from", phone).put("caption", "by phone"));
      world.server().until("all is filed", () -> isFiled(application, candidate, mail));
      var commits =
          world
              .sql()
              .one(
                  "select case when is_called then last_value else 0 end from commits",
                  row -> row.getLong(0));
      world.sql().execute("delete from broken_at");
      assertThat(world.cvs(application))
          .as("CVs, broken off at %d", n)
          .containsExactlyInAnyOrder(
              "email_attachment exact_email",
              "email_attachment exact_email",
              "whatsapp_media exact_phone");
      assertThat(world.status(application)).isEqualTo("cv_received");
      assertThat(replies(candidate)).containsExactlyInAnyOrder("by mail", "by phone");
      if (commits < n) break;
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
