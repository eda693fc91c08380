package recruitflow.platform.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import recruitflow.platform.Sql;

/** Files outside the database, addressed by the SHA-256 of their content. */
public interface FileStore {

  /**
   * Keeps the bytes and their row, the row in the caller's transaction. The same bytes are kept
   * once.
   *
   * @return the hash, lower-case hex
   */
  String store(Sql sql, Buffer bytes, String contentType);

  /** The bytes; fails when there is no such file. */
  Future<Buffer> read(String hash);
}
