package recruitflow.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.support.DatabaseProxy.Cut;

/**
 * The line to the database is cut at a commit, before it is passed on or before its answer is
 * passed back; whatever was under way must come to the same end as if nothing had happened.
 */
class AbortAtEachCommitTest {

  private static final int SAMPLE = 5;

  @Test
  @Tag("proofs")
  void a_cut_before_or_after_any_commit_changes_nothing_in_the_end() {
    var started = System.nanoTime();
    var proof = new AbortAtEachCommit();
    assertWhole(proof.undisturbed());
    for (var n = 1; n <= proof.commits(); n++) {
      proof.abort(n, Cut.BEFORE);
      proof.abort(n, Cut.AFTER);
    }
    System.out.printf("%s; %d s%n", proof.summary(), (System.nanoTime() - started) / 1_000_000_000);
    assertThat(proof.different()).isEmpty();
  }

  @Test
  void a_cut_before_or_after_some_commits_changes_nothing_in_the_end() {
    var proof = new AbortAtEachCommit();
    assertWhole(proof.undisturbed());
    for (var i = 0; i < SAMPLE; i++) {
      proof.abort(3 + i * (proof.commits() - 3) / SAMPLE, i % 2 == 0 ? Cut.AFTER : Cut.BEFORE);
    }
    assertThat(proof.different()).isEmpty();
  }

  @Test
  @Tag("proofs")
  void an_answer_of_any_provider_that_is_lost_changes_nothing_in_the_end() {
    var proof = new AbortAtEachCommit();
    proof.asked().forEach(proof::loseAnswer);
    System.out.printf(
        "%d of %d kinds of answers lost: %d other ends%n",
        proof.answersLost(), proof.asked().size(), proof.different().size());
    assertThat(proof.answersLost()).isGreaterThanOrEqualTo(6);
    assertThat(proof.different()).isEmpty();
  }

  private static void assertWhole(ScreeningRun.End end) {
    assertThat(end.steps())
        .endsWith(
            "call_completed>scoring",
            "scoring>qualified",
            "qualified>awaiting_cv",
            "awaiting_cv>cv_received");
    assertThat(end.calls()).containsExactly("completed");
    assertThat(end.messages()).containsExactly("cv_request email sent", "cv_request whatsapp sent");
    assertThat(end.dials()).isEqualTo(1);
    assertThat(end.mails()).isEqualTo(1);
    assertThat(end.texts()).isEqualTo(1);
    assertThat(end.evaluations()).isEqualTo(1);
    assertThat(end.cvs()).isEqualTo(1);
    assertThat(end.deadTasks()).isZero();
  }
}
