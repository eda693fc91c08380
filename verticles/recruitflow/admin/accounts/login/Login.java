package recruitflow.admin.accounts.login;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import recruitflow.admin.accounts.Doorkeeper;
import recruitflow.admin.accounts.UserStore;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.admin.accounts.factor.SecondFactor;
import recruitflow.admin.accounts.login.Throttle.Admitted;
import recruitflow.admin.accounts.login.Throttle.Try;
import recruitflow.admin.accounts.passwords.Passwords;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Failure;

/** Logging in, staying in, leaving. */
public final class Login {

  private final House house;
  private final UserStore users;
  private final Passwords passwords;
  private final RefreshTokens refreshTokens;
  private final SecondFactor secondFactor;
  private final Doorkeeper doorkeeper;
  private final Throttle throttle = new Throttle();

  public Login(
      House house,
      UserStore users,
      Passwords passwords,
      RefreshTokens refreshTokens,
      SecondFactor secondFactor,
      Doorkeeper doorkeeper) {
    this.house = house;
    this.users = users;
    this.passwords = passwords;
    this.refreshTokens = refreshTokens;
    this.secondFactor = secondFactor;
    this.doorkeeper = doorkeeper;
  }

  /**
   * {@code {email, password, code, address, browser}} → session; one neutral message for every
   * wrong try.
   */
  public JsonObject login(JsonObject body) {
    var browser = body.getString("browser");
    var attempt =
        new Try(
            body.getString("email").strip().toLowerCase(Locale.ROOT),
            body.getString("address"),
            Tokens.hash(browser));
    var admitted = throttle.count(house.db().sql(), attempt);
    var account =
        checked(attempt, admitted, body.getString("password"))
            .orElseThrow(() -> Failure.unauthorized("E-mail or password is not right."));
    return house
        .db()
        .inTransaction(
            sql -> {
              var session = begin(sql, account, body.getString("code"));
              throttle.succeeded(sql, account.user().id(), attempt, admitted);
              return session;
            });
  }

  /** Empty when the password is wrong, or right for nobody who may come in. */
  private Optional<Account> checked(Try attempt, Admitted admitted, String password) {
    var account = users.byEmail(house.db().sql(), attempt.email());
    var hash = account.map(Account::passwordHash).orElse(null);
    try {
      var good =
          admitted.fromKnownPlace()
              ? passwords.fits(password, hash)
              : passwords.fits(password, hash, List.of(attempt.network(), attempt.email()));
      return account.filter(a -> good && a.user().active());
    } catch (Failure notTried) {
      throttle.giveBack(house.db().sql(), admitted);
      throw notTried;
    }
  }

  /** Unless the account was closed or its password changed while this one was being checked. */
  private JsonObject begin(Sql sql, Account checked, String code) {
    var account =
        users
            .byIdUnchanging(sql, checked.user().id())
            .filter(now -> now.tokenVersion() == checked.tokenVersion())
            .orElseThrow(() -> Failure.unauthorized("E-mail or password is not right."));
    secondFactor.require(sql, account, code);
    return session(account, refreshTokens.begin(sql, account.user().id()));
  }

  /** {@code {refreshToken}} → session; a token used again later ends its whole family. */
  public JsonObject refresh(JsonObject body) {
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
  public JsonObject logout(JsonObject body) {
    refreshTokens.end(house.db().sql(), body.getString("refreshToken"));
    return new JsonObject();
  }

  private JsonObject session(Account account, String refreshToken) {
    var user = account.user();
    var access = house.operations().access();
    return new JsonObject()
        .put("accessToken", access.token(user.id(), account.tokenVersion()))
        .put("expiresInSeconds", access.lifetime().toSeconds())
        .put("user", Json.of(doorkeeper.me(user)))
        .put("refreshToken", refreshToken);
  }
}
