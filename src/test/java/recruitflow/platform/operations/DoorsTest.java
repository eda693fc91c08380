package recruitflow.platform.operations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.support.TestServer;

/** One operation through its doors: REST and JSON-RPC. */
class DoorsTest {

  @RegisterExtension private static final TestServer server = TestServer.start().login();

  private static JsonObject request(Object id, String method, JsonObject params) {
    return new JsonObject()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("method", method)
        .put("params", params);
  }

  private static Buffer rpc(Object body, boolean loggedIn) {
    var call = server.client().post("/rpc").putHeader("Content-Type", "application/json");
    if (loggedIn) call.putHeader("Authorization", "Bearer " + server.token());
    var sent =
        body instanceof JsonObject json
            ? call.sendBuffer(json.toBuffer())
            : call.sendBuffer(Buffer.buffer(body.toString()));
    return sent.timeout(10, SECONDS).await().body();
  }

  @Test
  void every_operation_has_a_role_or_is_open_on_purpose_and_a_sentence() {
    var operations = server.house().operations().all();
    assertThat(operations).hasSizeGreaterThan(20);
    assertThat(operations)
        .allSatisfy(
            operation -> assertThat(operation.sentence()).as(operation.name()).endsWith("."));
    assertThat(operations.stream().filter(Operation::isOpen).map(Operation::name))
        .containsExactly("about");
  }

  @Test
  void no_operation_answers_a_stranger() {
    for (var operation : server.house().operations().all()) {
      if (operation.isOpen()) continue;
      var path = operation.path().replaceAll("\\{\\w+}", "1");
      var answer = server.client().request(operation.method(), path).send().await();
      assertThat(answer.statusCode()).as(operation.name()).isEqualTo(401);
    }
  }

  @Test
  void the_same_answer_comes_through_rest_and_rpc() {
    var rest = server.get("/api/jobs").bodyAsJsonObject().getJsonArray("items");
    var rpc = rpc(request(1, "jobs.list", new JsonObject()), true).toJsonObject();
    assertThat(rpc.getJsonObject("result").getJsonArray("items").size()).isEqualTo(rest.size());
  }

  @Test
  void the_same_mistake_is_told_through_rest_and_rpc() {
    var rest = server.get("/api/tasks?pageSize=900").bodyAsJsonObject().getJsonObject("error");
    var rpc = rpc(request(1, "tasks.list", new JsonObject().put("pageSize", 900)), true);
    var told = rpc.toJsonObject().getJsonObject("error");
    assertThat(rest.getJsonObject("fields").fieldNames()).containsExactly("pageSize");
    assertThat(told.getInteger("code")).isEqualTo(-32602);
    assertThat(told.getJsonObject("data").getJsonObject("fields"))
        .isEqualTo(rest.getJsonObject("fields"));
  }

  @Test
  void what_is_not_known_is_refused_by_name() {
    var answer = server.get("/api/jobs?colour=red");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(
            answer.bodyAsJsonObject().getJsonObject("error").getJsonObject("fields").fieldNames())
        .containsExactly("colour");
  }

  @Test
  void a_batch_is_answered_request_by_request_and_notifications_not_at_all() {
    var batch =
        new JsonArray()
            .add(request(1, "about", new JsonObject()))
            .add(request("two", "no.such", new JsonObject()))
            .add(new JsonObject().put("jsonrpc", "2.0").put("method", "about"))
            .add(7);
    var answers = new JsonArray(rpc(batch, false));
    assertThat(answers).hasSize(3);
    assertThat(answers.getJsonObject(0).getJsonObject("result").getBoolean("sandbox")).isTrue();
    assertThat(answers.getJsonObject(1).getJsonObject("error").getInteger("code"))
        .isEqualTo(-32601);
    assertThat(answers.getJsonObject(2).getJsonObject("error").getInteger("code"))
        .isEqualTo(-32600);
  }

  @Test
  void what_is_not_json_gets_a_parse_error() {
    assertThat(code(rpc("{nope", false))).isEqualTo(-32700);
    assertThat(code(rpc("[]", false))).isEqualTo(-32600);
    assertThat(code(rpc("\"text\"", false))).isEqualTo(-32600);
  }

  private static int code(Buffer answer) {
    return answer.toJsonObject().getJsonObject("error").getInteger("code");
  }

  @Test
  void a_stranger_may_discover_but_not_call() {
    var discovered = rpc(request(1, "rpc.discover", new JsonObject()), false).toJsonObject();
    assertThat(discovered.getJsonObject("result").getJsonArray("methods")).isNotEmpty();
    assertThat(code(rpc(request(1, "jobs.list", new JsonObject()), false))).isEqualTo(-32001);
  }

  @Test
  void the_openapi_document_describes_every_operation_once() {
    var paths = server.get("/api/openapi.json").bodyAsJsonObject().getJsonObject("paths");
    var ids = new ArrayList<String>();
    for (var path : paths.fieldNames())
      for (var method : paths.getJsonObject(path).fieldNames())
        ids.add(paths.getJsonObject(path).getJsonObject(method).getString("operationId"));
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            server.house().operations().all().stream().<String>map(Operation::name).toList());
  }

  /** The screens' types are made from the file: {@code -Dopenapi=write} writes it anew. */
  @Test
  void the_screens_are_built_from_the_openapi_document_as_it_is() throws IOException {
    var file = Path.of("webroot/src/shared/api/openapi.json");
    var is = server.get("/api/openapi.json").bodyAsJsonObject().encodePrettily() + "\n";
    if (!System.getProperty("openapi", "").isEmpty()) Files.writeString(file, is);
    assertThat(Files.readString(file))
        .as("run ./mvnw test -Dtest=DoorsTest -Dopenapi=write")
        .isEqualTo(is);
  }

  @Test
  void a_body_that_is_not_an_object_is_a_bad_request() {
    for (var body : List.of("{", "[1]", "7"))
      assertThat(
              server
                  .client()
                  .post("/api/positions")
                  .putHeader("Authorization", "Bearer " + server.token())
                  .putHeader("Content-Type", "application/json; charset=utf-8")
                  .sendBuffer(Buffer.buffer(body))
                  .await()
                  .statusCode())
          .as(body)
          .isEqualTo(400);
  }

  @Test
  void an_oversized_body_is_refused_and_the_next_request_is_served() {
    var huge = Buffer.buffer(new byte[5 * 1024 * 1024]);
    var answer =
        server
            .client()
            .post("/api/positions")
            .putHeader("Authorization", "Bearer " + server.token())
            .putHeader("Content-Type", "application/json")
            .sendBuffer(huge)
            .await();
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(server.get("/api/about").statusCode()).isEqualTo(200);
  }

  @Test
  void neither_sources_nor_settings_are_served() {
    for (var path :
        List.of(
            "/package.json",
            "/src/main.ts",
            "/pom.xml",
            "/../pom.xml",
            "/%2e%2e/pom.xml",
            "/assets/../../package.json",
            "/config/application.yaml",
            "/node_modules/svelte/package.json")) {
      var answer = server.client().get(path).send().await();
      assertThat(answer.bodyAsString())
          .as(path)
          .doesNotContain("\"devDependencies\"", "<artifactId>", "SECRET_KEY", "\"version\"");
    }
  }

  @Test
  void a_query_parameter_is_no_input_of_what_changes_something() {
    var input = new JsonObject().put("title", "Baker").put("status", "draft");
    for (var call : List.of("/api/positions?title=Butcher", "/api/tasks/kinds/x/pause?x=1")) {
      var answer = server.post(call, input);
      assertThat(answer.statusCode()).as(call).isEqualTo(422);
      var fields = answer.bodyAsJsonObject().getJsonObject("error").getJsonObject("fields");
      assertThat(fields.fieldNames()).as(call).hasSize(1);
    }
    var deleted = server.send(HttpMethod.DELETE, "/api/positions/1?id=2", null);
    assertThat(deleted.statusCode()).isEqualTo(422);
  }

  @Test
  void a_json_door_takes_nothing_that_does_not_say_it_is_json() {
    for (var type :
        List.of("text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"))
      for (var path : List.of("/api/auth/login", "/rpc", "/api/positions")) {
        var call =
            server.client().post(path).putHeader("Authorization", "Bearer " + server.token());
        if (!type.isEmpty()) call.putHeader("Content-Type", type);
        var answer = call.sendBuffer(Buffer.buffer("{}")).timeout(10, SECONDS).await();
        assertThat(answer.statusCode()).as(path + " " + type).isEqualTo(415);
      }
  }

  @Test
  void every_door_takes_fifty_requests_in_a_batch_and_the_document_once() {
    var about = request(1, "about", new JsonObject());
    var discover = request(2, "rpc.discover", new JsonObject());
    assertThat(new JsonArray(rpc(new JsonArray(Collections.nCopies(50, about)), false)))
        .hasSize(50);
    assertThat(code(rpc(new JsonArray(Collections.nCopies(51, about)), false))).isEqualTo(-32600);
    assertThat(code(rpc(new JsonArray(Collections.nCopies(2, discover)), false))).isEqualTo(-32600);
  }

  @Test
  void every_list_that_has_pages_gives_them_by_number() {
    var lists =
        server.house().operations().all().stream()
            .filter(operation -> operation.takesQuery() && hasPages(operation.input()))
            .map(Operation::path)
            .filter(path -> !path.equals("/api/dashboard/attention")) // many lists, not one
            .toList();
    assertThat(lists).hasSizeGreaterThan(6).contains("/api/applications", "/api/calls");
    for (var path : lists) {
      assertThat(server.get(path + "?page=3&pageSize=200").statusCode()).as(path).isEqualTo(200);
      assertThat(server.get(path + "?page=0").statusCode()).as(path).isEqualTo(422);
    }
    assertThat(server.get("/api/calls?page=2&after=1").statusCode()).isEqualTo(422);
  }

  private static boolean hasPages(Class<?> input) {
    return Arrays.stream(input.getRecordComponents()).anyMatch(c -> c.getName().equals("pageSize"));
  }
}
