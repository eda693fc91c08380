package recruitflow.admin.accounts;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;

/**
 * Logging in, staying in, leaving. Guessing is slowed per account and per address; a known address
 * of the true user is not locked out by strangers, because both together decide.
 */
final class Login {

  private static final int TRIES_OF_ACCOUNT_FROM_ADDRESS = 8;
  private static final int TRIES_OF_ACCOUNT = 90;
  private static final int TRIES_OF_ADDRESS = 200;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private static final String FAILURES =
      """
      select count(*) filter (where email = $1 and address = $2 and at > now() - interval '5 minutes') as both,
             count(*) filter (where email = $1) as email,
             count(*) filter (where address = $2) as address
      from login_failures where at > now() - interval '1 hour' and (email = $1 or address = $2)
      """;

  private final House house;
  private final UserStore users;
  private final Passwords passwords;
  private final RefreshTokens refreshTokens;

  Login(House house, UserStore users, Passwords passwords, RefreshTokens refreshTokens) {
    this.house = house;
    this.users = users;
    this.passwords = passwords;
    this.refreshTokens = refreshTokens;
  }

  /** {@code {email, password, address}} → session; one neutral message for every wrong try. */
  JsonObject login(JsonObject body) {
    var sql = house.db().sql();
    var email = body.getString("email").strip().toLowerCase(Locale.ROOT);
    var address = body.getString("address");
    refuseGuessing(sql, email, address);
    var account = users.byEmail(sql, email);
    var hash = account.map(Account::passwordHash).orElse(null);
    var good = passwords.fits(body.getString("password"), hash);
    if (!good || !account.get().user().active()) {
      sql.execute("insert into login_failures (email, address) values ($1, $2)", email, address);
      throw Failure.unauthorized("E-mail or password is not right.");
    }
    sql.execute("delete from login_failures where email = $1 and address = $2", email, address);
    return house.db().inTransaction(inside -> begin(inside, account.get()));
  }

  /** Unless the account was closed or its password changed while this one was being checked. */
  private JsonObject begin(Sql sql, Account checked) {
    var account =
        users
            .byIdUnchanging(sql, checked.user().id())
            .filter(now -> now.tokenVersion() == checked.tokenVersion())
            .orElseThrow(() -> Failure.unauthorized("E-mail or password is not right."));
    return session(account, refreshTokens.begin(sql, account.user().id()));
  }

  private void refuseGuessing(Sql sql, String email, String address) {
    var tooMany =
        sql.one(
            FAILURES,
            row ->
                row.getLong("both") >= TRIES_OF_ACCOUNT_FROM_ADDRESS
                    || row.getLong("email") >= TRIES_OF_ACCOUNT
                    || row.getLong("address") >= TRIES_OF_ADDRESS,
            email,
            address);
    if (tooMany) throw Failure.tooMany("Too many wrong tries. Please wait a few minutes.", PAUSE);
  }

  /** {@code {refreshToken}} → session; a token used again later ends its whole family. */
  JsonObject refresh(JsonObject body) {
    return house
        .db()
        .inTransaction(sql -> renewed(sql, body.getString("refreshToken")))
        .orElseThrow(() -> Failure.unauthorized("Please log in."));
  }

  /** Empty rather than thrown: that the family was ended must be committed. */
  private Optional<JsonObject> renewed(Sql sql, String token) {
    var account =
        refreshTokens
            .owner(sql, token)
            .flatMap(owner -> users.byIdUnchanging(sql, owner))
            .filter(now -> now.user().active());
    return account.flatMap(
        now -> refreshTokens.renew(sql, token).map(renewed -> session(now, renewed.token())));
  }

  /** {@code {refreshToken}}: ends the login; unknown tokens are fine. */
  JsonObject logout(JsonObject body) {
    refreshTokens.end(house.db().sql(), body.getString("refreshToken"));
    return new JsonObject();
  }

  private JsonObject session(Account account, String refreshToken) {
    var user = account.user();
    var access = house.operations().access();
    return new JsonObject()
        .put("accessToken", access.token(user.id(), account.tokenVersion()))
        .put("expiresInSeconds", access.lifetime().toSeconds())
        .put(
            "user",
            Json.of(
                new AccountOperations.Me(
                    user.id(), user.email(), user.displayName(), user.roles())))
        .put("refreshToken", refreshToken);
  }
}
