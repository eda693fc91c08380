package recruitflow.support;

import java.util.List;
import recruitflow.platform.database.Sql;

/**
 * Breaks work off at its n-th commit: of the transactions that write to certain tables, the one
 * with the wanted number cannot commit.
 */
public final class BrokenCommits {

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

  private final Sql sql;

  public BrokenCommits(Sql sql, String... tables) {
    this.sql = sql;
    BREAKER.forEach(statement -> sql.execute(statement));
    for (var table : tables)
      sql.execute(
          """
          create constraint trigger breaker after insert or update on %s
          deferrable initially deferred for each row execute function break_commit()
          """
              .formatted(table));
  }

  /** From now on commits are counted, and this one fails. */
  public void breakOffAt(long n) {
    sql.execute("alter sequence commits restart");
    sql.execute("insert into broken_at values ($1)", n);
  }

  /** Nothing fails any more; how many commits were tried. */
  public long mend() {
    var tried =
        sql.one(
            "select case when is_called then last_value else 0 end as n from commits",
            row -> row.getLong("n"));
    sql.execute("delete from broken_at");
    return tried;
  }
}
