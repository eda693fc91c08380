package recruitflow.screening.imports;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import recruitflow.platform.Bus;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.operations.Caller;
import recruitflow.screening.imports.ImportOperations.ImportList;
import recruitflow.screening.imports.ImportOperations.ImportPreview;
import recruitflow.screening.imports.ImportOperations.Upload;

/** Imports of lead files. */
public final class ImportsVerticle extends VerticleBase {
  /** Where the upload route hands over what it received. */
  static final String UPLOAD = "imports.upload";

  private final House house;

  public ImportsVerticle(House house) {
    this.house = house;
  }

  @Override
  public Future<?> start() {
    var store = new ImportStore();
    var people = new ImportPeople();
    var read = new ReadImport(house.settings().phoneRegion(), store, people);
    var receive = new ReceiveFile(house, store, read);
    var operations = house.operations();
    Bus.on(context, UPLOAD, body -> Json.of(upload(receive, body))).await();
    operations.on(context, ImportOperations.LIST, (caller, asked) -> list(store)).await();
    operations.on(context, ImportOperations.GET, receive::get).await();
    operations.on(context, ImportOperations.REREAD, receive::reread).await();
    operations.on(context, ImportOperations.DISCARD, receive::discard).await();
    operations
        .on(context, ImportOperations.CONFIRM, new ConfirmImport(house, store, people, read)::run)
        .await();
    operations.on(context, ImportOperations.UNDO, new UndoImport(house, store)::run).await();
    return house.watch(context, "imports");
  }

  private ImportList list(ImportStore store) {
    var items = store.list(house.db().sql());
    return new ImportList(items, items.size(), null);
  }

  private static ImportPreview upload(ReceiveFile receive, JsonObject body) {
    var caller = Json.read(body.getJsonObject("caller"), Caller.class);
    var upload = Json.read(body.getJsonObject("upload"), Upload.class);
    return receive.upload(caller, upload, body.getBinary("file"));
  }
}
