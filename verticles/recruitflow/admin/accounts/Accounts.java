package recruitflow.admin.accounts;

import java.util.Set;
import recruitflow.admin.accounts.AccountOperations.ChangedUser;
import recruitflow.admin.accounts.AccountOperations.Me;
import recruitflow.admin.accounts.AccountOperations.NewUser;
import recruitflow.admin.accounts.AccountOperations.Recruiters;
import recruitflow.admin.accounts.AccountOperations.User;
import recruitflow.admin.accounts.AccountOperations.Users;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.operations.Role;

/** What administrators do with accounts. */
final class Accounts {

  private final House house;
  private final AccountSettings settings;
  private final UserStore users;
  private final Passwords passwords;

  Accounts(House house, AccountSettings settings, UserStore users, Passwords passwords) {
    this.house = house;
    this.settings = settings;
    this.users = users;
    this.passwords = passwords;
  }

  Me me(Caller caller, Nothing input) {
    return new Me(caller.userId(), caller.email(), caller.displayName(), caller.roles());
  }

  Users list(Caller caller, Nothing input) {
    return new Users(users.all(house.db().sql()));
  }

  Recruiters recruiters(Caller caller, Nothing input) {
    return new Recruiters(users.recruiters(house.db().sql()));
  }

  User create(Caller caller, NewUser user) {
    return users
        .insert(house.db().sql(), user, passwords.hash(user.password()))
        .orElseThrow(() -> Failure.invalid("email", "There is an account with this address."));
  }

  User update(Caller caller, ChangedUser changed) {
    var hash = changed.password() == null ? null : passwords.hash(changed.password());
    return house
        .db()
        .inTransaction(
            sql -> {
              var now = users.byId(sql, changed.id()).orElseThrow(() -> Failure.notFound("user"));
              var staysAdmin = changed.active() && changed.roles().contains(Role.ADMIN);
              if (!staysAdmin && users.otherAdmins(sql, changed.id()) == 0)
                throw Failure.invalid("roles", "One active administrator must remain.");
              if (!changed.active())
                sql.execute(
                    "update refresh_tokens set revoked_at = now() where user_id = $1",
                    changed.id());
              return users
                  .update(sql, changed, hash)
                  .orElseThrow(
                      () ->
                          Failure.conflict(
                              "Somebody else changed this account.", Json.of(now.user())));
            });
  }

  /** The first account: the sandbox's recruiter, or the configured administrator. */
  void createFirst() {
    var sql = house.db().sql();
    if (!users.isEmpty(sql)) return;
    if (house.settings().sandbox().on())
      users.insert(
          sql,
          new NewUser(
              "recruiter@sandbox.local",
              "Sandbox Recruiter",
              Set.of(Role.ADMIN, Role.RECRUITER),
              "sandbox"),
          passwords.hash("sandbox"));
    else if (!settings.adminEmail().isEmpty())
      users.insert(
          sql,
          new NewUser(
              settings.adminEmail(), "Administrator", Set.of(Role.ADMIN, Role.RECRUITER), ""),
          passwords.hash(settings.adminPassword().value()));
  }
}
