package recruitflow.platform.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import recruitflow.platform.Sql;

/** Files on the local disk, in folders named by the first two letters of their hash. */
public final class LocalFiles implements FileStore {

  private static final String INSERT =
      """
      insert into stored_files (hash, size, content_type) values ($1, $2, $3)
      on conflict (hash) do nothing
      """;

  private final Vertx vertx;
  private final Path root;

  public LocalFiles(Vertx vertx, Path root) {
    this.vertx = vertx;
    this.root = root;
  }

  @Override
  public String store(Sql sql, Buffer bytes, String contentType) {
    var hash = hash(bytes.getBytes());
    // The file is whole on the disk before the row that names it can be committed.
    vertx.executeBlocking(() -> write(hash, bytes.getBytes()), false).await();
    sql.execute(INSERT, hash, (long) bytes.length(), contentType);
    return hash;
  }

  @Override
  public Future<Buffer> read(String hash) {
    return vertx.fileSystem().readFile(path(hash).toString());
  }

  private Path path(String hash) {
    if (!hash.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a hash");
    return root.resolve(hash.substring(0, 2)).resolve(hash);
  }

  private Path write(String hash, byte[] bytes) {
    var file = path(hash);
    try {
      if (Files.exists(file)) return file;
      Files.createDirectories(file.getParent());
      var part = Files.createTempFile(file.getParent(), "part-", ".tmp");
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
        channel.force(true);
      }
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the file could not be kept", e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
