package recruitflow.platform.database;

import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import recruitflow.platform.settings.DatabaseUrl;

/** Brings the schema up to date, before the first verticle. */
public final class Migrations {

  private Migrations() {}

  /**
   * @param url {@code postgres://user:password@host:port/db}
   */
  public static void run(String url) {
    run(DatabaseUrl.of(url));
  }

  /** The same on the way that the pool takes, with its encryption. */
  public static void run(DatabaseUrl url) {
    // The driver waits for ever by default; a dead network must not hang the start.
    var limits = new LinkedHashMap<>(Map.of("socketTimeout", "300", "connectTimeout", "10"));
    if (url.isSocket()) {
      limits.put("socketFactory", SocketInFolder.class.getName());
      limits.put("socketFactoryArg", url.socketPath());
    }
    Flyway.configure()
        .dataSource(url.jdbc(limits), url.user(), url.password().value())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
