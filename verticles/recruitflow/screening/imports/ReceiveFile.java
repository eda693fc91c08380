package recruitflow.screening.imports;

import java.util.Optional;
import java.util.function.Function;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.screening.leads.Delimiter;
import recruitflow.domain.screening.leads.FileEncoding;
import recruitflow.platform.House;
import recruitflow.platform.database.Sql;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.platform.operations.Operation.Nothing;
import recruitflow.screening.imports.ImportOperations.ImportPreview;
import recruitflow.screening.imports.ImportOperations.Reread;
import recruitflow.screening.imports.ImportOperations.Upload;

/** Takes a lead file in, shows what importing it would do, reads it otherwise, throws it away. */
final class ReceiveFile {
  private final House house;
  private final ImportStore store;
  private final ReadImport read;

  ReceiveFile(House house, ImportStore store, ReadImport read) {
    this.house = house;
    this.store = store;
    this.read = read;
  }

  ImportPreview upload(Caller caller, Upload upload, byte[] file) {
    var leads = read.leads(file, encoding(upload.encoding()), delimiter(upload.delimiter()));
    return house
        .db()
        .inTransaction(
            sql -> {
              requireTaking(sql, upload.positionId());
              var now = house.clock().now();
              var id = store.insert(sql, upload, leads, file, caller.userId(), now);
              Live.publish(sql, "import", id);
              return read.preview(sql, stored(sql, id), leads);
            });
  }

  /** The position must be there and take people; it stays so until the transaction ends. */
  static void requireTaking(Sql sql, long positionId) {
    var status =
        PositionStore.holdStatus(sql, positionId)
            .orElseThrow(() -> Failure.invalid("positionId", "is not a position"));
    if (!status.takesApplications()) {
      throw Failure.conflict("The position is closed and takes no import.");
    }
  }

  ImportPreview get(Caller caller, ById asked) {
    var sql = house.db().sql();
    return read.preview(sql, stored(sql, asked.id()));
  }

  ImportPreview reread(Caller caller, Reread asked) {
    var encoding = encoding(asked.encoding());
    var delimiter = delimiter(asked.delimiter());
    return house
        .db()
        .inTransaction(
            sql -> {
              var batch = previewed(sql, asked.id());
              var leads = read.leads(batch.file(), encoding, delimiter);
              store.setReading(sql, batch.id(), leads);
              return read.preview(sql, stored(sql, batch.id()), leads);
            });
  }

  Nothing discard(Caller caller, ById asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              store.discard(sql, previewed(sql, asked.id()).id());
              Live.publish(sql, "import", asked.id());
              return new Nothing();
            });
  }

  private ImportBatch previewed(Sql sql, long id) {
    var batch = store.lock(sql, id).orElseThrow(() -> Failure.notFound("import"));
    if (!batch.isPreviewed()) {
      throw Failure.conflict("The import is " + batch.state() + " already.");
    }
    return batch;
  }

  private ImportBatch stored(Sql sql, long id) {
    return store.find(sql, id).orElseThrow(() -> Failure.notFound("import"));
  }

  private static Optional<FileEncoding> encoding(String text) {
    return chosen("encoding", text, FileEncoding::find, FileEncoding.names());
  }

  private static Optional<Delimiter> delimiter(String text) {
    return chosen("delimiter", text, Delimiter::find, Delimiter.names());
  }

  private static <T> Optional<T> chosen(
      String field, String text, Function<String, Optional<T>> find, Object names) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    var found = find.apply(text);
    if (found.isEmpty()) {
      throw Failure.invalid(field, "must be one of " + names);
    }
    return found;
  }
}
