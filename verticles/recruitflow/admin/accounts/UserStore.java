package recruitflow.admin.accounts;

import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recruitflow.admin.accounts.AccountOperations.ChangedUser;
import recruitflow.admin.accounts.AccountOperations.NewUser;
import recruitflow.admin.accounts.AccountOperations.Recruiter;
import recruitflow.admin.accounts.AccountOperations.User;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Role;

/** The users table. */
public final class UserStore {

  private static final String COLUMNS =
      """
      id, email, display_name, roles, active, version, created_at, password_hash, token_version,
      exists (select 1 from second_factors f where f.user_id = users.id and f.confirmed_at is not null)
        as second_factor
      """;

  private static final String INSERT =
      """
      insert into users (email, display_name, roles, password_hash) values ($1, $2, $3, $4)
      on conflict do nothing returning
      """
          + COLUMNS;

  private static final String UPDATE =
      """
      update users set display_name = $2, roles = $3, active = $4,
             password_hash = coalesce($5, password_hash), version = version + 1, updated_at = now(),
             token_version = token_version + (
               active <> $4 or $5::text is not null or not (roles @> $3 and roles <@ $3))::int
      where id = $1 and version = $6 returning
      """
          + COLUMNS;

  private static final String SET_PASSWORD =
      """
      update users set password_hash = $2, version = version + 1, updated_at = now(),
             token_version = token_version + 1
      where id = $1 returning
      """
          + COLUMNS;

  private static final String RAISE =
      """
      update users set version = version + 1, updated_at = now(),
             token_version = token_version + $2::boolean::int
      where id = $1 returning
      """
          + COLUMNS;

  /** An account with what proves its password and what its tokens must carry. */
  public record Account(User user, String passwordHash, int tokenVersion) {}

  public Optional<Account> byEmail(Sql sql, String email) {
    return sql.first(
        "select " + COLUMNS + " from users where lower(email) = $1",
        UserStore::account,
        email.strip().toLowerCase(Locale.ROOT));
  }

  public Optional<Account> byId(Sql sql, long id) {
    return sql.first("select " + COLUMNS + " from users where id = $1", UserStore::account, id);
  }

  /**
   * The account as it is and stays until the caller's transaction ends: a login that begins while a
   * password is reset or an account is closed must not outlive it.
   */
  public Optional<Account> byIdUnchanging(Sql sql, long id) {
    return sql.first(
        "select " + COLUMNS + " from users where id = $1 for share", UserStore::account, id);
  }

  List<Account> all(Sql sql) {
    return sql.list(
        "select " + COLUMNS + " from users order by display_name, id", UserStore::account);
  }

  List<Recruiter> recruiters(Sql sql) {
    return sql.list(
        """
        select id, display_name from users where active and 'recruiter' = any (roles)
        order by display_name, id
        """,
        row -> new Recruiter(row.getLong("id"), row.getString("display_name")));
  }

  boolean isEmpty(Sql sql) {
    return sql.first("select 1 from users limit 1", row -> true).isEmpty();
  }

  Optional<User> insert(Sql sql, NewUser user, String passwordHash) {
    return sql.first(
        INSERT,
        row -> account(row).user(),
        user.email().strip(),
        user.displayName().strip(),
        words(user.roles()),
        passwordHash);
  }

  /** Empty when the version is not the current one. */
  Optional<Account> update(Sql sql, ChangedUser user, String newPasswordHash) {
    return sql.first(
        UPDATE,
        UserStore::account,
        user.id(),
        user.displayName().strip(),
        words(user.roles()),
        user.active(),
        newPasswordHash,
        user.version());
  }

  public Account setPassword(Sql sql, long id, String hash) {
    return sql.one(SET_PASSWORD, UserStore::account, id, hash);
  }

  /** The account opens nothing any more. */
  void close(Sql sql, long id) {
    sql.execute("update users set active = false where id = $1", id);
    raise(sql, id, true);
  }

  /** The account is active, with these roles as well and another password. */
  void restore(Sql sql, long id, Set<Role> roles, String hash) {
    sql.execute(
        """
        update users
        set active = true, roles = (select array_agg(distinct r) from unnest(roles || $2) as r)
        where id = $1
        """,
        id,
        words(roles));
    setPassword(sql, id, hash);
  }

  /**
   * Something that belongs to the account was changed.
   *
   * @param endTokens whether its access tokens are good no longer
   */
  public Account raise(Sql sql, long id, boolean endTokens) {
    return sql.one(RAISE, UserStore::account, id, endTokens);
  }

  /**
   * Whether there is an active administrator besides this one. All of them stay as they are until
   * the transaction ends: two administrators who demote each other must not both succeed.
   */
  boolean hasOtherAdmin(Sql sql, long id) {
    return sql
        .list(
            """
            select id from users where active and 'admin' = any (roles) order by id for update
            """,
            row -> row.getLong("id"))
        .stream()
        .anyMatch(admin -> admin != id);
  }

  private static String[] words(Set<Role> roles) {
    return roles.stream()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .sorted()
        .toArray(String[]::new);
  }

  private static Account account(Row row) {
    var roles =
        Arrays.stream(row.getArrayOfStrings("roles"))
            .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
    return new Account(
        new User(
            row.getLong("id"),
            row.getString("email"),
            row.getString("display_name"),
            roles,
            row.getBoolean("active"),
            row.getBoolean("second_factor"),
            row.getInteger("version"),
            Db.instant(row, "created_at")),
        row.getString("password_hash"),
        row.getInteger("token_version"));
  }
}
