package recruitflow.admin.accounts;

import recruitflow.admin.accounts.AccountOperations.ChangedUser;
import recruitflow.admin.accounts.AccountOperations.Me;
import recruitflow.admin.accounts.AccountOperations.NewUser;
import recruitflow.admin.accounts.AccountOperations.Recruiters;
import recruitflow.admin.accounts.AccountOperations.User;
import recruitflow.admin.accounts.AccountOperations.Users;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.admin.accounts.login.RefreshTokens;
import recruitflow.admin.accounts.passwords.Passwords;
import recruitflow.domain.admin.accounts.DisplayName;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** What administrators do with accounts. */
final class Accounts {

  private final House house;
  private final UserStore users;
  private final Passwords passwords;
  private final RefreshTokens refreshTokens;
  private final Doorkeeper doorkeeper;

  Accounts(
      House house,
      UserStore users,
      Passwords passwords,
      RefreshTokens refreshTokens,
      Doorkeeper doorkeeper) {
    this.house = house;
    this.users = users;
    this.passwords = passwords;
    this.refreshTokens = refreshTokens;
    this.doorkeeper = doorkeeper;
  }

  Me me(Caller caller, Nothing input) {
    return doorkeeper.me(users.byId(house.db().sql(), caller.userId()).orElseThrow().user());
  }

  Users list(Caller caller, Nothing input) {
    return new Users(users.all(house.db().sql()).stream().map(Account::user).toList());
  }

  Recruiters recruiters(Caller caller, Nothing input) {
    return new Recruiters(users.recruiters(house.db().sql()));
  }

  User create(Caller caller, NewUser user) {
    var email = EmailAddress.clean(user.email());
    if (!EmailAddress.isPlausible(email))
      throw Failure.invalid("email", "is not an e-mail address").because("email_malformed");
    var named = new NewUser(email, visible(user.displayName()), user.roles(), user.password());
    passwords.require("password", named.password(), email, named.displayName());
    return users
        .insert(house.db().sql(), named, passwords.hash(named.password()))
        .orElseThrow(
            () ->
                Failure.invalid("email", "There is an account with this address.")
                    .because("email_taken"));
  }

  User update(Caller caller, ChangedUser changed) {
    var named = changed.named(visible(changed.displayName()));
    var before =
        users.byId(house.db().sql(), changed.id()).orElseThrow(() -> Failure.notFound("user"));
    if (changed.password() != null)
      passwords.require("password", changed.password(), before.user().email(), named.displayName());
    var hash = changed.password() == null ? null : passwords.hash(changed.password());
    var now = house.db().inTransaction(sql -> update(sql, named, hash));
    doorkeeper.learn(now);
    return now.user();
  }

  private static String visible(String displayName) {
    var cleaned = DisplayName.clean(displayName);
    if (DisplayName.isVisible(cleaned)) return cleaned;
    throw Failure.invalid("displayName", "holds characters that cannot be seen")
        .because("name_invisible");
  }

  private Account update(Sql sql, ChangedUser changed, String hash) {
    var before = users.byId(sql, changed.id()).orElseThrow(() -> Failure.notFound("user"));
    var staysAdmin = changed.active() && changed.roles().contains(Role.ADMIN);
    if (!users.hasOtherAdmin(sql, changed.id()) && !staysAdmin)
      throw Failure.invalid("roles", "One active administrator must remain.")
          .because("last_administrator");
    var now =
        users
            .update(sql, changed, hash)
            .orElseThrow(
                () ->
                    Failure.conflict(
                        "Somebody else changed this account.", Json.of(before.user())));
    if (!changed.active() || hash != null) refreshTokens.endAll(sql, changed.id());
    doorkeeper.tellOtherNodes(sql, changed.id());
    return now;
  }
}
