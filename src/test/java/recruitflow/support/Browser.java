package recruitflow.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One person's browser: its cookies, its access token, the address it comes from. */
public final class Browser {

  private static final long PATIENCE = 20;

  private final TestServer server;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String address;
  public String token;

  private Browser(TestServer server, String address) {
    this.server = server;
    this.address = address;
  }

  public static Browser at(TestServer server) {
    return new Browser(server, null);
  }

  /** Behind a proxy that says so; the server must trust 127.0.0.1. */
  public static Browser at(TestServer server, String address) {
    return new Browser(server, address);
  }

  /** The same cookies and token in another tab, or in a thief's hands. */
  public Browser copy() {
    var copy = new Browser(server, address);
    copy.cookies.putAll(cookies);
    copy.token = token;
    return copy;
  }

  public HttpResponse<Buffer> login(String email, String password) {
    return enter(post("/api/auth/login", TestServer.credentials(email, password)));
  }

  public HttpResponse<Buffer> refresh() {
    return enter(post("/api/auth/refresh", null));
  }

  public HttpResponse<Buffer> enter(HttpResponse<Buffer> answer) {
    if (answer.statusCode() == 200) token = answer.bodyAsJsonObject().getString("accessToken");
    return answer;
  }

  public HttpResponse<Buffer> get(String path) {
    return await(send(HttpMethod.GET, path, null));
  }

  public HttpResponse<Buffer> post(String path, JsonObject body) {
    return await(send(HttpMethod.POST, path, body));
  }

  public HttpResponse<Buffer> patch(String path, JsonObject body) {
    return await(send(HttpMethod.PATCH, path, body));
  }

  /** Without waiting, for what happens at the same moment. */
  public Future<HttpResponse<Buffer>> send(HttpMethod method, String path, JsonObject body) {
    var request = server.client().request(method, path);
    if (token != null) request.putHeader("Authorization", "Bearer " + token);
    if (address != null) request.putHeader("X-Forwarded-For", address);
    if (!cookies.isEmpty())
      request.putHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    var sent = body == null ? request.send() : request.sendJsonObject(body);
    return sent.onSuccess(this::keepCookies);
  }

  public static HttpResponse<Buffer> await(Future<HttpResponse<Buffer>> sent) {
    return sent.timeout(PATIENCE, SECONDS).await();
  }

  private void keepCookies(HttpResponse<Buffer> answer) {
    for (var cookie : answer.cookies()) {
      var pair = cookie.replaceAll(";.*", "").split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
  }

  /** An open, authenticated live channel; completes with the code of its closing. */
  public Future<Short> liveChannel() {
    var closed = Promise.<Short>promise();
    var answered = Promise.<JsonObject>promise();
    var socket = server.vertx().createWebSocketClient().webSocket();
    socket.textMessageHandler(text -> answered.tryComplete(new JsonObject(text)));
    socket.closeHandler(v -> closed.complete(socket.closeStatusCode()));
    socket
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI("/rpc"))
        .timeout(PATIENCE, SECONDS)
        .await();
    socket.writeTextMessage(
        new JsonObject()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", "authenticate")
            .put("params", new JsonObject().put("accessToken", token))
            .encode());
    var answer = answered.future().timeout(PATIENCE, SECONDS).await();
    if (!answer.containsKey("result")) throw new AssertionError(answer.encode());
    return closed.future().timeout(PATIENCE, SECONDS);
  }
}
