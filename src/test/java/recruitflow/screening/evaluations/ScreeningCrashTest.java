package recruitflow.screening.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From a finished call to the request for the CV, broken off at its first commit, at its second,
 * and so on until nothing is left to break: each run must end in the same state, with one
 * evaluation, one mail and one WhatsApp text. What left the house before the commit that failed is
 * out, and nobody here knows.
 */
@Tag("proofs")
class ScreeningCrashTest extends Evaluating {

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

  @BeforeAll
  static void prepare() {
    BREAKER.forEach(statement -> server.sql().execute(statement));
    for (var table : List.of("applications", "evaluations", "messages")) {
      server
          .sql()
          .execute(
              """
              create constraint trigger breaker after insert or update on %s
              deferrable initially deferred for each row execute function break_commit()
              """
                  .formatted(table));
    }
  }

  @Test
  void a_screening_broken_off_at_any_commit_ends_as_if_nothing_had_happened() {
    var broken = 0;
    for (var n = 1L; ; n++) {
      forget();
      server.sql().execute("alter sequence commits restart");
      var application = conversations.ended();
      var call = conversations.call(application, Conversations.turns("qualified_ro"));
      server.sql().execute("insert into broken_at values ($1)", n);
      evaluate(call);
      untilSettled(application, "awaiting_cv");
      desk.untilDone("evaluations.%");
      desk.untilDone("messages.%");
      var commits =
          count("select case when is_called then last_value else 0 end as n from commits");
      server.sql().execute("delete from broken_at");
      assertThat(evaluations(application)).as("evaluations, broken off at %d", n).hasSize(1);
      assertThat(desk.acted("gmail", "/gmail/v1/users/me/messages/send"))
          .as("mails, %d", n)
          .isOne();
      assertThat(desk.acted("whapi", "/messages/text")).as("texts, %d", n).isOne();
      assertThat(sent(application)).as("messages known as sent, %d", n).isEqualTo(2);
      if (commits < n) break;
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
