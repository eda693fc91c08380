package recruitflow.platform.operations;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import recruitflow.platform.Bus;
import recruitflow.platform.Json;
import recruitflow.platform.operations.audit.Audit;

/** All operations that somebody handles; the doors are made from this list. */
public final class Operations {

  private final Map<String, Operation<?, ?>> byName = new ConcurrentSkipListMap<>();
  private final Access access;
  private final Audit audit = new Audit();

  public Operations(Access access) {
    this.access = access;
  }

  /** Who did what, and was refused what. */
  public Audit audit() {
    return audit;
  }

  /** Who may come in. */
  public Access access() {
    return access;
  }

  /** Handles an operation on this verticle; called once for each. */
  public <I, O> Future<Void> on(
      Context context, Operation<I, O> operation, BiFunction<Caller, I, O> handler) {
    if (byName.putIfAbsent(operation.name(), operation) != null)
      throw new IllegalStateException(operation.name() + " is handled twice");
    return Bus.on(
        context,
        operation.name(),
        body -> {
          var caller = Caller.of(body.getJsonObject("caller"));
          var input = input(operation, body.getJsonObject("input"));
          return Json.of(handler.apply(caller, input));
        });
  }

  /** What fits the schema may still not fit the record: a number beyond all numbers. */
  private static <I> I input(Operation<I, ?> operation, JsonObject input) {
    try {
      return Json.read(input, operation.input());
    } catch (IllegalArgumentException e) {
      throw Failure.invalid("body", "holds a value that does not fit, such as too large a number");
    }
  }

  /** Every operation, by name in order. */
  public List<Operation<?, ?>> all() {
    return List.copyOf(byName.values());
  }

  /** The operation of this name. */
  public Optional<Operation<?, ?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What travels on the bus: who calls, with what. */
  static JsonObject request(Caller caller, JsonObject input) {
    return new JsonObject().put("caller", caller.toJson()).put("input", input);
  }
}
