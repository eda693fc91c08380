package recruitflow.screening.imports;

import java.util.List;
import recruitflow.platform.House;
import recruitflow.platform.live.Live;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Operation.ById;
import recruitflow.screening.imports.ImportOperations.ImportSummary;

/** Takes a confirmed import back whole: new people go, changed ones are as they were before. */
final class UndoImport {
  private final House house;
  private final ImportStore store;
  private final ImportUndoStore undo = new ImportUndoStore();

  UndoImport(House house, ImportStore store) {
    this.house = house;
    this.store = store;
  }

  ImportSummary run(Caller caller, ById asked) {
    return house
        .db()
        .inTransaction(
            sql -> {
              var batch = store.lock(sql, asked.id()).orElseThrow(() -> Failure.notFound("import"));
              if (!batch.isConfirmed()) {
                throw Failure.conflict(
                    "Only a confirmed import can be taken back; this one is "
                        + batch.state()
                        + ".");
              }
              sql.list(ConfirmImport.ONE_AT_A_TIME, row -> null);
              undo.lock(sql, batch.id());
              undo.obstacle(sql, batch.id())
                  .ifPresent(
                      why -> {
                        throw Failure.conflict("The import cannot be taken back: " + why);
                      });
              undo.takeBack(sql, batch.id(), house.clock().now());
              Live.publish(sql, "import", batch.id());
              Live.publish(sql, "position", batch.positionId());
              return told(batch);
            });
  }

  private static ImportSummary told(ImportBatch batch) {
    var results = batch.results();
    return new ImportSummary(
        batch.id(),
        "undone",
        results.candidatesCreated(),
        results.candidatesUpdated(),
        results.applicationsCreated(),
        results.duplicatesSkipped(),
        0,
        results.rowsRefused(),
        List.of(),
        List.of(),
        false);
  }
}
