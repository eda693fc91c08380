package recruitflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recruitflow.platform.settings.DatabaseUrl;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.Settings;

/** The folder of our own PostgreSQL: who gets in, and what a start finds in it. */
class EmbeddedDatabaseTest {

  @TempDir Path dir;

  @Test
  void data_of_an_earlier_version_are_kept_and_guarded() throws Exception {
    try (var trusting =
        EmbeddedPostgres.builder()
            .setDataDirectory(dir.resolve("postgres"))
            .setCleanDataDirectory(false)
            .start()) {
      var url = "postgres://postgres:postgres@127.0.0.1:" + trusting.getPort() + "/postgres";
      Migrations.run(url);
      query(url, "insert into business_clock values (true, now(), now(), 7) returning 1");
    }
    try (var guarded = EmbeddedDatabase.start(dir, false)) {
      Migrations.run(guarded.url());
      assertThat(query(guarded.url(), "select speed from business_clock")).isEqualTo("7");
      assertThat(query(guarded.url(), "alter table users add column x int; select 1")).isNotNull();
      assertThatNobodyGetsIn(guarded);
    }
    Files.delete(dir.resolve("postgres.password"));
    try (var again = EmbeddedDatabase.start(dir, false)) {
      assertThat(query(again.url(), "select speed from business_clock")).isEqualTo("7");
      assertThatNobodyGetsIn(again);
    }
  }

  private void assertThatNobodyGetsIn(EmbeddedDatabase database) throws Exception {
    var password = URI.create(database.url()).getUserInfo().split(":")[1];
    for (var user : new String[] {"postgres", "recruitflow"})
      for (var wrong : new String[] {"postgres", "", "recruitflow"})
        assertThatThrownBy(
                () ->
                    query(
                        database.url().replaceAll("//.*@", "//" + user + ":" + wrong + "@"),
                        "select 1"))
            .isInstanceOf(SQLException.class);
    assertThat(query(database.url(), "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    assertThatThrownBy(() -> query(database.url(), "select pg_read_file('/etc/hostname')"))
        .isInstanceOf(SQLException.class);
    assertThat(Files.readString(dir.resolve("postgres.password"))).isEqualTo(password);
    assertThat(permissions("postgres.password")).isEqualTo("rw-------");
    assertThat(permissions("postgres")).isEqualTo("rwx------");
  }

  private String permissions(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name)));
  }

  @Test
  void an_empty_note_of_a_process_or_one_that_names_another_program_stops_nothing()
      throws Exception {
    try (var first = EmbeddedDatabase.start(dir, false)) {
      assertThatNobodyGetsIn(first);
      query(first.url(), "create table kept as select 7 as n; select 1");
    }
    var note = dir.resolve("postgres").resolve("postmaster.pid");
    var others = Files.createDirectories(dir.resolve("postgres-tools")).resolve("postgres");
    Files.copy(Path.of("/bin/sleep"), others, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    var foreign = new ProcessBuilder(others.toString(), "600").start();
    try {
      for (var text : new String[] {"", "\n", foreign.pid() + "\n" + dir + "\n", "no number"}) {
        Files.writeString(note, text);
        try (var again = EmbeddedDatabase.start(dir, false)) {
          assertThat(query(again.url(), "select n from kept")).isEqualTo("7");
        }
        assertThat(foreign.isAlive()).isTrue();
      }
    } finally {
      foreign.destroyForcibly();
    }
  }

  @Test
  void a_database_is_reached_by_a_socket_in_a_folder() throws Exception {
    var folder = Files.createTempDirectory(Path.of("/tmp"), "pg");
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("unix_socket_directories", folder.toString())
            .start()) {
      var url =
          DatabaseUrl.of(
              "postgres://postgres@/postgres?host=" + folder + "&port=" + postgres.getPort());
      Migrations.run(url);
      var vertx = Vertx.vertx();
      try {
        var settings = new Settings.Database(new Secret(""), 4, Duration.ofSeconds(5));
        var sql = Db.open(vertx, Db.reached(url), settings).sql();
        long users = sql.one("select count(*) as n from users", row -> row.getLong("n"));
        assertThat(users).isZero();
      } finally {
        vertx.close().await();
      }
    }
  }

  private static String query(String url, String sql) throws SQLException {
    var parts = URI.create(url);
    var jdbc = "jdbc:postgresql://127.0.0.1:" + parts.getPort() + parts.getPath();
    var user = parts.getUserInfo().split(":", 2);
    try (var connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        var statement = connection.createStatement()) {
      var more = statement.execute(sql);
      while (!more) more = statement.getMoreResults();
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
