package recruitflow.platform.operations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recruitflow.platform.live.Live;
import recruitflow.support.TestServer;

/** One operation through all its doors: REST, JSON-RPC over HTTP, JSON-RPC over a WebSocket. */
class DoorsTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject request(Object id, String method, JsonObject params) {
    return new JsonObject()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("method", method)
        .put("params", params);
  }

  private static Buffer rpc(Object body, boolean loggedIn) {
    var call = server.client().post("/rpc");
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

  // --- the WebSocket ---

  private static final class Line {
    // Held, because a client that nobody holds is closed when memory is tidied.
    private final WebSocketClient client = server.vertx().createWebSocketClient();
    private final ClientWebSocket socket = client.webSocket();
    private final LinkedBlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final Promise<Short> closed = Promise.promise();

    private Line(WebSocketConnectOptions options) {
      socket.textMessageHandler(text -> received.add(new JsonObject(text)));
      socket.closeHandler(v -> closed.complete(socket.closeStatusCode()));
      socket.connect(options).timeout(10, SECONDS).await();
    }

    JsonObject ask(JsonObject request) throws InterruptedException {
      socket.writeTextMessage(request.encode()).await();
      return received.poll(10, SECONDS);
    }
  }

  private static Line connect(String origin) {
    var options =
        new WebSocketConnectOptions().setHost("127.0.0.1").setPort(server.port()).setURI("/rpc");
    if (origin != null) options.addHeader("Origin", origin);
    return new Line(options);
  }

  private static JsonObject authenticate() {
    return request(0, "authenticate", new JsonObject().put("accessToken", server.token()));
  }

  @Test
  void a_socket_calls_operations_after_it_has_authenticated() throws Exception {
    var line = connect(null);
    var before = line.ask(request(1, "jobs.list", new JsonObject()));
    assertThat(before.getJsonObject("error").getInteger("code")).isEqualTo(-32001);
    var who = line.ask(authenticate()).getJsonObject("result").getJsonObject("user");
    assertThat(who.getString("email")).isEqualTo("recruiter@sandbox.local");
    assertThat(line.ask(request(2, "jobs.list", new JsonObject())).containsKey("result")).isTrue();
  }

  @Test
  void a_socket_with_a_bad_token_learns_nothing() throws Exception {
    var line = connect(null);
    var refused =
        line.ask(request(0, "authenticate", new JsonObject().put("accessToken", "forged")));
    assertThat(refused.getJsonObject("error").getInteger("code")).isEqualTo(-32001);
    var subscribe = request(1, "live.subscribe", new JsonObject().put("kinds", new JsonArray()));
    assertThat(line.ask(subscribe).getJsonObject("error").getInteger("code")).isEqualTo(-32001);
  }

  @Test
  void a_socket_opened_by_another_site_is_closed() {
    var line = connect("https://evil.example");
    assertThat(line.closed.future().timeout(10, SECONDS).await()).isEqualTo((short) 1008);
  }

  @Test
  void a_change_is_told_to_who_follows_its_kind_and_a_rollback_to_nobody() throws Exception {
    var line = connect(null);
    line.ask(authenticate());
    line.ask(
        request(
            1, "live.subscribe", new JsonObject().put("kinds", new JsonArray().add("position"))));
    try {
      server
          .house()
          .db()
          .inTransaction(
              sql -> {
                Live.publish(sql, "position", 99);
                throw new IllegalStateException("rolled back");
              });
    } catch (IllegalStateException e) {
      // as intended
    }
    server
        .house()
        .db()
        .inTransaction(
            sql -> {
              Live.publish(sql, "position", 41);
              Live.publish(sql, "candidate", 1);
              return null;
            });
    var event = line.received.poll(10, SECONDS);
    assertThat(event.getString("method")).isEqualTo("live");
    assertThat(event.getJsonObject("params"))
        .isEqualTo(new JsonObject().put("kind", "position").put("ids", new JsonArray().add("41")));
    assertThat(line.received).isEmpty();
  }
}
