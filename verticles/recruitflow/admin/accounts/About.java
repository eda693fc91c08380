package recruitflow.admin.accounts;

import recruitflow.admin.accounts.AboutOperations.AboutAnswer;
import recruitflow.admin.accounts.AboutOperations.DemoLogin;
import recruitflow.platform.House;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Operation.Nothing;

/** Tells what the login page must know. */
record About(House house, UserStore users) {

  private static final DemoLogin DEMO =
      new DemoLogin(FirstAccounts.SANDBOX_EMAIL, FirstAccounts.SANDBOX_PASSWORD);
  private static final String VERSION = "1.0.0";

  AboutAnswer tell(Caller caller, Nothing input) {
    var settings = house.settings();
    var sandbox = settings.sandbox().on();
    return new AboutAnswer(
        sandbox,
        settings.sandbox().pace(),
        house.clock().now(),
        settings.timeZone().getId(),
        VERSION,
        sandbox && publicAccountIsOpen() ? DEMO : null);
  }

  /** On a database that was live once it is closed, and stays so. */
  private boolean publicAccountIsOpen() {
    return users
        .byEmail(house.db().sql(), FirstAccounts.SANDBOX_EMAIL)
        .filter(account -> account.user().active())
        .isPresent();
  }
}
