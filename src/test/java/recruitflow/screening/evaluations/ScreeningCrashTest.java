package recruitflow.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.support.BrokenCommits;

/**
 * From a finished call to the request for the CV, broken off at its first commit, at its second,
 * and so on until nothing is left to break: each run must end in the same state, with one
 * evaluation, one mail and one WhatsApp text. What left the house before the commit that failed is
 * out, and nobody here knows.
 */
@Tag("proofs")
class ScreeningCrashTest extends Evaluating {

  private static BrokenCommits commits;

  @BeforeAll
  static void prepare() {
    commits = new BrokenCommits(server.sql(), "applications", "evaluations", "messages");
  }

  @Test
  void a_screening_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    var broken = 0;
    for (var n = 1L; ; n++) {
      forget();
      var application = conversations.ended();
      var call = conversations.call(application, Conversations.turns("qualified_ro"));
      commits.breakOffAt(n);
      evaluate(call);
      untilSettled(application, "awaiting_cv");
      desk.untilDone("evaluations.%");
      desk.untilDone("messages.%");
      var tried = commits.mend();
      assertThat(evaluations(application)).as("evaluations, broken off at %d", n).hasSize(1);
      assertThat(desk.acted("gmail", "/gmail/v1/users/me/messages/send"))
          .as("mails, %d", n)
          .isOne();
      assertThat(desk.acted("whapi", "/messages/text")).as("texts, %d", n).isOne();
      assertThat(sent(application)).as("messages known as sent, %d", n).isEqualTo(2);
      if (tried < n) break;
      broken++;
    }
    System.out.println("broken off at " + broken + " commits, each with the same end");
    assertThat(broken).isGreaterThanOrEqualTo(7);
  }

  private static long sent(long application) {
    return count(
        "select count(*) as n from messages where status in ('sent', 'delivered') and"
            + " application_id = "
            + application);
  }

  private static long count(String sql) {
    return server.sql().one(sql, row -> row.getLong("n"));
  }
}
