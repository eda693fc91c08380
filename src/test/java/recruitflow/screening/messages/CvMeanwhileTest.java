package recruitflow.screening.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A CV comes while the request for it is on its way. Whatever the providers make of the request,
 * and by whichever way the CV comes, it ends the same: filed, moved on, asked for no more.
 */
class CvMeanwhileTest extends Messaging {

  /** What a provider makes of the request. */
  enum Way {
    SENT,
    THROTTLED,
    LOST_AFTER_SENDING,
    LOST_BEFORE_SENDING
  }

  record Order(String scored, Way mail, Way text, String cvBy) {
    boolean isQualified() {
      return scored.equals("qualified");
    }
  }

  /** All pairs of ways, the CV by one channel and the other in turn. */
  static Stream<Order> orders() {
    var orders = new ArrayList<Order>();
    for (var mail : Way.values()) {
      for (var text : Way.values()) {
        var even = (mail.ordinal() + text.ordinal()) % 2 == 0;
        orders.add(new Order("qualified", mail, text, even ? "email" : "whatsapp"));
      }
      orders.add(
          new Order(
              "not_qualified", Way.SENT, mail, mail.ordinal() % 2 == 0 ? "whatsapp" : "email"));
    }
    return orders.stream();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void a_cv_ends_the_asking_whatever_became_of_the_request(Order order) {
    var n = 700 + orders().toList().indexOf(order);
    var phone = "+40722%06d".formatted(n);
    var email = "meanwhile" + n + "@example.com";
    var application =
        desk.application(desk.candidate("Ana", phone, email), desk.position("en"), order.scored());
    play("gmail", SEND_MAIL, order.mail());
    play("whapi", SEND_TEXT, order.text());
    request(application);
    untilTried(application, "whatsapp", order.text());
    if (order.isQualified()) untilTried(application, "email", order.mail());
    var asked = asked();

    sendCv(order.cvBy(), phone, email);
    server.until("the CV is filed", () -> cvs(application) == 1);
    assertThat(desk.status(application)).isEqualTo(end(order));

    settleAll(application);
    remindInVain();
    assertThat(desk.status(application)).isEqualTo(end(order));
    assertThat(asked()).isEqualTo(asked);
    assertThat(messages(application)).hasSize(order.isQualified() ? 2 : 1);
    assertThat(desk.applicationText(application, "attention")).isNull();
  }

  private static String end(Order order) {
    return order.isQualified() ? "cv_received" : "cv_received_rejected";
  }

  private static void play(String provider, String path, Way way) {
    switch (way) {
      case SENT -> {}
      case THROTTLED ->
          desk.fault(
              fault(provider, "status", path)
                  .put("status", 429)
                  .put("headers", new JsonObject().put("Retry-After", "600")));
      case LOST_AFTER_SENDING ->
          desk.fault(fault(provider, "status", path).put("status", 500).put("acting", true));
      case LOST_BEFORE_SENDING -> desk.fault(fault(provider, "status", path).put("status", 500));
    }
  }

  private static void untilTried(long application, String channel, Way way) {
    switch (way) {
      case SENT -> untilStatus(application, channel, "sent", "delivered");
      case THROTTLED -> server.until("it waits", () -> waiting("messages.send_" + channel) > 60);
      default -> untilStatus(application, channel, "unknown");
    }
  }

  /** The provider that asked for a pause is read again; the request itself still waits. */
  private static void sendCv(String channel, String phone, String email) {
    server.sql().execute("delete from provider_pauses");
    var file =
        new JsonObject().put("fileName", "cv.pdf").put("lines", new JsonArray().add("Ana Pop"));
    if (channel.equals("whatsapp")) {
      server.control(HttpMethod.POST, "/whapi/inbound", file.put("from", phone).put("name", "Ana"));
      return;
    }
    var mail =
        new JsonObject()
            .put("from", email)
            .put("subject", "CV")
            .put("text", "")
            .put("attachments", new JsonArray().add(file));
    server.control(HttpMethod.POST, "/gmail/inbound", mail);
    server.runJob("poll_cv_inbox");
  }

  /** What can still be settled is, and what was never there is given up. */
  private static void settleAll(long application) {
    server
        .sql()
        .execute(
            """
            update messages set request_started_at = now() - interval '11 minutes'
            where application_id = $1 and status = 'unknown'
            """,
            application);
    desk.untilDone("messages.%");
  }

  private static void remindInVain() {
    for (var round = 0; round < 3; round++) {
      server.clock.advance(Duration.ofHours(48));
      server.runJob("check_cv_followups");
      desk.untilDone("messages.%");
    }
    server.runJob("close_stale_rejected");
  }

  private static long cvs(long application) {
    return server
        .sql()
        .one(
            "select count(*) as n from cv_uploads where application_id = $1",
            row -> row.getLong("n"),
            application);
  }

  /** How often the providers really wrote to somebody. */
  private static long asked() {
    return desk.acted("gmail", SEND_MAIL) + desk.acted("whapi", SEND_TEXT);
  }
}
