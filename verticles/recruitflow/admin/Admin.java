package recruitflow.admin;

import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import recruitflow.admin.accounts.AccountSettings;
import recruitflow.admin.accounts.AccountsVerticle;
import recruitflow.admin.accounts.login.LoginRoutes;
import recruitflow.admin.audit.AuditVerticle;
import recruitflow.admin.jobs.JobsVerticle;
import recruitflow.admin.retention.RetentionSettings;
import recruitflow.admin.retention.RetentionVerticle;
import recruitflow.platform.Area;
import recruitflow.platform.House;
import recruitflow.platform.operations.Role;
import recruitflow.platform.settings.SettingsReader;

/** Running the place: accounts, scheduled jobs and tasks. */
public final class Admin implements Area {

  private final AccountSettings accounts;
  private final RetentionSettings retention;

  public Admin(SettingsReader settings) {
    accounts = AccountSettings.read(settings);
    retention = RetentionSettings.read(settings);
  }

  @Override
  public List<VerticleBase> verticles(House house) {
    return List.of(
        new AuditVerticle(house),
        new AccountsVerticle(house, accounts),
        new JobsVerticle(house),
        new RetentionVerticle(house, retention));
  }

  @Override
  public List<Consumer<Router>> routes(House house) {
    return List.of(new LoginRoutes(house)::mount);
  }

  @Override
  public Map<String, Set<Role>> liveKinds() {
    return Map.of(
        "job",
        Set.of(Role.RECRUITER, Role.ADMIN),
        "task",
        Set.of(Role.RECRUITER, Role.ADMIN),
        "dead",
        Set.of(Role.RECRUITER, Role.ADMIN));
  }
}
