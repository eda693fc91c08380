package recruitflow.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.TestServer;

@Tag("proofs")
class RepeatedWebhooksTest {

  private static final int EVENTS = 1000;
  private static final int DELIVERIES = 10;
  private static final int CONNECTIONS = 32;
  private static final long SEED = 20_261_124;

  @Test
  void what_is_delivered_ten_times_in_any_order_to_two_nodes_has_one_effect() {
    try (var one = TestServer.start();
        var other = one.startNode()) {
      var started = System.nanoTime();
      var answers = deliver(List.of(one, other));
      var millis = (System.nanoTime() - started) / 1_000_000;
      assertThat(answers).hasSize(EVENTS * DELIVERIES).containsOnly(200);
      one.until("all are read", () -> count(one, "inbound_events where processed_at is null") == 0);
      System.out.printf(
          "%d events, %d deliveries each, %d connections, 2 nodes, seed %d: %d stored, %d effects,"
              + " %d tasks, answered in %d ms%n",
          EVENTS,
          DELIVERIES,
          CONNECTIONS,
          SEED,
          count(one, "inbound_events"),
          count(one, "candidate_replies"),
          count(one, "tasks where kind = 'inbound.whapi'"),
          millis);
      assertThat(count(one, "inbound_events")).isEqualTo(EVENTS);
      assertThat(count(one, "candidate_replies")).isEqualTo(EVENTS);
      assertThat(count(one, "tasks where kind = 'inbound.whapi' and state = 'done'"))
          .isEqualTo(EVENTS);
    }
  }

  private static List<Integer> deliver(List<TestServer> nodes) {
    var order = new ArrayList<Integer>();
    IntStream.range(0, DELIVERIES).forEach(i -> IntStream.range(0, EVENTS).forEach(order::add));
    Collections.shuffle(order, new Random(SEED));
    var client =
        WebClient.create(
            nodes.getFirst().vertx(),
            new WebClientOptions(),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS / nodes.size()));
    var sent = new ArrayList<Future<Integer>>();
    for (var i = 0; i < order.size(); i++) {
      sent.add(post(client, nodes.get(i % nodes.size()).port(), order.get(i)));
    }
    return sent.stream().map(each -> each.timeout(120, TimeUnit.SECONDS).await()).toList();
  }

  private static Future<Integer> post(WebClient client, int port, int event) {
    return client
        .post(port, "127.0.0.1", "/webhooks/whapi")
        .putHeader(SandboxKeys.WHAPI_WEBHOOK_HEADER, SandboxKeys.WHAPI_WEBHOOK_SECRET)
        .sendJsonObject(text(event))
        .map(answer -> answer.statusCode());
  }

  private static JsonObject text(int event) {
    var message =
        new JsonObject()
            .put("id", "repeated-" + event)
            .put("from_me", false)
            .put("type", "text")
            .put("timestamp", 1_763_700_200 + event)
            .put("chat_id", "40722000111@s.whatsapp.net")
            .put("from", "40722000111")
            .put("text", new JsonObject().put("body", "Message " + event));
    return new JsonObject()
        .put("messages", new JsonArray().add(message))
        .put("event", new JsonObject().put("type", "messages").put("event", "post"));
  }

  private static long count(TestServer server, String what) {
    return server.sql().one("select count(*) from " + what, row -> row.getLong(0));
  }
}
