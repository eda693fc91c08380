package recruitflow.desk.positions;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import recruitflow.desk.positions.PositionOperations.CreatePosition;
import recruitflow.desk.positions.PositionOperations.ListPositions;
import recruitflow.platform.House;
import recruitflow.platform.Json;
import recruitflow.platform.operations.Caller;

/** The open position that the sandbox starts with, callable at any hour. */
public record DemoPosition(House house, PositionDesk positions) {

  private static final String FILE = "/config/sandbox/position.json";

  /** Makes it when this is the sandbox and there is no position yet. */
  public void createFirst() {
    var none = positions.list(Caller.NOBODY, new ListPositions(null, null, null, null));
    if (house.settings().sandbox().on() && none.total() == 0)
      positions.create(Caller.NOBODY, Json.read(read(), CreatePosition.class));
  }

  private static JsonObject read() {
    try (var file = DemoPosition.class.getResourceAsStream(FILE)) {
      return new JsonObject(Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
