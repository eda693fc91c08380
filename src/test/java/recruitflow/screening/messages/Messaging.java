package recruitflow.screening.messages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import recruitflow.platform.tasks.Task;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/** A server that writes to candidates, and a look at what became of the messages. */
abstract class Messaging {

  static final String SEND_MAIL = "/gmail/v1/users/me/messages/send";

  static final String SEND_TEXT = "/messages/text";

  static TestServer server;
  static Screening desk;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
    desk = new Screening(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    server.control(HttpMethod.DELETE, "/ledger", null);
  }

  @AfterEach
  void repair() {
    desk.noFaults();
    server.sql().execute("delete from provider_notices");
    server.sql().execute("update applications set status = 'closed'");
    desk.untilDone("messages.%");
  }

  static long qualified(String language) {
    return desk.application(desk.candidate("Ana"), desk.position(language), "qualified");
  }

  static void request(long applicationId) {
    desk.add(
        Task.of("messages.cv_request")
            .key("application-" + applicationId)
            .payload(new JsonObject().put("applicationId", applicationId)));
  }

  record Sent(
      long id,
      String channel,
      String type,
      String status,
      String to,
      String subject,
      String body,
      String thread,
      String error) {}

  static List<Sent> messages(long applicationId) {
    return server
        .sql()
        .list(
            "select * from messages where application_id = $1 order by id",
            row ->
                new Sent(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("message_type"),
                    row.getString("status"),
                    row.getString("to_address"),
                    row.getString("subject"),
                    row.getString("body"),
                    row.getString("thread_id"),
                    row.getString("error_detail")),
            applicationId);
  }

  static Sent message(long applicationId, String channel) {
    return messages(applicationId).stream()
        .filter(message -> message.channel().equals(channel))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  static void untilStatus(long applicationId, String channel, String... statuses) {
    server.until(
        channel + " of " + applicationId + " is " + List.of(statuses),
        () ->
            messages(applicationId).stream().anyMatch(m -> m.channel().equals(channel))
                && List.of(statuses).contains(message(applicationId, channel).status()));
  }

  /** Sent, or already delivered by the stand-in's word. */
  static void untilGone(long applicationId, String channel) {
    untilSettled(applicationId, channel, "sent", "delivered");
  }

  /** One of these, without waiting for pauses in real time. */
  static void untilSettled(long applicationId, String channel, String... statuses) {
    server.until(
        channel + " of " + applicationId + " is " + List.of(statuses),
        () -> {
          desk.hurry();
          return messages(applicationId).stream()
              .filter(message -> message.channel().equals(channel))
              .reduce((_, last) -> last)
              .filter(message -> List.of(statuses).contains(message.status()))
              .isPresent();
        });
  }

  static JsonObject fault(String provider, String kind, String path) {
    return new JsonObject()
        .put("provider", provider)
        .put("kind", kind)
        .put("path", path)
        .put("count", 1);
  }

  /** Seconds until the task of this kind may run. */
  static long waiting(String kind) {
    return server
        .sql()
        .one(
            """
            select coalesce(max(extract(epoch from not_before - now())), 0)::bigint as seconds
            from tasks where kind = $1 and state = 'ready'
            """,
            row -> row.getLong("seconds"),
            kind);
  }

  /** A message by hand, as the screen asks for it. */
  static HttpResponse<Buffer> write(
      long application, String channel, String type, String subject, String body) {
    return server.post(
        "/api/applications/" + application + "/messages",
        new JsonObject()
            .put("channel", channel)
            .put("messageType", type)
            .put("subject", subject)
            .put("body", body));
  }
}
