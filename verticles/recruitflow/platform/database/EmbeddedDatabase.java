package recruitflow.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import recruitflow.platform.CannotStart;
import recruitflow.platform.files.Private;

/**
 * A real PostgreSQL of our own, its data kept between runs. One process at a time may hold a data
 * directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final EmbeddedPostgres postgres;
  private final DatabaseGuard guard;
  private final FileChannel channel;
  private final FileLock lock;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, DatabaseGuard guard, FileChannel channel, FileLock lock) {
    this.postgres = postgres;
    this.guard = guard;
    this.channel = channel;
    this.lock = lock;
  }

  /** Another process holds the data directory. */
  public static final class InUse extends CannotStart {
    InUse(Path dir) {
      super(
          "RecruitFlow already runs on the data directory "
              + dir.toAbsolutePath()
              + ". Stop it, or set RECRUITFLOW_DATA_DIR to another one.");
    }
  }

  /**
   * Starts PostgreSQL on a free port. Nobody gets in without the password that lies beside the
   * data, and the product itself is no superuser.
   *
   * @param durable false only for tests: nothing needs to survive them
   * @throws InUse when another process has the directory
   */
  public static EmbeddedDatabase start(Path dir, boolean durable) {
    try {
      Private.folder(dir);
      var channel =
          FileChannel.open(
              dir.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = lock(channel, dir);
      var data = dir.resolve("postgres").toAbsolutePath().normalize();
      Survivor.end(data);
      var guard = new DatabaseGuard(dir, data);
      guard.beforeStart();
      var postgres = builder(data, guard, durable).start();
      guard.afterStart(postgres.getPort());
      return new EmbeddedDatabase(postgres, guard, channel, lock);
    } catch (IOException | IllegalStateException e) {
      throw new CannotStart("The embedded PostgreSQL did not start in " + dir.toAbsolutePath(), e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data, DatabaseGuard guard, boolean durable) {
    var safe = durable ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setLocaleConfig("locale-provider", "icu")
        .setLocaleConfig("icu-locale", "und")
        .setLocaleConfig("encoding", "UTF8")
        // These are options of initdb like the ones above: a new folder never trusts anybody.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", guard.firstPasswordFile().toString())
        .setConnectConfig("password", guard.password())
        .setServerConfig("fsync", safe)
        .setServerConfig("synchronous_commit", safe)
        .setServerConfig("full_page_writes", safe)
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // A product that stops ends its work first and the database last; a test is simply over.
        .setRegisterShutdownHook(!durable)
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  private static FileLock lock(FileChannel channel, Path dir) throws IOException {
    try {
      var lock = channel.tryLock();
      if (lock != null) return lock;
    } catch (OverlappingFileLockException e) {
      log.debug("{} is locked by this very process", dir);
    }
    channel.close();
    throw new InUse(dir);
  }

  /** {@code postgres://user:password@host:port/db}. */
  public String url() {
    return url("postgres");
  }

  /** The same for another database of this server. */
  public String url(String database) {
    return guard.url(postgres.getPort(), database);
  }

  @Override
  public void close() {
    try {
      postgres.close();
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
