package recruitflow.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run left in the data folder. After a kill of our process its PostgreSQL lives on;
 * after a power cut the note of its process may be empty, or name a process that is another
 * program's by now.
 */
final class Survivor {

  private static final Logger log = LoggerFactory.getLogger(Survivor.class);
  private static final long PATIENCE_SECONDS = 10;

  private Survivor() {}

  /** Ends the PostgreSQL of this folder, if it runs, and nobody else; removes a stale note. */
  static void end(Path data) throws IOException {
    ProcessHandle.allProcesses()
        .filter(process -> serves(process, data))
        .filter(process -> process.parent().filter(parent -> serves(parent, data)).isEmpty())
        .forEach(Survivor::end);
    // PostgreSQL refuses an empty note, and one that names any living process.
    if (Files.deleteIfExists(data.resolve("postmaster.pid")))
      log.info("PostgreSQL was not stopped properly the last time; it recovers by itself");
  }

  private static void end(ProcessHandle survivor) {
    log.info("stopping the PostgreSQL that an earlier run left behind ({})", survivor.pid());
    survivor.destroy();
    try {
      survivor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      survivor.destroyForcibly();
      log.warn("it did not stop by itself and was ended", e);
    }
  }

  /** A PostgreSQL whose data folder this is, or one of those that it started for its sessions. */
  private static boolean serves(ProcessHandle process, Path data) {
    var program = process.info().command().map(Path::of).map(Path::getFileName);
    if (program.isEmpty() || !program.get().toString().matches("postgres(\\.exe)?")) return false;
    var words = List.of(process.info().arguments().orElse(new String[0]));
    var flag = words.indexOf("-D");
    if (flag < 0 || flag + 1 >= words.size()) return false;
    return same(Path.of(words.get(flag + 1)), data) || same(workingFolder(process), data);
  }

  /** Where the system tells it: PostgreSQL works in its data folder. */
  private static Path workingFolder(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()), "cwd");
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
