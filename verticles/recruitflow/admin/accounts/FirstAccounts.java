package recruitflow.admin.accounts;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.admin.accounts.AccountOperations.NewUser;
import recruitflow.admin.accounts.login.RefreshTokens;
import recruitflow.admin.accounts.passwords.Passwords;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.operations.Role;

/**
 * Who can log in at the beginning. In sandbox mode an account that everybody knows; live that one
 * is closed, and there is an administrator.
 */
final class FirstAccounts {

  static final String SANDBOX_EMAIL = "recruiter@sandbox.local";
  static final String SANDBOX_PASSWORD = "sandbox";

  private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
  private static final Set<Role> ALL = Set.of(Role.ADMIN, Role.RECRUITER);

  private final House house;
  private final AccountSettings settings;
  private final UserStore users;
  private final Passwords passwords;
  private final RefreshTokens refreshTokens;

  FirstAccounts(
      House house,
      AccountSettings settings,
      UserStore users,
      Passwords passwords,
      RefreshTokens refreshTokens) {
    this.house = house;
    this.settings = settings;
    this.users = users;
    this.passwords = passwords;
    this.refreshTokens = refreshTokens;
  }

  /** At each start. */
  void prepare() {
    if (house.settings().sandbox().on()) {
      makePublicAccount();
      return;
    }
    var adminHash =
        settings.adminEmail().isEmpty() ? null : passwords.hash(settings.adminPassword().value());
    house
        .db()
        .inTransaction(
            sql -> {
              closePublicAccount(sql);
              if (!users.hasOtherAdmin(sql, 0)) makeAdministrator(sql, adminHash);
              return null;
            });
  }

  private void makePublicAccount() {
    var sql = house.db().sql();
    if (!users.isEmpty(sql)) return;
    var account = new NewUser(SANDBOX_EMAIL, "Sandbox Recruiter", ALL, SANDBOX_PASSWORD);
    users.insert(sql, account, passwords.hash(SANDBOX_PASSWORD));
  }

  private void closePublicAccount(Sql sql) {
    var account = users.byEmail(sql, SANDBOX_EMAIL).filter(found -> found.user().active());
    if (account.isEmpty()) return;
    users.close(sql, account.get().user().id());
    refreshTokens.endAll(sql, account.get().user().id());
    log.warn(
        "{} was closed and its logins ended: everybody knows the sandbox's password",
        SANDBOX_EMAIL);
  }

  private void makeAdministrator(Sql sql, String hash) {
    if (hash == null) {
      log.warn("there is no active administrator; set ADMIN_EMAIL and ADMIN_PASSWORD to get one");
      return;
    }
    var account = new NewUser(settings.adminEmail(), "Administrator", ALL, "");
    if (users.insert(sql, account, hash).isEmpty()) {
      var id = users.byEmail(sql, settings.adminEmail()).orElseThrow().user().id();
      users.restore(sql, id, ALL, hash);
      refreshTokens.endAll(sql, id);
    }
    log.info("{} is an administrator now", settings.adminEmail());
  }
}
