package recruitflow.platform.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders and files that only the server's own account can read. */
public final class Private {

  private static final Logger log = LoggerFactory.getLogger(Private.class);
  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private Private() {}

  /** Makes the folder and those above it; one of ours that was open to others is so no longer. */
  public static void folder(Path folder) throws IOException {
    if (!isPosix(folder)) {
      Files.createDirectories(folder);
      return;
    }
    Files.createDirectories(folder, attribute(FOLDER));
    var only = PosixFilePermissions.fromString(FOLDER);
    if (Files.getPosixFilePermissions(folder).equals(only)) return;
    try {
      Files.setPosixFilePermissions(folder, only);
    } catch (FileSystemException e) {
      log.warn("{} is not ours to close to others: {}", folder, e.getReason());
    }
  }

  /** A new file, open for writing. */
  public static FileChannel newFile(Path file) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return isPosix(file)
        ? FileChannel.open(file, options, attribute(FILE))
        : FileChannel.open(file, options);
  }

  private static FileAttribute<?> attribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
