package recruitflow.platform.operations.rpc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import recruitflow.platform.operations.Caller;
import recruitflow.platform.operations.Failure;
import recruitflow.platform.operations.Gate;
import recruitflow.platform.operations.Operations;
import recruitflow.platform.operations.audit.Subject;
import recruitflow.platform.operations.documents.Documents;

/** JSON-RPC 2.0 requests to operations and their answers; both RPC doors use it. */
final class RpcCall {

  /** What may stand in one message, whatever the door. */
  static final int MOST_IN_A_BATCH = 50;

  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int UNKNOWN_METHOD = -32601;

  private static final String DISCOVER = "rpc.discover";

  private final Operations operations;
  private final Gate gate;
  private final Documents documents;

  RpcCall(Operations operations, Gate gate, Documents documents) {
    this.operations = operations;
    this.gate = gate;
    this.documents = documents;
  }

  /**
   * The answers to a message: one object, an array for a batch, or null when nothing in it wants
   * one.
   *
   * @param one answers a single request
   */
  static Future<Object> answers(Object message, Function<Object, Future<JsonObject>> one) {
    if (!(message instanceof JsonArray batch)) return one.apply(message).map(answer -> answer);
    if (batch.isEmpty() || batch.size() > MOST_IN_A_BATCH || discoveries(batch) > 1)
      return Future.succeededFuture(
          error(
              null,
              INVALID_REQUEST,
              "A batch holds 1 to " + MOST_IN_A_BATCH + " requests, one of them rpc.discover.",
              null));
    var asked = new ArrayList<Future<JsonObject>>();
    batch.forEach(each -> asked.add(one.apply(each)));
    return Future.all(asked)
        .map(
            all -> {
              var told = all.<JsonObject>list().stream().filter(Objects::nonNull).toList();
              return told.isEmpty() ? null : new JsonArray(told);
            });
  }

  /**
   * The document is large: asked for fifty times in one message it would be fifty times as large.
   */
  private static long discoveries(JsonArray batch) {
    return batch.stream()
        .filter(each -> each instanceof JsonObject json && DISCOVER.equals(json.getValue("method")))
        .count();
  }

  /** The answer, or null for a notification. */
  Future<JsonObject> answer(Object request, Caller caller) {
    if (!(request instanceof JsonObject json)
        || !"2.0".equals(json.getValue("jsonrpc"))
        || !(json.getValue("method") instanceof String method))
      return Future.succeededFuture(
          error(null, INVALID_REQUEST, "This is not a JSON-RPC 2.0 request.", null));
    var id = json.getValue("id");
    return call(method, json, caller)
        .map(result -> result(id, result))
        .recover(e -> Future.succeededFuture(failed(id, e)))
        .map(answer -> json.containsKey("id") ? answer : null);
  }

  private Future<JsonObject> call(String method, JsonObject json, Caller caller) {
    if (method.equals(DISCOVER)) return Future.succeededFuture(documents.openRpc());
    var operation = operations.named(method);
    if (operation.isEmpty()) return Future.failedFuture(new Unknown(method));
    var params = json.getValue("params", new JsonObject());
    if (!(params instanceof JsonObject named))
      return Future.failedFuture(Failure.invalid("params", "must be an object"));
    if (!operation.get().isOpen() && caller.userId() == 0) {
      operations.audit().note(method, caller, Subject.of(Map.of(), named), "unauthorized");
      return Future.failedFuture(Failure.unauthorized("Please log in."));
    }
    return gate.call(operation.get(), caller, named, Map.of());
  }

  /** What was refused before any operation was called. */
  void refused(String action, Caller caller, String object, Failure why) {
    operations.audit().note(action, caller, object, why.kind().word());
  }

  static JsonObject result(Object id, JsonObject result) {
    return new JsonObject().put("jsonrpc", "2.0").put("result", result).put("id", id);
  }

  static JsonObject failed(Object id, Throwable thrown) {
    if (thrown instanceof Unknown unknown)
      return error(id, UNKNOWN_METHOD, unknown.getMessage(), null);
    var failure = Failure.from(thrown);
    return error(id, failure.kind().rpcCode(), failure.getMessage(), failure.toJson());
  }

  static JsonObject error(Object id, int code, String message, JsonObject data) {
    var error = new JsonObject().put("code", code).put("message", message);
    if (data != null) error.put("data", data);
    return new JsonObject().put("jsonrpc", "2.0").put("error", error).put("id", id);
  }

  private static final class Unknown extends RuntimeException {
    private Unknown(String method) {
      super("There is no method " + method + ".", null, false, false);
    }
  }
}
