package recruitflow.desk.candidates;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recruitflow.desk.candidates.DuplicateOperations.Duplicate;
import recruitflow.desk.candidates.DuplicateOperations.Twin;
import recruitflow.domain.screening.leads.MatchedOn;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Page;

/** Flags of possible duplicates. */
final class DuplicateStore {
  private static final String OPEN =
      """
      select f.id, f.matched_on, f.created_at, c.id as c_id, c.full_name as c_name,
             c.phone as c_phone, c.email as c_email, c.created_at as c_created_at,
             o.id as o_id, o.full_name as o_name, o.phone as o_phone, o.email as o_email,
             o.created_at as o_created_at
      from duplicate_flags f
      join candidates c on c.id = f.candidate_id
      join candidates o on o.id = f.other_candidate_id
      where f.state = 'open' order by f.id desc limit $1 offset $2
      """;

  /** The two candidates of an open flag. */
  record Pair(long candidateId, long otherId) {
    boolean has(long id) {
      return id == candidateId || id == otherId;
    }

    long besides(long id) {
      return id == candidateId ? otherId : candidateId;
    }
  }

  List<Duplicate> open(Sql sql, Page page) {
    return sql.list(OPEN, DuplicateStore::duplicate, (long) page.size(), page.offset());
  }

  long countOpen(Sql sql) {
    return sql.one(
        "select count(*) as n from duplicate_flags where state = 'open'", row -> row.getLong("n"));
  }

  /** The pair of an open flag, kept from others until the transaction ends. */
  Optional<Pair> lock(Sql sql, long id) {
    return sql.first(
        """
        select candidate_id, other_candidate_id from duplicate_flags
        where id = $1 and state = 'open' for update
        """,
        row -> new Pair(row.getLong("candidate_id"), row.getLong("other_candidate_id")),
        id);
  }

  void resolve(Sql sql, long id, String state, long by, Instant now) {
    sql.execute(
        "update duplicate_flags set state = $2, resolved_by = $3, resolved_at = $4 where id = $1",
        id,
        state,
        by,
        Db.time(now));
  }

  private static Duplicate duplicate(Row row) {
    return new Duplicate(
        row.getLong("id"),
        twin(row, "c_"),
        twin(row, "o_"),
        MatchedOn.of(row.getString("matched_on")),
        Db.instant(row, "created_at"));
  }

  private static Twin twin(Row row, String of) {
    return new Twin(
        row.getLong(of + "id"),
        row.getString(of + "name"),
        row.getString(of + "phone"),
        row.getString(of + "email"),
        Db.instant(row, of + "created_at"));
  }
}
