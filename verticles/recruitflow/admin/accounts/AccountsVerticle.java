package recruitflow.admin.accounts;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import recruitflow.platform.Bus;
import recruitflow.platform.House;

/** Logins and accounts. */
public final class AccountsVerticle extends VerticleBase {

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
    var accounts = new Accounts(house, settings, users, passwords);
    var login = new Login(house, users, passwords);
    accounts.createFirst();
    var operations = house.operations();
    Bus.on(context, "accounts.login", login::login).await();
    Bus.on(context, "accounts.refresh", login::refresh).await();
    Bus.on(context, "accounts.logout", login::logout).await();
    operations.on(context, AccountOperations.ME, accounts::me).await();
    operations.on(context, AccountOperations.LIST, accounts::list).await();
    operations.on(context, AccountOperations.RECRUITERS, accounts::recruiters).await();
    operations.on(context, AccountOperations.CREATE, accounts::create).await();
    operations.on(context, AccountOperations.UPDATE, accounts::update).await();
    operations.on(context, AboutOperations.ABOUT, new About(house)::tell).await();
    return house.watch(context, "accounts");
  }
}
