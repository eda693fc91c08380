package recruitflow.admin.accounts.factor;

import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.admin.accounts.Doorkeeper;
import recruitflow.admin.accounts.UserStore;
import recruitflow.admin.accounts.UserStore.Account;
import recruitflow.admin.accounts.factor.FactorOperations.Begin;
import recruitflow.admin.accounts.factor.FactorOperations.Begun;
import recruitflow.admin.accounts.factor.FactorOperations.Confirm;
import recruitflow.admin.accounts.factor.FactorOperations.Confirmed;
import recruitflow.admin.accounts.factor.FactorOperations.Remove;
import recruitflow.admin.accounts.login.OwnPassword;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.platform.secrets.Vault;

/** Begins, confirms, checks and removes second factors. */
public final class SecondFactor {

  private static final Logger log = LoggerFactory.getLogger(SecondFactor.class);

  private final House house;
  private final UserStore users;
  private final OwnPassword ownPassword;
  private final Doorkeeper doorkeeper;
  private final FactorStore store;

  public SecondFactor(
      House house, UserStore users, OwnPassword ownPassword, Doorkeeper doorkeeper, Vault vault) {
    this.house = house;
    this.users = users;
    this.ownPassword = ownPassword;
    this.doorkeeper = doorkeeper;
    this.store = new FactorStore(vault);
  }

  /** Gives a secret; one that was confirmed before must be removed first. */
  public Begun begin(Caller caller, Begin input) {
    var account = ownPassword.confirmed(caller, "password", input.password());
    if (account.user().secondFactor())
      throw Failure.conflict("There is a second factor already.").because("second_factor_there");
    var secret = OneTimeCodes.freshSecret();
    store.begin(house.db().sql(), caller.userId(), secret);
    return new Begun(OneTimeCodes.written(secret), OneTimeCodes.uri(secret, caller.email()));
  }

  public Confirmed confirm(Caller caller, Confirm input) {
    var codes = RecoveryCodes.fresh();
    change(
        caller.userId(),
        false,
        sql -> {
          var factor = store.of(sql, caller.userId()).filter(f -> !f.confirmed());
          if (factor.isEmpty())
            throw Failure.conflict("Begin first.").because("second_factor_not_begun");
          if (!fits(sql, caller.userId(), factor.get(), input.code())) throw wrong("code");
          store.confirm(sql, caller.userId(), codes);
        });
    return new Confirmed(codes);
  }

  public Nothing remove(Caller caller, Remove input) {
    var account = ownPassword.confirmed(caller, "password", input.password());
    ownPassword.count(caller);
    change(
        caller.userId(),
        false,
        sql -> {
          if (account.user().secondFactor() && !opens(sql, caller.userId(), input.code()))
            throw wrong("code");
          store.remove(sql, caller.userId());
        });
    return new Nothing();
  }

  /** An administrator removes somebody else's; his logins end, since they may be a thief's. */
  public Nothing reset(Caller caller, ById input) {
    if (users.byId(house.db().sql(), input.id()).isEmpty()) throw Failure.notFound("user");
    change(input.id(), true, sql -> store.remove(sql, input.id()));
    return new Nothing();
  }

  private void change(long userId, boolean endTokens, Consumer<Sql> work) {
    var account =
        house
            .db()
            .inTransaction(
                sql -> {
                  work.accept(sql);
                  doorkeeper.tellOtherNodes(sql, userId);
                  return users.raise(sql, userId, endTokens);
                });
    doorkeeper.learn(account);
  }

  /**
   * The second step of a login, in its transaction.
   *
   * @param code of the authenticator or a recovery code; null when none was given
   * @throws Failure unauthorized, with a reason
   */
  public void require(Sql sql, Account account, String code) {
    if (!account.user().secondFactor()) return;
    if (code == null || code.isBlank())
      throw Failure.unauthorized("Please enter the code of your authenticator.")
          .because("second_factor_needed");
    if (!opens(sql, account.user().id(), code))
      throw Failure.unauthorized("The code is not right.").because("second_factor_wrong");
  }

  private boolean opens(Sql sql, long userId, String code) {
    try {
      var factor = store.of(sql, userId).filter(FactorStore.Factor::confirmed);
      if (factor.isPresent() && fits(sql, userId, factor.get(), code)) return true;
    } catch (Vault.NotOpened e) {
      log.error("the second factor of user {} cannot be read; recovery codes work", userId, e);
    }
    return store.spend(sql, userId, code);
  }

  /** Authenticators are shown by real clocks, whatever time the business has. */
  private boolean fits(Sql sql, long userId, FactorStore.Factor factor, String code) {
    var digits = code.replaceAll("\\s", "");
    var step = OneTimeCodes.step(factor.secret(), digits, Instant.now(), factor.lastStep());
    step.ifPresent(used -> store.used(sql, userId, used));
    return step.isPresent();
  }

  private static Failure wrong(String field) {
    return Failure.invalid(field, "is not right").because("second_factor_wrong");
  }
}
