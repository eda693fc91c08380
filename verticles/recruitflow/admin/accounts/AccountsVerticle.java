package recruitflow.admin.accounts;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import recruitflow.admin.accounts.factor.FactorOperations;
import recruitflow.admin.accounts.factor.SecondFactor;
import recruitflow.admin.accounts.login.Login;
import recruitflow.admin.accounts.login.OwnPassword;
import recruitflow.admin.accounts.login.RefreshTokens;
import recruitflow.admin.accounts.passwords.Passwords;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.Loop;
import recruitflow.platform.operations.Access;
import recruitflow.platform.secrets.Vault;
import recruitflow.platform.settings.SigningKey;

/** Logins and accounts. */
public final class AccountsVerticle extends VerticleBase {

  /** Behind the bell: a node that missed it honours a closed account no longer than this. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final House house;
  private final AccountSettings settings;

  public AccountsVerticle(House house, AccountSettings settings) {
    this.house = house;
    this.settings = settings;
  }

  @Override
  public Future<?> start() {
    var users = new UserStore();
    var passwords = new Passwords(vertx);
    var refreshTokens = new RefreshTokens(house.settings().security().refreshToken());
    var doorkeeper = new Doorkeeper(house, users, settings.factorRequired());
    var accounts = new Accounts(house, users, passwords, refreshTokens, doorkeeper);
    var ownPassword = new OwnPassword(house, users, passwords, refreshTokens, doorkeeper);
    var vault =
        new Vault(SigningKey.of(house.settings()), house.settings().security().previousKey());
    var factor = new SecondFactor(house, users, ownPassword, doorkeeper, vault);
    var login = new Login(house, users, passwords, refreshTokens, factor, doorkeeper);
    new FirstAccounts(house, settings, users, passwords, refreshTokens).prepare();
    doorkeeper.learnAll();
    Bus.on(context, Access.LOOK_UP, doorkeeper::lookUp).await();
    Bus.on(context, "live", doorkeeper::heard).await();
    Loop.every(context, EVERY, doorkeeper::learnAll);
    var operations = house.operations();
    Bus.on(context, "accounts.login", login::login).await();
    Bus.on(context, "accounts.refresh", login::refresh).await();
    Bus.on(context, "accounts.logout", login::logout).await();
    operations.on(context, AccountOperations.ME, accounts::me).await();
    operations.on(context, AccountOperations.LIST, accounts::list).await();
    operations.on(context, AccountOperations.RECRUITERS, accounts::recruiters).await();
    operations.on(context, AccountOperations.CREATE, accounts::create).await();
    operations.on(context, AccountOperations.UPDATE, accounts::update).await();
    operations.on(context, AccountOperations.CHANGE_PASSWORD, ownPassword::change).await();
    operations.on(context, FactorOperations.BEGIN, factor::begin).await();
    operations.on(context, FactorOperations.CONFIRM, factor::confirm).await();
    operations.on(context, FactorOperations.REMOVE, factor::remove).await();
    operations.on(context, FactorOperations.RESET, factor::reset).await();
    operations.on(context, AboutOperations.ABOUT, new About(house, users)::tell).await();
    return house.watch(context, "accounts");
  }
}
