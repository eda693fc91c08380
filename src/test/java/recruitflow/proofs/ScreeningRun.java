package recruitflow.proofs;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import recruitflow.desk.DeskFixture;
import recruitflow.platform.database.Db;
import recruitflow.support.DatabaseProxy;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/**
 * One application from Trigger Calls to its CV, on a database of its own, over a line that may be
 * cut. Whatever is cut, time goes on as it does in life, and nobody mends anything by hand.
 */
final class ScreeningRun implements AutoCloseable {

  private static final String PHONE = "+40722400001";
  private static final String LAST = "cv_received";
  private static final Duration UNTIL_THE_CV = Duration.ofHours(1);
  private static final Duration A_WHILE = Duration.ofMinutes(16);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long STANDSTILL = TimeUnit.MILLISECONDS.toNanos(2500);

  final DatabaseProxy line = new DatabaseProxy();
  final Screening desk;
  private final TestServer server;
  private final long application;

  /** What a run has come to: the same for all of them, or something was lost or done twice. */
  record End(
      String status,
      List<String> steps,
      List<String> calls,
      List<String> messages,
      long dials,
      long mails,
      long texts,
      long evaluations,
      long cvs,
      long deadTasks) {}

  ScreeningRun() {
    // Whoever loses the database loses the lease: the sooner it ends, the sooner a run goes on.
    var hasty = Map.of("TASK_LEASE_SECONDS", "2", "SCHEDULED_JOBS", "true");
    server = TestServer.startOver(line, hasty, sandbox -> sandbox).login();
    desk = new Screening(server);
    control("/elevenlabs/settings", quickCalls());
    control("/whapi/repetition", new JsonObject().put("millis", 50));
    control("/people", somebody());
    var fixture = new DeskFixture(server);
    var position = fixture.position("Driver").getLong("id");
    server.sql().execute("update positions set calling_hour_start = 0, calling_hour_end = 24");
    application = fixture.application("Ana Pop", PHONE, position);
    server.sql().execute("update candidates set email = 'ana.pop@example.com'");
    server.until("the jobs have run once", () -> due("jobs.%") == 0);
  }

  private static JsonObject quickCalls() {
    return new JsonObject()
        .put("minMillis", 1)
        .put("maxMillis", 20)
        .put("retryPauses", new JsonArray().add(0.1).add(0.2));
  }

  private static JsonObject somebody() {
    return new JsonObject()
        .put("phone", PHONE)
        .put("name", "Ana Pop")
        .put("email", "ana.pop@example.com")
        .put("persona", "cv_by_whatsapp_ro");
  }

  private void control(String path, JsonObject body) {
    var answer = server.control(POST, path, body);
    if (answer.statusCode() >= 300) throw new AssertionError(answer.bodyAsString());
  }

  /** From the click to the CV. */
  End run() {
    var end = System.nanoTime() + PATIENCE;
    trigger();
    var seen = "";
    var since = System.nanoTime();
    var waitedForCv = false;
    while (!isOver()) {
      if (System.nanoTime() > end) throw new AssertionError("it stands still at " + where());
      server.vertx().timer(25).await();
      hurry();
      var now = where();
      if (!now.equals(seen)) since = System.nanoTime();
      seen = now;
      if (!waitedForCv && isAsked()) {
        server.clock.advance(UNTIL_THE_CV);
        waitedForCv = true;
      } else if (System.nanoTime() - since > STANDSTILL) {
        server.clock.advance(A_WHILE);
        since = System.nanoTime();
      }
    }
    return end();
  }

  /** A recruiter who is told that it did not work tries again. */
  private void trigger() {
    var body = new JsonObject().put("applicationIds", new JsonArray().add(application));
    for (var i = 0; i < 5 && status().equals("pending_call"); i++) {
      server.post("/api/applications/trigger-calls", body);
    }
  }

  private void hurry() {
    server
        .sql()
        .execute(
            "update tasks set not_before = now() where state = 'ready' and not_before > now()");
    server.sql().execute("delete from provider_pauses");
  }

  private String status() {
    return desk.status(application);
  }

  private boolean isAsked() {
    return status().equals("awaiting_cv") && due("messages.%") == 0 && gone() == 2;
  }

  private long gone() {
    return count("select count(*) from messages where status not in ('pending', 'unknown')");
  }

  private boolean isOver() {
    return status().equals(LAST) && due("%") == due("jobs.%");
  }

  private long due(String kinds) {
    return count(
        """
        select count(*) from tasks where kind like $1
          and (state = 'running' or state = 'ready' and run_at <= $2)
        """,
        kinds,
        Db.time(server.clock.now()));
  }

  private String where() {
    return status()
        + texts(
            """
            select kind || ' ' || state || ' ' || coalesce(last_error, '') from tasks
            where kind not like 'jobs.%' order by id
            """)
        + texts("select status from calls order by id");
  }

  private End end() {
    return new End(
        status(),
        texts(
            "select coalesce(from_status, '') || '>' || to_status from status_changes order by id"),
        texts("select status from calls order by id"),
        texts(
            """
            select message_type || ' ' || channel || ' '
              || case when status in ('pending', 'unknown', 'failed') then status else 'sent' end
            from messages order by channel, id
            """),
        dials(),
        desk.acted("gmail", "/gmail/v1/users/me/messages/send"),
        desk.acted("whapi", "/messages/text"),
        count("select count(*) from evaluations"),
        count("select count(*) from cv_uploads"),
        count("select count(*) from tasks where state = 'dead'"));
  }

  /** One kind of request to a provider; the path up to where ids begin. */
  record Asked(String provider, String method, String path) {

    private static final Pattern FIXED = Pattern.compile("(/(v\\d|[a-z-]+))*");

    static Asked of(JsonObject entry) {
      var path = FIXED.matcher(entry.getString("path"));
      return new Asked(
          entry.getString("provider"),
          entry.getString("method"),
          path.lookingAt() ? path.group() : "");
    }
  }

  /** What the providers were asked in this run, each kind once. */
  List<Asked> asked() {
    return ledger("direction=asked").map(Asked::of).distinct().toList();
  }

  /** The next answer to this is lost, after the provider has done what it was asked. */
  void loseAnswer(Asked asked) {
    desk.fault(
        new JsonObject()
            .put("provider", asked.provider())
            .put("method", asked.method())
            .put("path", asked.path())
            .put("kind", "drop")
            .put("acting", true)
            .put("count", 1));
  }

  /** Whether an answer was lost. */
  boolean hasLostAnswer() {
    return ledger("direction=asked").anyMatch(entry -> "drop".equals(entry.getString("fault")));
  }

  private long dials() {
    return ledger("direction=acted&method=DIAL")
        .filter(entry -> entry.getString("path").equals(PHONE))
        .count();
  }

  private Stream<JsonObject> ledger(String query) {
    return server
        .control(GET, "/ledger?" + query, null)
        .bodyAsJsonObject()
        .getJsonArray("items")
        .stream()
        .map(JsonObject.class::cast);
  }

  private long count(String sql, Object... args) {
    return server.sql().one(sql, row -> row.getLong(0), args);
  }

  private List<String> texts(String sql) {
    return server.sql().list(sql, row -> row.getString(0));
  }

  @Override
  public void close() {
    server.close();
    line.close();
  }
}
