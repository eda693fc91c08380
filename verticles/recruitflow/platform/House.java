package recruitflow.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import recruitflow.platform.database.Db;
import recruitflow.platform.files.FileStore;
import recruitflow.platform.http.bodies.Bodies;
import recruitflow.platform.llm.ModelSettings;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operations;
import recruitflow.platform.providers.GmailSettings;
import recruitflow.platform.providers.Rates;
import recruitflow.platform.providers.WhapiSettings;
import recruitflow.platform.settings.Provider;
import recruitflow.platform.settings.Settings;
import recruitflow.platform.tasks.Tasks;

/** What every verticle is given. */
public record House(
    Vertx vertx,
    Settings settings,
    GmailSettings gmail,
    WhapiSettings whapi,
    ModelSettings models,
    Db db,
    Clock clock,
    Tasks tasks,
    Rates rates,
    Operations operations,
    FileStore files,
    MeterRegistry metrics,
    Set<String> watched,
    Bodies bodies) {

  /**
   * Refuses what cannot be done without this provider.
   *
   * @throws Failure not configured
   */
  public void require(Provider provider) {
    if (!settings.has(provider)) throw Failure.notConfigured(provider.id());
  }

  /** Answers pings, so that a verticle that has fallen silent fails the health check. */
  public Future<Void> watch(Context context, String name) {
    watched.add(name);
    return Bus.on(context, "ping." + name, body -> new JsonObject());
  }
}
