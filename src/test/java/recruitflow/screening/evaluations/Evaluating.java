package recruitflow.screening.evaluations;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import recruitflow.platform.database.Db;
import recruitflow.platform.tasks.Task;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/** A server that judges finished calls, and a look at what became of them. */
abstract class Evaluating {

  static final String MESSAGES = "/v1/messages";

  static TestServer server;
  static Screening desk;
  static Conversations conversations;

  @BeforeAll
  static void start() {
    server = TestServer.start().login();
    desk = new Screening(server);
    conversations = new Conversations(server);
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
    desk.untilDone("evaluations.%");
    desk.untilDone("messages.%");
  }

  static void evaluate(long call) {
    desk.add(
        Task.of("evaluations.evaluate")
            .key("call-" + call)
            .payload(new JsonObject().put("callId", call)));
  }

  /** The call has ended and is being judged; the id of the application. */
  static long judged(String persona) {
    var application = conversations.ended();
    evaluate(conversations.call(application, Conversations.turns(persona)));
    return application;
  }

  static void untilStatus(long application, String status) {
    server.until(application + " is " + status, () -> desk.status(application).equals(status));
  }

  /** The same without waiting for pauses in real time. */
  static void untilSettled(long application, String status) {
    server.until(
        application + " is " + status,
        () -> {
          desk.hurry();
          return desk.status(application).equals(status);
        });
  }

  static void untilShown(long application, String part) {
    server.until(
        "it is shown: " + part,
        () -> {
          var shown = desk.applicationText(application, "attention");
          return shown != null && shown.contains(part);
        });
  }

  record Stored(
      String outcome,
      boolean qualified,
      int score,
      String callbackNotes,
      Instant callbackAt,
      String needsHumanNotes,
      boolean repaired,
      String model,
      List<JsonObject> criteria) {}

  static List<Stored> evaluations(long application) {
    return server
        .sql()
        .list(
            """
            select e.*, (select coalesce(jsonb_agg(to_jsonb(c) order by c.sort), '[]') from evaluation_criteria c
              where c.evaluation_id = e.id) as criteria
            from evaluations e where application_id = $1 order by id
            """,
            row ->
                new Stored(
                    row.getString("outcome"),
                    row.getBoolean("qualified"),
                    row.getInteger("score"),
                    row.getString("callback_notes"),
                    Db.instant(row, "callback_at"),
                    row.getString("needs_human_notes"),
                    row.getBoolean("repaired"),
                    row.getString("model"),
                    row.getJsonArray("criteria").stream().map(JsonObject.class::cast).toList()),
            application);
  }

  static void on(String name, Integer count) {
    desk.fault(
        new JsonObject()
            .put("provider", "anthropic")
            .put("kind", "switch")
            .put("name", name)
            .put("count", count));
  }

  /** Seconds until an evaluation may run again. */
  static long pause() {
    return server
        .sql()
        .one(
            """
            select coalesce(max(extract(epoch from not_before - now())), 0)::bigint as seconds
            from tasks where kind = 'evaluations.evaluate' and state = 'ready'
            """,
            row -> row.getLong("seconds"));
  }
}
