package recruitflow.platform.operations.documents;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import recruitflow.platform.operations.Operation;
import recruitflow.platform.operations.Operations;

/** The OpenAPI 3.1 and OpenRPC documents, made from the list of operations. */
public final class Documents {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final String VERSION = "1.0.0";

  private final Operations operations;
  private final Schemas schemas;
  private final Supplier<JsonObject> openApi = once(this::describeApi);
  private final Supplier<JsonObject> openRpc = once(this::describeRpc);

  public Documents(Operations operations, Schemas schemas) {
    this.operations = operations;
    this.schemas = schemas;
  }

  /** Built when first asked for, since then all operations are there, and never again. */
  private static Supplier<JsonObject> once(Supplier<JsonObject> build) {
    var built = new AtomicReference<JsonObject>();
    return () -> built.updateAndGet(known -> known == null ? build.get() : known);
  }

  /** What {@code /api/openapi.json} serves; not to be changed. */
  public JsonObject openApi() {
    return openApi.get();
  }

  private JsonObject describeApi() {
    var paths = new JsonObject();
    var given =
        new Schemas.Named(
            operations.all().stream().<Class<?>>map(Operation::output).toList(),
            "components/schemas");
    for (var operation : operations.all()) {
      if (!paths.containsKey(operation.path())) paths.put(operation.path(), new JsonObject());
      paths
          .getJsonObject(operation.path())
          .put(operation.method().name().toLowerCase(Locale.ROOT), described(operation, given));
    }
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("info", new JsonObject().put("title", "RecruitFlow").put("version", VERSION))
        .put("paths", paths)
        .put(
            "components",
            new JsonObject()
                .put("schemas", given.described())
                .put(
                    "securitySchemes",
                    new JsonObject()
                        .put(
                            "bearer",
                            new JsonObject().put("type", "http").put("scheme", "bearer"))));
  }

  private JsonObject described(Operation<?, ?> operation, Schemas.Named given) {
    var described =
        new JsonObject()
            .put("operationId", operation.name())
            .put("summary", operation.sentence())
            .put("parameters", parameters(operation))
            .put("responses", responses(operation, given));
    if (!operation.isOpen())
      described.put(
          "security", new JsonArray().add(new JsonObject().put("bearer", new JsonArray())));
    if (operation.takesBody()) described.put("requestBody", body(operation));
    return described;
  }

  private JsonArray parameters(Operation<?, ?> operation) {
    var schema = schemas.input(operation.input());
    var properties = schema.getJsonObject("properties", new JsonObject());
    var inPath = PARAMETER.matcher(operation.path()).results().map(r -> r.group(1)).toList();
    var parameters = new JsonArray();
    inPath.forEach(name -> parameters.add(parameter(name, "path", true, properties)));
    if (operation.takesQuery())
      properties.fieldNames().stream()
          .filter(name -> !inPath.contains(name))
          .forEach(
              name ->
                  parameters.add(
                      parameter(
                          name,
                          "query",
                          schema.getJsonArray("required", new JsonArray()).contains(name),
                          properties)));
    return parameters;
  }

  private static JsonObject parameter(
      String name, String in, boolean required, JsonObject properties) {
    return new JsonObject()
        .put("name", name)
        .put("in", in)
        .put("required", required)
        .put("schema", properties.getJsonObject(name, new JsonObject().put("type", "string")));
  }

  private JsonObject body(Operation<?, ?> operation) {
    var schema = schemas.input(operation.input()).copy();
    PARAMETER
        .matcher(operation.path())
        .results()
        .map(r -> r.group(1))
        .forEach(
            name -> {
              schema.getJsonObject("properties", new JsonObject()).remove(name);
              schema.getJsonArray("required", new JsonArray()).remove(name);
            });
    return new JsonObject().put("content", json(schema));
  }

  private static JsonObject responses(Operation<?, ?> operation, Schemas.Named given) {
    return new JsonObject()
        .put(
            "200",
            new JsonObject()
                .put("description", "Done.")
                .put("content", json(given.reference(operation.output()))))
        .put(
            "default",
            new JsonObject().put("description", "Refused: {error: {code, message, fields}}."));
  }

  private static JsonObject json(JsonObject schema) {
    return new JsonObject().put("application/json", new JsonObject().put("schema", schema));
  }

  /** What {@code rpc.discover} answers; not to be changed. */
  public JsonObject openRpc() {
    return openRpc.get();
  }

  private JsonObject describeRpc() {
    var methods = new JsonArray();
    for (var operation : operations.all()) {
      var params = new JsonArray();
      var input = schemas.input(operation.input());
      var required = input.getJsonArray("required", new JsonArray());
      input
          .getJsonObject("properties", new JsonObject())
          .forEach(
              entry ->
                  params.add(
                      new JsonObject()
                          .put("name", entry.getKey())
                          .put("required", required.contains(entry.getKey()))
                          .put("schema", entry.getValue())));
      methods.add(
          new JsonObject()
              .put("name", operation.name())
              .put("summary", operation.sentence())
              .put("paramStructure", "by-name")
              .put("params", params)
              .put(
                  "result",
                  new JsonObject()
                      .put("name", "result")
                      .put("schema", schemas.output(operation.output()))));
    }
    return new JsonObject()
        .put("openrpc", "1.3.2")
        .put("info", new JsonObject().put("title", "RecruitFlow").put("version", VERSION))
        .put("methods", methods);
  }
}
