package recruitflow.desk.candidates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.domain.desk.candidates.PhoneNumber;
import recruitflow.platform.database.Sql;

/**
 * Who a phone number or an address belongs to: the one lookup for everything that comes in. What
 * belonged to a merged record finds the one that was kept.
 */
public final class CandidateLookup {
  private static final String BY_PHONE =
      """
      select distinct coalesce(merged_into_id, id) as id from candidates
      where (archived_at is null or merged_into_id is not null)
        and (phone_key = any ($1) or whatsapp_number = any ($1))
      order by id
      """;

  private static final String BY_EMAIL =
      """
      select distinct coalesce(merged_into_id, id) as id from candidates
      where (archived_at is null or merged_into_id is not null) and lower(email) = $1
      order by id
      """;

  /** The expression is that of an index. */
  private static final String BY_GOOGLE_MAILBOX =
      """
      select distinct coalesce(merged_into_id, id) as id from candidates
      where (archived_at is null or merged_into_id is not null)
        and replace(split_part(split_part(lower(email), '@', 1), '+', 1), '.', '') = $1
        and split_part(lower(email), '@', 2) in ('gmail.com', 'googlemail.com')
        and lower(email) <> $2
      order by id
      """;

  private static final String NEWEST_OPEN =
      """
      select id from applications
      where candidate_id = $1 and status <> 'closed' order by created_at desc, id desc limit 1
      """;

  private static final String LIKELIEST =
      """
      select one.id
      from unnest($1::bigint[]) as one (id)
        left join applications a on a.candidate_id = one.id and a.status <> 'closed'
      order by a.created_at desc nulls last, a.id desc, one.id limit 1
      """;

  private final String region;

  /**
   * @param region where numbers without country code belong, such as RO
   */
  public CandidateLookup(String region) {
    this.region = region;
  }

  /** All candidates with that number in any of its spellings, as phone or for WhatsApp. */
  public List<Long> byPhone(Sql sql, String spelling) {
    var cleaned = PhoneNumber.clean(spelling);
    return cleaned.isEmpty() ? List.of() : byKeys(sql, read(spelling), cleaned);
  }

  /**
   * The same for a number that its provider writes with the country code, with or without plus. A
   * local spelling is nobody's international number and read as such.
   */
  public List<Long> byInternationalPhone(Sql sql, String digits) {
    var cleaned = PhoneNumber.clean(digits);
    if (cleaned.isEmpty() || cleaned.startsWith("0")) {
      return byPhone(sql, digits);
    }
    var plus = cleaned.startsWith("+") ? cleaned : "+" + cleaned;
    return byKeys(sql, read(plus).or(() -> read(cleaned)), plus, cleaned);
  }

  private Optional<PhoneNumber> read(String spelling) {
    return PhoneNumber.parse(spelling, region);
  }

  private static List<Long> byKeys(Sql sql, Optional<PhoneNumber> number, String... spellings) {
    var keys =
        Stream.concat(number.map(PhoneNumber::e164).stream(), Stream.of(spellings)).distinct();
    return sql.list(BY_PHONE, row -> row.getLong("id"), (Object) keys.toArray(String[]::new));
  }

  /** All candidates with that address in any case, else those who share its mailbox. */
  public List<Long> byEmail(Sql sql, String address) {
    var exactly = byExactEmail(sql, address);
    return exactly.isEmpty() ? bySameMailbox(sql, address) : exactly;
  }

  /** All candidates with that address, in any case. */
  public List<Long> byExactEmail(Sql sql, String address) {
    var cleaned = EmailAddress.clean(address);
    return cleaned.isEmpty() ? List.of() : sql.list(BY_EMAIL, row -> row.getLong("id"), cleaned);
  }

  /** All candidates with another address that is delivered to the same mailbox. */
  public List<Long> bySameMailbox(Sql sql, String address) {
    var cleaned = EmailAddress.clean(address);
    return EmailAddress.googleMailbox(cleaned)
        .map(mailbox -> sql.list(BY_GOOGLE_MAILBOX, row -> row.getLong("id"), mailbox, cleaned))
        .orElse(List.of());
  }

  /** The candidate's most recent application that is not closed. */
  public static Optional<Long> newestOpenApplication(Sql sql, long candidateId) {
    return sql.first(NEWEST_OPEN, row -> row.getLong("id"), candidateId);
  }

  /** Of several with the same number or address, the one with the most recent open application. */
  public static Optional<Long> likeliest(Sql sql, List<Long> candidateIds) {
    return sql.first(
        LIKELIEST, row -> row.getLong("id"), (Object) candidateIds.toArray(Long[]::new));
  }

  /** The record that a merged one was merged into; the same id when it was not. */
  public static long kept(Sql sql, long candidateId) {
    return sql.first(
            "select coalesce(merged_into_id, id) as id from candidates where id = $1",
            row -> row.getLong("id"),
            candidateId)
        .orElse(candidateId);
  }
}
