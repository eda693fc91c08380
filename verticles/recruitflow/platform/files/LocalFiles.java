package recruitflow.platform.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/** Files in a folder, two levels deep by the first letters of their hash. */
public final class LocalFiles implements FileStore {
  private static final String HASH = "[0-9a-f]{64}";
  private static final Duration GRACE = Duration.ofDays(1);

  private static final String KEEP =
      """
      insert into stored_files (hash, size, content_type) values ($1, $2, $3)
      on conflict (hash) do nothing
      """;

  // Keeping and sweeping exclude each other for a hash: a file cannot vanish under a new row.
  private static final String WHILE_KEEPING =
      "select pg_advisory_xact_lock_shared(hashtextextended($1, 7))";
  private static final String WHILE_SWEEPING =
      "select pg_advisory_xact_lock(hashtextextended($1, 7))";

  private final Vertx vertx;
  private final Path root;
  private final Path incoming;

  public LocalFiles(Vertx vertx, Path root) {
    this.vertx = vertx;
    this.root = root.toAbsolutePath();
    this.incoming = this.root.resolve("incoming");
    closeToOthers();
  }

  /** Earlier versions let everybody on the machine read them. */
  private void closeToOthers() {
    if (!Files.isDirectory(root)) return;
    try {
      Private.folder(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Future<Stored> write(Buffer bytes) {
    return vertx.executeBlocking(() -> writeNow(bytes), false);
  }

  @Override
  public void keep(Sql sql, Stored file, String contentType) {
    sql.list(WHILE_KEEPING, row -> null, file.hash());
    if (!Files.exists(path(file.hash()))) {
      throw new IllegalStateException("file " + file.hash() + " was swept away before it was kept");
    }
    sql.execute(KEEP, file.hash(), file.size(), contentType);
  }

  @Override
  public Future<Buffer> read(String hash) {
    return vertx.fileSystem().readFile(path(hash).toString());
  }

  @Override
  public int sweep(Db db) {
    var before = Instant.now().minus(GRACE);
    var swept = 0;
    for (var file : vertx.executeBlocking(() -> olderThan(before), false).await()) {
      if (file.startsWith(incoming)) deleteNow(file);
      else if (isOurs(file) && sweep(db, file)) swept++;
    }
    return swept;
  }

  private boolean isOurs(Path file) {
    var name = file.getFileName().toString();
    return name.matches(HASH) && file.equals(path(name));
  }

  private boolean sweep(Db db, Path file) {
    var hash = file.getFileName().toString();
    return db.inTransaction(
        sql -> {
          sql.list(WHILE_SWEEPING, row -> null, hash);
          var known =
              sql.first("select 1 from stored_files where hash = $1", row -> true, hash)
                  .isPresent();
          if (!known) deleteNow(file);
          return !known;
        });
  }

  private List<Path> olderThan(Instant before) throws IOException {
    if (!Files.isDirectory(root)) return List.of();
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
          .toList();
    }
  }

  private Stored writeNow(Buffer bytes) throws IOException {
    var content = bytes.getBytes();
    var hash = sha256(content);
    var target = path(hash);
    Private.folder(root);
    for (var folder : List.of(incoming, target.getParent())) Private.folder(folder);
    var part = incoming.resolve(UUID.randomUUID().toString());
    try {
      writeThrough(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return new Stored(hash, content.length);
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (var out = Private.newFile(file)) {
      var rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) out.write(rest);
      out.force(true);
    }
  }

  private Path path(String hash) {
    if (!hash.matches(HASH)) throw new IllegalArgumentException("not a file's hash");
    return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  private static void deleteNow(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("delete " + file.getFileName(), e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
