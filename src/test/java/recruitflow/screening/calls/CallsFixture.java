package recruitflow.screening.calls;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import recruitflow.desk.DeskFixture;
import recruitflow.platform.database.Db;
import recruitflow.platform.tasks.Task;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.sandbox.SandboxSettings;
import recruitflow.support.ClosedAfterAll;
import recruitflow.support.TestServer;

/**
 * A server whose calls stand still until a test lets them go on, and whose webhooks come when a
 * test hands them over.
 */
final class CallsFixture implements ClosedAfterAll {
  private static final AtomicInteger PHONES = new AtomicInteger(100_000);
  private static final AtomicInteger EVENTS = new AtomicInteger();

  final TestServer server;
  final DeskFixture desk;
  final JsonObject position;

  CallsFixture(Map<String, String> environment) {
    server = TestServer.start(environment, SandboxSettings::withManualCalls).login();
    desk = new DeskFixture(server);
    control(POST, "/webhooks", new JsonObject().putNull("elevenLabsUrl"));
    // What follows from a conversation is tested where it is done.
    server.sql().execute("insert into paused_kinds (kind) values ('evaluations.evaluate')");
    position = desk.position("Driver");
  }

  /** As many calls at once as anybody asks for. */
  static CallsFixture uncapped() {
    var calls = new CallsFixture(Map.of("ELEVENLABS_MAX_IN_FLIGHT", "1000"));
    calls.control(POST, "/elevenlabs/settings", new JsonObject().put("concurrency", 1000));
    return calls;
  }

  /** Somebody of that kind, applying to the position. */
  record Person(long id, String phone) {}

  Person person(String persona) {
    return person(persona, position.getLong("id"));
  }

  Person person(String persona, long positionId) {
    var phone = "+40722" + PHONES.incrementAndGet();
    control(POST, "/people", new JsonObject().put("phone", phone).put("persona", persona));
    return new Person(desk.application("Ana Pop", phone, positionId), phone);
  }

  Person[] people(String persona, int many) {
    return IntStream.range(0, many).mapToObj(_ -> person(persona)).toArray(Person[]::new);
  }

  /** Triggers calls and waits until the queue was looked at. */
  void trigger(Person... people) {
    desk.trigger((Object[]) List.of(people).stream().map(Person::id).toArray(Long[]::new));
    settled();
  }

  /** Waits until the queue was looked at and no task of calling is due. */
  void settled() {
    server.until("all calling is done that can be done", () -> due() == 0);
  }

  private long due() {
    return count(
        """
        select count(*) from tasks
        where (kind like 'calls.%' or kind = 'jobs.process_call_queue')
          and not_before <= now() + interval '3 seconds'
          and (state = 'running' or state = 'ready' and run_at <= $1)
        """,
        Db.time(server.clock.now()));
  }

  long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  /** The newest call of an application, as the interface shows it. */
  JsonObject call(Person person) {
    var calls = desk.detail(person.id()).getJsonArray("calls");
    return calls.getJsonObject(calls.size() - 1);
  }

  JsonArray calls(Person person) {
    return desk.detail(person.id()).getJsonArray("calls");
  }

  String status(Person person) {
    return desk.status(person.id());
  }

  JsonObject application(Person person) {
    return desk.detail(person.id()).getJsonObject("application");
  }

  JsonObject control(HttpMethod method, String path, JsonObject body) {
    var answer = server.control(method, path, body);
    if (answer.statusCode() >= 300) throw new AssertionError(answer.bodyAsString());
    return answer.body() == null ? new JsonObject() : answer.bodyAsJsonObject();
  }

  void fault(JsonObject rule) {
    control(POST, "/faults", rule.put("provider", "elevenlabs"));
  }

  void noFaults() {
    control(DELETE, "/faults", null);
  }

  /** Lets the held calls to these people, or to all, run to their end; nobody announces it. */
  void talk(Person... people) {
    if (people.length == 0) control(POST, "/elevenlabs/release", new JsonObject());
    for (var person : people) {
      control(POST, "/elevenlabs/release", new JsonObject().put("phone", person.phone()));
    }
  }

  /** How often the phone rang. */
  long dials(Person person) {
    return ledger("direction=acted").stream()
        .map(JsonObject.class::cast)
        .filter(
            e -> "DIAL".equals(e.getString("method")) && e.getString("path").equals(person.phone()))
        .count();
  }

  JsonArray ledger(String query) {
    return control(GET, "/ledger?provider=elevenlabs&" + query, null).getJsonArray("items");
  }

  /** The conversation of a person's last call as the provider tells it. */
  JsonObject conversation(Person person) {
    var dialled =
        ledger("direction=acted").stream()
            .map(JsonObject.class::cast)
            .filter(e -> e.getString("path").equals(person.phone()))
            .reduce((first, last) -> last)
            .orElseThrow();
    var id = dialled.getJsonObject("fields").getString("conversation_id");
    return server
        .client()
        .get(server.sandboxPort(), "127.0.0.1", "/elevenlabs/v1/convai/conversations/" + id)
        .putHeader("xi-api-key", SandboxKeys.ELEVENLABS_API_KEY)
        .send()
        .timeout(10, TimeUnit.SECONDS)
        .await()
        .bodyAsJsonObject();
  }

  static JsonObject ended(JsonObject conversation) {
    return envelope("post_call_transcription", conversation);
  }

  static JsonObject notConnected(JsonObject conversation, String reason) {
    var data =
        new JsonObject()
            .put("agent_id", conversation.getString("agent_id"))
            .put("conversation_id", conversation.getString("conversation_id"))
            .put("failure_reason", reason)
            .put("metadata", new JsonObject().put("type", "twilio").put("body", new JsonObject()));
    return envelope("call_initiation_failure", data);
  }

  static JsonObject envelope(String type, JsonObject data) {
    return new JsonObject()
        .put("type", type)
        .put("event_timestamp", 1_763_700_120)
        .put("data", data);
  }

  /** Stores an event as the door does, with its task. */
  long store(JsonObject event) {
    return server.inTransaction(
        sql -> {
          var id =
              sql.one(
                  """
                  insert into inbound_events (provider, event_id, body)
                  values ('elevenlabs', $1, $2) returning id
                  """,
                  row -> row.getLong("id"),
                  "test-" + EVENTS.incrementAndGet(),
                  Buffer.buffer(event.encode()));
          server
              .house()
              .tasks()
              .add(
                  sql,
                  Task.of("calls.receive")
                      .key("event-" + id)
                      .payload(new JsonObject().put("eventId", id)));
          return id;
        });
  }

  /** Stores an event and waits until it was read; answers the note. */
  String deliver(JsonObject event) {
    var id = store(event);
    server.until(
        "event " + id + " is read",
        () ->
            count(
                    "select count(*) from inbound_events where id = $1 and processed_at is not"
                        + " null",
                    id)
                == 1);
    return server
        .sql()
        .one(
            "select note from inbound_events where id = $1", row -> "" + row.getString("note"), id);
  }

  /** The persona talks, or does not, and the provider says so. */
  void finish(Person person) {
    talk(person);
    var conversation = conversation(person);
    deliver(
        conversation.getString("status").equals("done")
            ? ended(conversation)
            : notConnected(conversation, reason(conversation)));
    settled();
  }

  private static String reason(JsonObject conversation) {
    var result =
        conversation.getJsonObject("metadata").getJsonObject("phone_call").getString("call_result");
    return result.equals("failed") ? "unknown" : result.replace('_', '-');
  }

  @Override
  public void close() {
    server.close();
  }
}
