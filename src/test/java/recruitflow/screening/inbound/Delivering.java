package recruitflow.screening.inbound;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import recruitflow.platform.settings.Secret;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.TestServer;

/** Webhooks as providers send them, and a look at what was kept of them. */
abstract class Delivering {
  static final WebhookSettings KNOWN =
      new WebhookSettings(
          List.of(new Secret(SandboxKeys.ELEVENLABS_WEBHOOK_SECRET)),
          new Secret(SandboxKeys.WHAPI_WEBHOOK_SECRET),
          false);

  static final String VOICE = "/webhooks/elevenlabs";
  static final String WHAPI = "/webhooks/whapi";
  static final String TEXT =
      """
      {"messages":[{"id":"m-%s","from_me":false,"type":"text","timestamp":1763700200,
       "chat_id":"40722000111@s.whatsapp.net","from":"40722000111","text":{"body":"hello"}}],
       "event":{"type":"messages","event":"post"}}\
      """;

  static final TestServer server = TestServer.shared();

  @BeforeEach
  void forget() {
    server.sql().execute("delete from tasks where kind = 'calls.receive' and state = 'ready'");
    server.untilIdle();
    server.sql().execute("delete from inbound_events");
    server.sql().execute("delete from candidate_replies");
    server.sql().execute("delete from tasks where kind not like 'jobs.%'");
  }

  static int post(String path, String body, String... header) {
    return post(path, Buffer.buffer(body), header);
  }

  static int post(String path, Buffer body, String... header) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    if (header.length > 0) headers.add(header[0], header[1]);
    return post(path, body, headers);
  }

  static int post(String path, Buffer body, MultiMap headers) {
    return server
        .client()
        .post(path)
        .putHeaders(headers)
        .sendBuffer(body)
        .timeout(20, SECONDS)
        .await()
        .statusCode();
  }

  static long stored() {
    return count("select count(*) as n from inbound_events");
  }

  static long count(String sql) {
    return server.sql().one(sql, row -> row.getLong("n"));
  }
}
