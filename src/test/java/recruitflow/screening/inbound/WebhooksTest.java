package recruitflow.screening.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recruitflow.domain.screening.inbound.ElevenLabsSignature;
import recruitflow.platform.House;
import recruitflow.platform.database.Db;
import recruitflow.platform.settings.Secret;
import recruitflow.platform.settings.SettingsReader;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.TestServer;

class WebhooksTest {
  private static final WebhookSettings KNOWN =
      new WebhookSettings(
          List.of(new Secret(SandboxKeys.ELEVENLABS_WEBHOOK_SECRET)),
          new Secret(SandboxKeys.WHAPI_WEBHOOK_SECRET),
          false);

  private static final String VOICE = "/webhooks/elevenlabs";
  private static final String WHAPI = "/webhooks/whapi";
  private static final String TEXT =
      """
      {"messages":[{"id":"m-%s","from_me":false,"type":"text","timestamp":1763700200,
       "chat_id":"40722000111@s.whatsapp.net","from":"40722000111","text":{"body":"hello"}}],
       "event":{"type":"messages","event":"post"}}\
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    server.sql().execute("delete from tasks where kind = 'calls.receive' and state = 'ready'");
    server.untilIdle();
    server.sql().execute("delete from inbound_events");
    server.sql().execute("delete from candidate_replies");
    server.sql().execute("delete from tasks where kind not like 'jobs.%'");
  }

  // --- who is believed ---

  @ParameterizedTest
  @ValueSource(strings = {WHAPI, WHAPI + "/"})
  void the_secret_is_taken_from_either_header_and_with_or_without_a_slash(String path) {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    assertThat(post(path, TEXT.formatted(1), "X-Webhook-Secret", secret)).isEqualTo(200);
    assertThat(post(path, TEXT.formatted(2), "Authorization", "Bearer " + secret)).isEqualTo(200);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void a_missing_wrong_or_doubled_secret_is_refused_and_leaves_no_trace() {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    var body = TEXT.formatted(1);
    assertThat(post(WHAPI, body)).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", "")).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret + "x")).isEqualTo(401);
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret.substring(1))).isEqualTo(401);
    assertThat(post(WHAPI, body, "Authorization", secret)).isEqualTo(401);
    assertThat(post(WHAPI, body, "Authorization", "Basic " + secret)).isEqualTo(401);
    var doubled = MultiMap.caseInsensitiveMultiMap();
    doubled.add("X-Webhook-Secret", secret).add("X-Webhook-Secret", "guess");
    assertThat(post(WHAPI, Buffer.buffer(body), doubled)).isEqualTo(401);
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {VOICE, VOICE + "/"})
  void a_signed_event_is_stored_with_its_task(String path) {
    assertThat(signed(path, event("conv_1", 1), Instant.now())).isEqualTo(200);
    assertThat(stored()).isEqualTo(1);
    assertThat(tasks("calls.receive")).isEqualTo(1);
  }

  @Test
  void a_forged_altered_stale_or_early_event_is_refused_and_leaves_no_trace() {
    var now = Instant.now();
    var body = event("conv_1", 1);
    var genuine =
        ElevenLabsSignature.sign(SandboxKeys.ELEVENLABS_WEBHOOK_SECRET, body.getBytes(), now);
    var altered = Buffer.buffer(body.toString().replace("conv_1", "conv_2"));
    assertThat(signed(VOICE, body, now.minus(Duration.ofMinutes(31)))).isEqualTo(401);
    assertThat(signed(VOICE, body, now.plus(Duration.ofMinutes(6)))).isEqualTo(401);
    assertThat(post(VOICE, body, "ElevenLabs-Signature", genuine.replace("v0=", "v0=0")))
        .isEqualTo(401);
    assertThat(post(VOICE, altered, "ElevenLabs-Signature", genuine)).isEqualTo(401);
    assertThat(post(VOICE, body, "X-Webhook-Secret", SandboxKeys.ELEVENLABS_WEBHOOK_SECRET))
        .isEqualTo(401);
    assertThat(post(VOICE, body.toString())).isEqualTo(401);
    assertThat(stored()).isZero();
  }

  // --- what is taken ---

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "7", "{\"messages\":[", "{} {}", "\u0000"})
  void what_is_no_json_object_is_refused(String body) {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    assertThat(post(WHAPI, body, "X-Webhook-Secret", secret)).isEqualTo(400);
    assertThat(signed(VOICE, Buffer.buffer(body), Instant.now())).isEqualTo(400);
    assertThat(stored()).isZero();
  }

  @Test
  void ten_deliveries_of_each_event_in_any_order_are_one_event_and_one_task() {
    var deliveries = new ArrayList<Buffer>();
    for (var copy = 0; copy < 10; copy++) {
      IntStream.range(0, 20).forEach(call -> deliveries.add(event("conv_" + call, call)));
    }
    java.util.Collections.shuffle(deliveries, new java.util.Random(7));
    var answers = deliveries.stream().map(body -> signing(VOICE, body, Instant.now())).toList();
    Future.all(answers).timeout(20, SECONDS).await();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.result()).isEqualTo(200));
    assertThat(stored()).isEqualTo(20);
    assertThat(tasks("calls.receive")).isEqualTo(20);
  }

  @Test
  void an_unknown_type_is_taken_and_a_recording_is_noted_without_its_bytes() {
    var unknown = Buffer.buffer("{\"type\":\"news\",\"event_timestamp\":1,\"data\":{}}");
    var audio =
        Buffer.buffer(
            "{\"type\":\"post_call_audio\",\"event_timestamp\":1,"
                + "\"data\":{\"conversation_id\":\"c\",\"full_audio\":\"AAAA\"}}");
    assertThat(signed(VOICE, unknown, Instant.now())).isEqualTo(200);
    assertThat(signed(VOICE, audio, Instant.now())).isEqualTo(200);
    assertThat(tasks("calls.receive")).isEqualTo(1);
    var kept =
        server
            .sql()
            .one(
                "select length(body) as n from inbound_events where note = 'recordings are not"
                    + " kept'",
                row -> row.getInteger("n"));
    assertThat(kept).isZero();
  }

  @Test
  void a_nul_in_a_text_harms_nobody() {
    var body = TEXT.formatted("nul").replace("hello", "he\\u0000llo");
    assertThat(post(WHAPI, body, "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
    server.until("the reply is there", () -> replies() == 1);
  }

  // --- how much, how fast ---

  @Test
  void ten_megabytes_are_taken_and_one_byte_more_is_not() {
    var secret = SandboxKeys.WHAPI_WEBHOOK_SECRET;
    var fits = "{\"pad\":\"" + "x".repeat(10 * 1024 * 1024 - 10) + "\"}";
    assertThat(fits.length()).isEqualTo(10 * 1024 * 1024);
    assertThat(post(WHAPI, fits, "X-Webhook-Secret", secret)).isEqualTo(200);
    assertThat(post(WHAPI, fits + " ", "X-Webhook-Secret", secret)).isEqualTo(413);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void an_endless_body_is_answered_and_its_connection_ended() throws IOException {
    try (var socket = connect(server.port())) {
      var out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(UTF_8));
      var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8);
      for (var i = 0; i < 170; i++) out.write(chunk);
      out.flush();
      assertThat(firstLine(socket)).contains("413");
    }
    assertThat(post(WHAPI, TEXT.formatted(1), "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
  }

  @Test
  void a_declared_gigabyte_is_refused_before_it_comes() throws IOException {
    try (var socket = connect(server.port())) {
      socket.getOutputStream().write(head("Content-Length: 1073741824").getBytes(UTF_8));
      assertThat(firstLine(socket)).contains("413");
      assertThat(socket.getInputStream().readAllBytes()).isNotNull();
    }
  }

  @Test
  void a_body_that_dribbles_in_is_cut_off_while_others_are_served() throws IOException {
    var router = Router.router(server.vertx());
    new WebhookRoutes(server.house(), KNOWN, Duration.ofMillis(700)).mount(router);
    var http = server.vertx().createHttpServer().requestHandler(router).listen(0).await();
    var dribblers = new ArrayList<Socket>();
    for (var i = 0; i < 50; i++) {
      var socket = connect(http.actualPort());
      socket.getOutputStream().write((head("Content-Length: 1000") + "{").getBytes(UTF_8));
      dribblers.add(socket);
    }
    assertThat(post(WHAPI, TEXT.formatted(1), "X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET))
        .isEqualTo(200);
    for (var socket : dribblers) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      socket.close();
    }
    http.close().await();
  }

  // --- when we cannot ---

  @Test
  void without_a_secret_nothing_is_taken_unless_in_debug_mode() {
    var live = Map.of("ELEVENLABS_API_KEY", "k", "SECRET_KEY", "s".repeat(40));
    var debug = new java.util.HashMap<>(live);
    debug.put("DEBUG", "true");
    assertThat(postTo(settings(live), TEXT.formatted(1))).isEqualTo(List.of(503, 503));
    assertThat(stored()).isZero();
    assertThat(postTo(settings(debug), TEXT.formatted(1))).isEqualTo(List.of(200, 200));
  }

  @Test
  void with_the_database_away_the_provider_is_told_to_come_again() {
    var nowhere = PgConnectOptions.fromUri("postgres://nobody:x@127.0.0.1:1/none");
    var house = server.house();
    var away = Db.open(server.vertx(), nowhere, house.settings().database());
    var cut =
        new House(
            house.vertx(),
            house.settings(),
            house.gmail(),
            house.whapi(),
            house.models(),
            away,
            house.clock(),
            house.tasks(),
            house.rates(),
            house.operations(),
            house.files(),
            house.metrics(),
            house.watched(),
            house.bodies());
    var port = serve(cut, KNOWN);
    var answer =
        server
            .client()
            .post(port, "127.0.0.1", WHAPI)
            .putHeader("X-Webhook-Secret", SandboxKeys.WHAPI_WEBHOOK_SECRET)
            .sendBuffer(Buffer.buffer(TEXT.formatted(1)))
            .timeout(10, SECONDS)
            .await();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isNotNull();
  }

  @Test
  void other_addresses_and_methods_are_not_pages() {
    assertThat(server.get("/webhooks/whapi").statusCode()).isEqualTo(404);
    assertThat(post("/webhooks/nobody", "{}")).isEqualTo(404);
  }

  // --- helpers ---

  private static Buffer event(String conversation, int time) {
    return Buffer.buffer(
        "{\"type\":\"post_call_transcription\",\"event_timestamp\":%d,\"data\":{\"agent_id\":\"a\",\"conversation_id\":\"%s\"}}"
            .formatted(time, conversation));
  }

  private static int signed(String path, Buffer body, Instant at) {
    return signing(path, body, at).timeout(20, SECONDS).await();
  }

  private static Future<Integer> signing(String path, Buffer body, Instant at) {
    var secret = SandboxKeys.ELEVENLABS_WEBHOOK_SECRET;
    return server
        .client()
        .post(path)
        .putHeader("ElevenLabs-Signature", ElevenLabsSignature.sign(secret, body.getBytes(), at))
        .sendBuffer(body)
        .map(answer -> answer.statusCode());
  }

  private static int post(String path, String body, String... header) {
    return post(path, Buffer.buffer(body), header);
  }

  private static int post(String path, Buffer body, String... header) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    if (header.length > 0) headers.add(header[0], header[1]);
    return post(path, body, headers);
  }

  private static int post(String path, Buffer body, MultiMap headers) {
    return server
        .client()
        .post(path)
        .putHeaders(headers)
        .sendBuffer(body)
        .timeout(20, SECONDS)
        .await()
        .statusCode();
  }

  private static WebhookSettings settings(Map<String, String> environment) {
    return WebhookSettings.read(SettingsReader.of(environment));
  }

  private static int serve(House house, WebhookSettings settings) {
    var router = Router.router(server.vertx());
    new WebhookRoutes(house, settings).mount(router);
    var http = server.vertx().createHttpServer().requestHandler(router).listen(0).await();
    return http.actualPort();
  }

  private static List<Integer> postTo(WebhookSettings settings, String body) {
    var port = serve(server.house(), settings);
    return List.of(WHAPI, VOICE).stream()
        .map(
            path ->
                server
                    .client()
                    .post(port, "127.0.0.1", path)
                    .sendBuffer(Buffer.buffer(body))
                    .timeout(20, SECONDS)
                    .await()
                    .statusCode())
        .toList();
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String head(String length) {
    return "POST /webhooks/whapi HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Webhook-Secret: "
        + SandboxKeys.WHAPI_WEBHOOK_SECRET
        + "\r\n"
        + length
        + "\r\n\r\n";
  }

  private static String firstLine(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (var c = socket.getInputStream().read();
        c >= 0 && c != '\n';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static long stored() {
    return count("select count(*) as n from inbound_events");
  }

  private static long replies() {
    return count("select count(*) as n from candidate_replies");
  }

  private static long tasks(String kind) {
    return server
        .sql()
        .one("select count(*) as n from tasks where kind = $1", r -> r.getLong("n"), kind);
  }

  private static long count(String sql) {
    return server.sql().one(sql, row -> row.getLong("n"));
  }
}
