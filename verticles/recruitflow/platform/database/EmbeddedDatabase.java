package recruitflow.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own, its data kept between runs. One process at a time may hold a data
 * directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final EmbeddedPostgres postgres;
  private final FileChannel channel;
  private final FileLock lock;

  private EmbeddedDatabase(EmbeddedPostgres postgres, FileChannel channel, FileLock lock) {
    this.postgres = postgres;
    this.channel = channel;
    this.lock = lock;
  }

  /** Another process holds the data directory. */
  public static final class InUse extends RuntimeException {
    InUse(Path dir) {
      super(
          "RecruitFlow already runs on the data directory "
              + dir.toAbsolutePath()
              + ". Stop it, or set RECRUITFLOW_DATA_DIR to another one.");
    }
  }

  /**
   * Starts PostgreSQL on a free port.
   *
   * @param durable false only for tests: nothing needs to survive them
   * @throws InUse when another process has the directory
   */
  public static EmbeddedDatabase start(Path dir, boolean durable) {
    try {
      Files.createDirectories(dir);
      var channel =
          FileChannel.open(
              dir.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = lock(channel, dir);
      var data = dir.resolve("postgres");
      stopSurvivor(data);
      var safe = durable ? "on" : "off";
      var postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setLocaleConfig("locale-provider", "icu")
              .setLocaleConfig("icu-locale", "und")
              .setLocaleConfig("encoding", "UTF8")
              .setServerConfig("fsync", safe)
              .setServerConfig("synchronous_commit", safe)
              .setServerConfig("full_page_writes", safe)
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
      return new EmbeddedDatabase(postgres, channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start in " + dir, e);
    }
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

  /** After a kill of our process its PostgreSQL lives on and holds the data: end it first. */
  private static void stopSurvivor(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) return;
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    var survivor = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
    if (survivor.isEmpty()) return;
    log.info("stopping the PostgreSQL that an earlier run left behind (process {})", pid);
    survivor.get().destroy();
    try {
      survivor.get().onExit().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      survivor.get().destroyForcibly();
      log.warn("it did not stop by itself and was ended", e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  /** {@code postgres://user:password@host:port/db}. */
  public String url() {
    return url("postgres");
  }

  /** The same for another database of this server. */
  public String url(String database) {
    return "postgres://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/" + database;
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
