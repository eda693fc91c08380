package recruitflow.admin.accounts.login;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import recruitflow.platform.database.Sql;

/**
 * Refresh tokens: random, stored as hashes, each used once. A second use, unless it follows at
 * once, ends the family.
 */
public final class RefreshTokens {

  private static final String INSERT =
      """
      insert into refresh_tokens (family, user_id, token_hash, expires_at)
      values ($1, $2, $3, now() + $4 * interval '1 second')
      """;

  private static final String FIND =
      """
      select family, user_id,
             revoked_at is null and expires_at > now()
               and (used_at is null or used_at > now() - $2 * interval '1 second') as good
      from refresh_tokens where token_hash = $1 for update
      """;

  /**
   * A used token opens again for so long: the page was loaded twice at the same moment, or the
   * answer that held the next token never came.
   */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Duration lifetime;

  public RefreshTokens(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** A renewed login. */
  record Renewed(long userId, String token) {}

  private record Found(UUID family, long userId, boolean good) {}

  String begin(Sql sql, long userId) {
    return issue(sql, UUID.randomUUID(), userId);
  }

  /** Whose token it is, if we ever issued it. */
  Optional<Long> owner(Sql sql, String token) {
    return sql.first(
        "select user_id from refresh_tokens where token_hash = $1",
        row -> row.getLong("user_id"),
        Tokens.hash(token));
  }

  /** Empty when the token is unknown, expired, revoked or was used a while ago. */
  Optional<Renewed> renew(Sql sql, String token) {
    var found =
        sql.first(
            FIND,
            row -> new Found(row.getUUID("family"), row.getLong("user_id"), row.getBoolean("good")),
            Tokens.hash(token),
            GRACE.toSeconds());
    if (found.isEmpty()) return Optional.empty();
    var it = found.get();
    if (!it.good()) {
      sql.execute("update refresh_tokens set revoked_at = now() where family = $1", it.family());
      return Optional.empty();
    }
    sql.execute(
        "update refresh_tokens set used_at = coalesce(used_at, now()) where token_hash = $1",
        Tokens.hash(token));
    return Optional.of(new Renewed(it.userId(), issue(sql, it.family(), it.userId())));
  }

  /** Ends every login of the account. */
  public void endAll(Sql sql, long userId) {
    sql.execute(
        "update refresh_tokens set revoked_at = now() where user_id = $1 and revoked_at is null",
        userId);
  }

  void end(Sql sql, String token) {
    sql.execute(
        """
        update refresh_tokens set revoked_at = now()
        where family in (select family from refresh_tokens where token_hash = $1)
        """,
        Tokens.hash(token));
  }

  private String issue(Sql sql, UUID family, long userId) {
    var token = Tokens.fresh();
    sql.execute(INSERT, family, userId, Tokens.hash(token), lifetime.toSeconds());
    return token;
  }
}
