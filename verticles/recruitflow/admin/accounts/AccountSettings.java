package recruitflow.admin.accounts;

import recruitflow.admin.accounts.passwords.PasswordRule;
import recruitflow.domain.desk.candidates.EmailAddress;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;

/**
 * The administrator that is made when there is none, both empty for nobody.
 *
 * @param factorRequired administrators have their powers only with a second factor
 */
public record AccountSettings(String adminEmail, Secret adminPassword, boolean factorRequired) {

  public static AccountSettings read(SettingsReader from) {
    var email = EmailAddress.clean(from.text("ADMIN_EMAIL"));
    var password = from.secret("ADMIN_PASSWORD");
    if (!email.isEmpty() && !EmailAddress.isPlausible(email))
      from.mistake("ADMIN_EMAIL", "an address such as you@example.com expected");
    if (email.isEmpty() != password.isEmpty())
      from.mistake(
          email.isEmpty() ? "ADMIN_EMAIL" : "ADMIN_PASSWORD",
          "needed with " + (email.isEmpty() ? "ADMIN_PASSWORD" : "ADMIN_EMAIL"));
    if (!password.isEmpty())
      PasswordRule.refusal(password.value(), email)
          .ifPresent(refusal -> from.mistake("ADMIN_PASSWORD", refusal.words()));
    return new AccountSettings(email, password, from.flag("ADMIN_SECOND_FACTOR_REQUIRED"));
  }
}
