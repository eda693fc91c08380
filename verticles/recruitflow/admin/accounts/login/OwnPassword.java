package recruitflow.admin.accounts.login;

import recruitflow.admin.accounts.AccountOperations.ChangedPassword;
import recruitflow.admin.accounts.Doorkeeper;
import recruitflow.admin.accounts.UserStore;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.admin.accounts.passwords.Passwords;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.Nothing;

/** One's own password: asked for again before what matters, and changed. */
public final class OwnPassword {

  private final House house;
  private final UserStore users;
  private final Passwords passwords;
  private final RefreshTokens refreshTokens;
  private final Doorkeeper doorkeeper;
  private final Throttle throttle = new Throttle();

  public OwnPassword(
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

  /** Changes it and ends every login of the account: whoever knew the old one is out. */
  public Nothing change(Caller caller, ChangedPassword input) {
    var account = confirmed(caller, "currentPassword", input.currentPassword());
    passwords.require("newPassword", input.newPassword(), caller.email(), caller.displayName());
    var hash = passwords.hash(input.newPassword());
    var now =
        house
            .db()
            .inTransaction(
                sql -> {
                  var changed = users.setPassword(sql, caller.userId(), hash);
                  refreshTokens.endAll(sql, caller.userId());
                  doorkeeper.tellOtherNodes(sql, caller.userId());
                  return changed;
                });
    doorkeeper.learn(now);
    return new Nothing();
  }

  /**
   * The caller's account, if this is its password.
   *
   * @throws Failure naming the field, or too many
   */
  public Account confirmed(Caller caller, String field, String password) {
    var admitted = count(caller);
    var account = users.byId(house.db().sql(), caller.userId()).orElseThrow();
    if (!passwords.fits(password, account.passwordHash()))
      throw Failure.invalid(field, "is not right").because("password_wrong");
    throttle.giveBack(house.db().sql(), admitted);
    return account;
  }

  /** Counts a try at a secret of the caller's own. */
  public Throttle.Admitted count(Caller caller) {
    return throttle.countOwn(house.db().sql(), caller.userId());
  }
}
