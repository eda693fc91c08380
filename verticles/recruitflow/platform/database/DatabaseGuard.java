package recruitflow.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import recruitflow.platform.files.Private;

/**
 * Who may use the embedded PostgreSQL: whoever knows the password in a file that only our own
 * account can read. The product is the owner of its database and no superuser.
 *
 * <p>The file is written when all is done; data without it, of an earlier version or because
 * somebody removed it, are guarded anew.
 */
final class DatabaseGuard {

  static final String ROLE = "recruitflow";

  private static final int BYTES = 32;

  private static final String ONLY_WITH_PASSWORD =
      """
      local all all              scram-sha-256
      host  all all 127.0.0.1/32 scram-sha-256
      """;

  private static final String US_ALONE_FOR_A_MOMENT = "host postgres postgres 127.0.0.1/32 trust\n";

  private static final String OWN =
      """
      do $$
      declare it record;
      begin
        if not exists (select 1 from pg_roles where rolname = 'recruitflow') then
          create role recruitflow login nosuperuser nocreatedb nocreaterole noreplication;
        end if;
        execute format('alter database %I owner to recruitflow', current_database());
        alter schema public owner to recruitflow;
        for it in
          select c.oid::regclass as name from pg_class c
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
            and not exists (
              select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'e', 'i'))
        loop
          execute format('alter table %s owner to recruitflow', it.name);
        end loop;
        for it in
          select p.oid::regprocedure as name from pg_proc p
          where p.pronamespace = 'public'::regnamespace
            and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        loop
          execute format('alter routine %s owner to recruitflow', it.name);
        end loop;
      end $$
      """;

  private final Path data;
  private final Path passwordFile;
  private final Path firstPasswordFile;
  private final String password;
  private final boolean guarded;

  DatabaseGuard(Path dir, Path data) throws IOException {
    this.data = data;
    this.passwordFile = dir.resolve("postgres.password");
    this.firstPasswordFile = dir.resolve("postgres.password.new");
    this.guarded = Files.exists(passwordFile) && Files.exists(data.resolve("PG_VERSION"));
    this.password = guarded ? Files.readString(passwordFile).strip() : fresh();
  }

  private static String fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String password() {
    return password;
  }

  /** Read by initdb for a new folder. */
  Path firstPasswordFile() {
    return firstPasswordFile.toAbsolutePath();
  }

  String url(int port, String database) {
    return "postgres://" + ROLE + ":" + password + "@127.0.0.1:" + port + "/" + database;
  }

  void beforeStart() throws IOException {
    if (guarded) return;
    Files.deleteIfExists(firstPasswordFile);
    try (var file = Private.newFile(firstPasswordFile)) {
      file.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
      file.force(true);
    }
    if (Files.exists(data.resolve("PG_VERSION")))
      Files.writeString(data.resolve("pg_hba.conf"), US_ALONE_FOR_A_MOMENT);
  }

  void afterStart(int port) throws IOException {
    if (guarded) return;
    Files.writeString(data.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
    var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (var connection = DriverManager.getConnection(url, "postgres", password);
        var statement = connection.createStatement()) {
      statement.execute(OWN);
      for (var role : new String[] {"postgres", ROLE})
        statement.execute("alter role " + role + " password '" + password + "'");
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the embedded PostgreSQL could not be guarded", e);
    }
    Files.move(firstPasswordFile, passwordFile, StandardCopyOption.REPLACE_EXISTING);
  }
}
