package recruitflow.admin.accounts;

import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/** The first administrator; both empty when none is to be made. */
public record AccountSettings(String adminEmail, Secret adminPassword) {

  public static AccountSettings read(SettingsReader from) {
    return new AccountSettings(from.text("ADMIN_EMAIL"), from.secret("ADMIN_PASSWORD"));
  }
}
