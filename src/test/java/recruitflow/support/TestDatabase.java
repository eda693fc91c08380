package recruitflow.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import recruitflow.platform.database.EmbeddedDatabase;
import recruitflow.platform.database.Migrations;

/**
 * One embedded PostgreSQL for the whole run; each taker gets a fresh copy of the migrated schema.
 */
public final class TestDatabase {

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static EmbeddedDatabase server;

  private TestDatabase() {}

  /** The URL of a fresh, migrated, empty database. */
  public static synchronized String fresh() {
    if (server == null) server = started();
    var name = "copy_" + COPIES.incrementAndGet();
    run("create database " + name + " template migrated owner recruitflow");
    return server.url(name);
  }

  private static EmbeddedDatabase started() {
    try {
      var started = EmbeddedDatabase.start(Files.createTempDirectory("rf-test-db"), false);
      server = started;
      run("create database migrated owner recruitflow");
      Migrations.run(started.url("migrated"));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String sql) {
    var parts = URI.create(server.url());
    var url = "jdbc:postgresql://" + parts.getHost() + ":" + parts.getPort() + parts.getPath();
    var password = parts.getUserInfo().split(":")[1];
    try (var connection = DriverManager.getConnection(url, "postgres", password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
