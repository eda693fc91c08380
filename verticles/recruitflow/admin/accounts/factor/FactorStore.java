package recruitflow.admin.accounts.factor;

import java.util.List;
import java.util.Optional;
import recruitflow.platform.database.Sql;
import recruitflow.platform.secrets.Vault;

/** The second factors and their recovery codes. */
final class FactorStore {

  private final Vault vault;

  FactorStore(Vault vault) {
    this.vault = vault;
  }

  record Factor(byte[] secret, boolean confirmed, long lastStep) {}

  private record Sealed(String secret, boolean confirmed, long lastStep) {}

  /** Locked until the transaction ends, so that one code opens one door. */
  Optional<Factor> of(Sql sql, long userId) {
    return sql.first(
            """
            select secret, confirmed_at is not null as confirmed, last_step
            from second_factors where user_id = $1 for update
            """,
            row ->
                new Sealed(
                    row.getString("secret"), row.getBoolean("confirmed"), row.getLong("last_step")),
            userId)
        .map(
            kept ->
                new Factor(
                    vault.open(kept.secret(), owner(userId)), kept.confirmed(), kept.lastStep()));
  }

  void begin(Sql sql, long userId, byte[] secret) {
    sql.execute(
        """
        insert into second_factors (user_id, secret) values ($1, $2)
        on conflict (user_id) do update
        set secret = excluded.secret, confirmed_at = null, last_step = 0, created_at = now()
        """,
        userId,
        vault.seal(secret, owner(userId)));
  }

  void confirm(Sql sql, long userId, List<String> recoveryCodes) {
    sql.execute("update second_factors set confirmed_at = now() where user_id = $1", userId);
    sql.execute("delete from recovery_codes where user_id = $1", userId);
    sql.execute(
        "insert into recovery_codes (user_id, code_hash) select $1, unnest($2::text[])",
        userId,
        recoveryCodes.stream().map(RecoveryCodes::hash).toArray(String[]::new));
  }

  void used(Sql sql, long userId, long step) {
    sql.execute("update second_factors set last_step = $2 where user_id = $1", userId, step);
  }

  /** True when the code was one of the account's and was not used before. */
  boolean spend(Sql sql, long userId, String recoveryCode) {
    return sql.execute(
            """
            update recovery_codes set used_at = now()
            where user_id = $1 and code_hash = $2 and used_at is null
            """,
            userId,
            RecoveryCodes.hash(recoveryCode))
        == 1;
  }

  void remove(Sql sql, long userId) {
    sql.execute("delete from second_factors where user_id = $1", userId);
    sql.execute("delete from recovery_codes where user_id = $1", userId);
  }

  private static String owner(long userId) {
    return "second factor of user " + userId;
  }
}
