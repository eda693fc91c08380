package recruitflow.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date, before the first verticle. */
public final class Migrations {

  private Migrations() {}

  /**
   * @param url {@code postgres://user:password@host:port/db}
   */
  public static void run(String url) {
    var uri = URI.create(url);
    var user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
    var colon = user.indexOf(':');
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    // The driver waits for ever by default; a dead network must not hang the start.
    var jdbc =
        "jdbc:postgresql://%s:%d%s?socketTimeout=300&connectTimeout=10"
            .formatted(uri.getHost(), port, uri.getPath());
    Flyway.configure()
        .dataSource(
            jdbc,
            decoded(colon < 0 ? user : user.substring(0, colon)),
            decoded(colon < 0 ? "" : user.substring(colon + 1)))
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
