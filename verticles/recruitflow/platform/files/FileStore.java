package recruitflow.platform.files;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import recruitflow.platform.database.Db;
import recruitflow.platform.database.Sql;

/**
 * Where received files lie, addressed by the hash of their content. Writing comes first, the row
 * second: a row never points at a file that is not there, and a file without a row is swept away.
 */
public interface FileStore {

  /**
   * A file that is safely on disk.
   *
   * @param hash SHA-256 of the content, 64 hex digits
   * @param size bytes
   */
  record Stored(String hash, long size) {}

  /** Puts the bytes where a crash cannot lose them; the same bytes give the same hash. */
  Future<Stored> write(Buffer bytes);

  /**
   * Records a written file in the caller's transaction, so that rows may refer to it.
   *
   * @param contentType what the content is, not what its name says
   * @throws IllegalStateException when the file has been swept away meanwhile: write it again
   */
  void keep(Sql sql, Stored file, String contentType);

  /** The bytes of a recorded file; fails when there is none. */
  Future<Buffer> read(String hash);

  /** Removes files that no row knows a day after they were written; tells how many. */
  int sweep(Db db);
}
