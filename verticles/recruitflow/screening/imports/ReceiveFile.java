package recruitflow.screening.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import recruitflow.desk.positions.PositionStore;
import recruitflow.domain.screening.leads.Delimiter;
import recruitflow.domain.screening.leads.LeadField;
import recruitflow.domain.screening.leads.encoding.FileEncoding;
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
    var leads = read.leads(file, How.of(upload.encoding(), upload.delimiter(), upload.mapping()));
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
    var chosen = How.of(asked.encoding(), asked.delimiter(), asked.mapping());
    return house
        .db()
        .inTransaction(
            sql -> {
              var batch = previewed(sql, asked.id());
              var how = asked.mapping() == null ? chosen.with(batch.mapping()) : chosen;
              var leads = read.leads(batch.file(), how);
              store.setReading(sql, batch.id(), leads, how.mapping());
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

  /** How a person wants the file read; what is left out is detected. */
  record How(
      Optional<FileEncoding> encoding,
      Optional<Delimiter> delimiter,
      Map<String, LeadField> mapping) {

    static How of(String encoding, String delimiter, Map<String, String> mapping) {
      return new How(
          chosen("encoding", encoding, FileEncoding::find, FileEncoding.names()),
          chosen("delimiter", delimiter, Delimiter::find, Delimiter.names()),
          mapped(mapping));
    }

    How with(Map<String, LeadField> otherMapping) {
      return new How(encoding, delimiter, otherMapping);
    }

    static Map<String, LeadField> mapped(Map<String, String> mapping) {
      var fields = new LinkedHashMap<String, LeadField>();
      if (mapping != null) {
        mapping.forEach(
            (header, field) ->
                chosen("mapping", field, LeadField::find, LeadField.names())
                    .ifPresent(found -> fields.put(header, found)));
      }
      return fields;
    }
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
