package recruitflow.desk.candidates;

import java.util.Collection;
import recruitflow.platform.database.Sql;

/** Finds records that may be one person by what their contacts are now. */
public final class FlagDuplicates {
  private static final String FLAG =
      """
      insert into duplicate_flags (candidate_id, other_candidate_id, matched_on)
      select id, other, case when phone and email then 'both' when phone then 'phone' else 'email' end
      from (
        select c.id, coalesce(o.merged_into_id, o.id) as other,
               bool_or(o.phone_key = c.phone_key or o.whatsapp_number = c.phone_key) as phone,
               bool_or(c.email_key <> '' and o.email_key = c.email_key) as email
        from candidates c join candidates o on o.id <> c.id
          and o.id in (
            select t.id from candidates t where t.phone_key = c.phone_key
            union select t.id from candidates t where t.whatsapp_number = c.phone_key
            union select t.id from candidates t
              where c.email_key <> '' and t.email_key = c.email_key)
        where c.id = any ($1::bigint[]) and c.archived_at is null
          and (o.archived_at is null or o.merged_into_id is not null)
        group by 1, 2) as pairs
      where other <> id and not exists (
        select 1 from duplicate_flags f
        where (f.candidate_id, f.other_candidate_id) in ((id, other), (other, id)))
      on conflict (candidate_id, other_candidate_id) do nothing
      """;

  private FlagDuplicates() {}

  /**
   * Flags everybody else with a number or an address of these; a pair that was flagged before, and
   * perhaps told apart, is left alone.
   */
  public static void among(Sql sql, Collection<Long> candidateIds) {
    if (!candidateIds.isEmpty()) {
      sql.execute(FLAG, (Object) candidateIds.toArray(Long[]::new));
    }
  }
}
