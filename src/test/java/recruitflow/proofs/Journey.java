package recruitflow.proofs;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recruitflow.desk.DeskFixture;
import recruitflow.domain.screening.leads.demo.DemoLeads;
import recruitflow.domain.screening.leads.demo.DemoLeads.DemoLead;
import recruitflow.platform.database.Db;
import recruitflow.sandbox.SandboxKeys;
import recruitflow.support.TestServer;

/**
 * One person of each kind, from the lead file to wherever it ends: imported, triggered half an hour
 * before the calling hours end, and then left alone for seventeen days.
 */
final class Journey implements AutoCloseable {

  /** A Tuesday, 17:30 in Bucharest. */
  static final Instant TRIGGERED = Instant.parse("2026-11-24T15:30:00Z");

  final TestServer server =
      TestServer.start(Map.of("SCHEDULED_JOBS", "true"), sandbox -> sandbox).login();
  private final DeskFixture desk = new DeskFixture(server);
  private final Map<String, DemoLead> people;
  private final Map<String, Long> applications = new HashMap<>();

  Journey() {
    server.clock.set(TRIGGERED);
    control(
        POST, "/elevenlabs/settings", new JsonObject().put("minMillis", 1).put("maxMillis", 10));
    people = onePerPersona();
    var ids = imported(desk.position("Sales Representative").getLong("id"));
    desk.trigger(ids.toArray());
    settle();
    steps(4, Duration.ofMinutes(15));
    steps(24, Duration.ofHours(1));
    steps(32, Duration.ofHours(12));
  }

  /** The keys of all kinds of people. */
  List<String> personas() {
    return control(GET, "/people", null).getJsonArray("personas").stream()
        .map(Object::toString)
        .toList();
  }

  boolean holds(String persona) {
    return people.containsKey(persona);
  }

  private Map<String, DemoLead> onePerPersona() {
    var asked = new JsonArray();
    for (var lead : DemoLeads.people()) {
      asked.add(
          new JsonObject()
              .put("phone", lead.phone())
              .put("name", lead.fullName())
              .put("email", lead.email()));
    }
    var byPhone =
        control(POST, "/people", asked).getJsonArray("people").stream()
            .map(JsonObject.class::cast)
            .collect(Collectors.toMap(p -> p.getString("phone"), p -> p.getString("persona")));
    return DemoLeads.people().stream()
        .collect(Collectors.toMap(lead -> byPhone.get(lead.phone()), lead -> lead, (a, _) -> a));
  }

  /** The demo lead file with these people only, uploaded, looked at and confirmed. */
  private List<Long> imported(long positionId) {
    var form =
        MultipartForm.create()
            .attribute("positionId", String.valueOf(positionId))
            .binaryFileUpload("file", DemoLeads.FILE_NAME, Buffer.buffer(file()), "text/csv");
    var preview =
        ok(
            server
                .client()
                .post("/api/imports")
                .putHeader("Authorization", "Bearer " + server.token())
                .sendMultipartForm(form)
                .timeout(20, TimeUnit.SECONDS)
                .await());
    ok(server.post("/api/imports/" + preview.getLong("id") + "/confirm", new JsonObject()));
    people.forEach((persona, lead) -> applications.put(persona, applicationOf(lead)));
    return List.copyOf(applications.values());
  }

  private byte[] file() {
    var lines = new String(DemoLeads.file(), StandardCharsets.UTF_16).split("\r\n");
    var wanted = people.values().stream().map(DemoLead::number).sorted();
    return Stream.concat(Stream.of(lines[0]), wanted.map(number -> lines[number]))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
        .getBytes(StandardCharsets.UTF_16LE);
  }

  private long applicationOf(DemoLead lead) {
    return server
        .sql()
        .one(
            """
            select a.id from applications a join candidates c on c.id = a.candidate_id
            where c.phone_e164 = $1
            """,
            row -> row.getLong("id"),
            lead.phone());
  }

  private void steps(int n, Duration each) {
    for (var i = 0; i < n; i++) {
      server.clock.advance(each);
      settle();
    }
  }

  /** Until nothing is left to be done at this time of the day. */
  private void settle() {
    server.until("everything is done at " + server.clock.now(), () -> !isBusy());
  }

  private boolean isBusy() {
    server
        .sql()
        .execute(
            "update tasks set not_before = now() where state = 'ready' and not_before > now()");
    server.sql().execute("delete from provider_pauses");
    return count(
            """
            select (select count(*) from tasks
                    where state = 'running' or state = 'ready' and run_at <= $1)
                 + (select count(*) from calls
                    where status in ('submitting', 'initiated', 'in_progress', 'unknown'))
            """,
            Db.time(server.clock.now()))
        > 0;
  }

  /** What the recruiter sees of this person's application. */
  JsonObject detail(String persona) {
    return desk.detail(applications.get(persona));
  }

  /** Through which statuses it went, the first one first. */
  List<String> statuses(String persona) {
    return server
        .sql()
        .list(
            "select to_status from status_changes where application_id = $1 order by id",
            row -> row.getString(0),
            applications.get(persona));
  }

  /** When this person's phone rang, in business time. */
  List<Instant> dials(String persona) {
    var phone = people.get(persona).phone();
    return control(GET, "/ledger?direction=acted&method=DIAL&path=%2B" + phone.substring(1), null)
        .getJsonArray("items")
        .stream()
        .map(each -> ((JsonObject) each).getJsonObject("fields").getString("conversation_id"))
        .map(this::startedAt)
        .toList();
  }

  private Instant startedAt(String conversationId) {
    var conversation =
        server
            .client()
            .get(
                server.sandboxPort(),
                "127.0.0.1",
                "/elevenlabs/v1/convai/conversations/" + conversationId)
            .putHeader("xi-api-key", SandboxKeys.ELEVENLABS_API_KEY)
            .send()
            .timeout(10, TimeUnit.SECONDS)
            .await();
    return Instant.ofEpochSecond(
        ok(conversation).getJsonObject("metadata").getLong("start_time_unix_secs"));
  }

  long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  private JsonObject control(HttpMethod method, String path, Object body) {
    var request =
        server.client().request(method, server.sandboxPort(), "127.0.0.1", "/control" + path);
    var sent = body == null ? request.send() : request.sendJson(body);
    var answer = sent.timeout(20, TimeUnit.SECONDS).await();
    if (answer.statusCode() >= 300) throw new AssertionError(answer.bodyAsString());
    return answer.body() == null ? new JsonObject() : answer.bodyAsJsonObject();
  }

  private static JsonObject ok(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 200) throw new AssertionError(answer.bodyAsString());
    return answer.bodyAsJsonObject();
  }

  @Override
  public void close() {
    server.close();
  }
}
