package recruitflow.platform.operations.rpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import recruitflow.platform.live.Live;
import recruitflow.support.TestServer;

/** JSON-RPC and live events on the WebSocket. */
class SocketTest {

  private static final WebSocketClientOptions LARGE =
      new WebSocketClientOptions()
          .setMaxFrameSize(1 << 18)
          .setMaxMessageSize(1 << 22)
          .setTryUsePerMessageCompression(true)
          .setTryUsePerFrameCompression(true);

  @RegisterExtension private static final TestServer server = TestServer.start().login();

  private static JsonObject request(Object id, String method, JsonObject params) {
    return new JsonObject()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("method", method)
        .put("params", params);
  }

  /** A browser's line; what it is told and how it ended. */
  private static final class Line {
    // Held, because a client that nobody holds is closed when memory is tidied.
    private final WebSocketClient client = server.vertx().createWebSocketClient(LARGE);
    private final ClientWebSocket socket = client.webSocket();
    private final LinkedBlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final Promise<Short> closed = Promise.promise();

    private Line(WebSocketConnectOptions options) {
      socket.textMessageHandler(text -> received.add(new JsonObject(text)));
      socket.closeHandler(v -> closed.complete(socket.closeStatusCode()));
      socket.connect(options).timeout(10, SECONDS).await();
    }

    JsonObject ask(JsonObject request) throws InterruptedException {
      return send(request.encode());
    }

    JsonObject send(String message) throws InterruptedException {
      socket.writeTextMessage(message).await();
      return received.poll(10, SECONDS);
    }

    short ending() {
      return closed.future().timeout(10, SECONDS).await();
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
  void before_it_has_authenticated_a_socket_says_little_and_not_often() throws Exception {
    var much = connect(null);
    much.socket.writeTextMessage("x".repeat(9 * 1024));
    assertThat(much.ending()).isEqualTo((short) 1008);
    var parts = connect(null);
    parts.socket.writeFrame(WebSocketFrame.textFrame("y".repeat(5000), false));
    parts.socket.writeFrame(
        WebSocketFrame.continuationFrame(Buffer.buffer("y".repeat(5000)), false));
    assertThat(parts.ending()).isEqualTo((short) 1008);
    var binary = connect(null);
    binary.socket.writeBinaryMessage(Buffer.buffer("{}"));
    assertThat(binary.ending()).isEqualTo((short) 1008);
    var often = connect(null);
    var refused = often.ask(request(1, "rpc.discover", new JsonObject()));
    assertThat(refused.getJsonObject("error").getInteger("code")).isEqualTo(-32001);
    for (var i = 0; i < 4; i++) often.socket.writeTextMessage("[]");
    assertThat(often.ending()).isEqualTo((short) 4401);
  }

  /** Two hundred kilobytes would unfold to as many megabytes before anybody could measure them. */
  @Test
  void a_socket_takes_no_compressed_messages_however_they_are_offered() {
    assertThat(connect(null).socket.headers().getAll("Sec-WebSocket-Extensions")).isEmpty();
  }

  @Test
  void many_discoveries_in_one_message_neither_run_nor_delay_others() throws Exception {
    var line = connect(null);
    line.ask(authenticate());
    var many =
        new JsonArray(Collections.nCopies(12_000, request(1, "rpc.discover", new JsonObject())));
    var refused = line.send(many.encode());
    assertThat(refused.getJsonObject("error").getInteger("code")).isEqualTo(-32600);
    assertThat(line.ask(request(2, "about", new JsonObject())).containsKey("result")).isTrue();
  }

  @Test
  void who_does_not_read_his_answers_is_read_no_further() throws Exception {
    var line = connect(null);
    line.ask(authenticate());
    line.socket.pause();
    var discover = request(7, "rpc.discover", new JsonObject()).encode();
    for (var i = 0; i < 400; i++) line.socket.writeTextMessage(discover);
    assertThat(server.get("/api/about").statusCode()).isEqualTo(200);
    line.socket.resume();
    for (var i = 0; i < 400; i++)
      assertThat(line.received.poll(10, SECONDS).getInteger("id")).isEqualTo(7);
  }

  @Test
  void a_kind_is_told_only_to_the_roles_that_may_follow_it() throws Exception {
    var line = lineOf("seeker");
    for (var kind : List.of("position", "candidate", "application", "call", "task")) {
      var kinds = new JsonObject().put("kinds", new JsonArray().add(kind));
      var told = line.ask(request(1, "live.subscribe", kinds)).getJsonObject("error");
      assertThat(told.getInteger("code")).as(kind).isEqualTo(-32003);
    }
    var unknown = new JsonObject().put("kinds", new JsonArray().add("everything"));
    assertThat(
            line.ask(request(2, "live.subscribe", unknown))
                .getJsonObject("error")
                .getInteger("code"))
        .isEqualTo(-32602);
    var both = new JsonObject().put("kinds", new JsonArray().add("position").add("task"));
    var followed = lineOf("admin").ask(request(3, "live.subscribe", both));
    assertThat(followed.getJsonObject("result").getJsonArray("kinds")).containsExactly("task");
  }

  /** The line of a new account with this role alone. */
  private static Line lineOf(String role) throws InterruptedException {
    var input =
        new JsonObject()
            .put("email", role + "@example.com")
            .put("displayName", "Sam")
            .put("roles", new JsonArray().add(role))
            .put("password", "a long enough word");
    assertThat(server.post("/api/users", input).statusCode()).isEqualTo(200);
    var token = login(role + "@example.com", "a long enough word");
    var line = connect(null);
    line.ask(request(0, "authenticate", new JsonObject().put("accessToken", token)));
    return line;
  }

  private static String login(String email, String password) {
    var answer =
        server
            .client()
            .post("/api/auth/login")
            .sendJsonObject(TestServer.credentials(email, password))
            .timeout(10, SECONDS)
            .await();
    return answer.bodyAsJsonObject().getString("accessToken");
  }

  @Test
  void a_socket_opened_by_another_site_is_closed() {
    var line = connect("https://evil.example");
    assertThat(line.ending()).isEqualTo((short) 1008);
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
