package recruitflow.support;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import recruitflow.platform.database.Db;
import recruitflow.platform.tasks.Task;

/** Positions, candidates and applications in any state, and what the stand-ins were asked. */
public final class Screening {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final TestServer server;

  public Screening(TestServer server) {
    this.server = server;
  }

  /** An open position, calling at any hour, with all prompts. */
  public long position(String language) {
    return server
        .sql()
        .one(
            """
            insert into positions (title, description, language, system_prompt, first_message,
              qualification_prompt, calling_hour_start, calling_hour_end)
            values ('Courier', 'Drives parcels', $1, 'Be kind.', 'Hello', 'Judge fairly.', 0, 24)
            returning id
            """,
            row -> row.getLong("id"),
            language);
  }

  /** A candidate with a phone number and an address nobody else has. */
  public long candidate(String firstName) {
    var n = NUMBERS.incrementAndGet();
    return candidate(firstName, "+40722%06d".formatted(n), "person%d@example.com".formatted(n));
  }

  /** The same with this number and address, either may be empty; they answer no message. */
  public long candidate(String firstName, String phone, String email) {
    if (!phone.isEmpty()) {
      answersNothing(firstName, phone, email);
    }
    return server
        .sql()
        .one(
            """
            insert into candidates (first_name, full_name, phone, phone_e164, email, source)
            values ($1, $1, $2, nullif($2, ''), $3, 'manual') returning id
            """,
            row -> row.getLong("id"),
            firstName,
            phone,
            email);
  }

  private void answersNothing(String name, String phone, String email) {
    var person =
        new JsonObject()
            .put("phone", phone.startsWith("+") ? phone : "+" + phone)
            .put("name", name)
            .put("email", email.isEmpty() ? null : email)
            .put("persona", "never_sends_cv_de");
    server.control(HttpMethod.POST, "/people", person);
  }

  /** An application in the given status since now. */
  public long application(long candidateId, long positionId, String status) {
    return server
        .sql()
        .one(
            """
            insert into applications (candidate_id, position_id, status, status_since,
              last_activity_at, created_at) values ($1, $2, $3, $4, $4, $4) returning id
            """,
            row -> row.getLong("id"),
            candidateId,
            positionId,
            status,
            Db.time(server.clock.now()));
  }

  public String status(long applicationId) {
    return applicationText(applicationId, "status");
  }

  /** A text column of the application, may be null. */
  public String applicationText(long applicationId, String column) {
    return server
        .sql()
        .first(
            "select " + column + " as value from applications where id = $1",
            row -> row.getString("value"),
            applicationId)
        .orElse(null);
  }

  /** Adds a task as the feature before would. */
  public void add(Task task) {
    server
        .house()
        .db()
        .inTransaction(
            sql -> {
              server.house().tasks().add(sql, task);
              return null;
            });
  }

  /** Ends every real-time pause of tasks. */
  public void hurry() {
    server.sql().execute("update tasks set not_before = now() where state = 'ready'");
    server.sql().execute("delete from provider_pauses");
  }

  /** Waits until no task of these kinds is left, without waiting for pauses in real time. */
  public void untilDone(String kinds) {
    server.until(
        "no task like " + kinds + " is left",
        () -> {
          hurry();
          return open(kinds) == 0;
        });
  }

  /** How many tasks of these kinds are still to be done. */
  public long open(String kinds) {
    return server
        .sql()
        .one(
            "select count(*) as n from tasks where kind like $1 and state in ('ready', 'running')",
            row -> row.getLong("n"),
            kinds);
  }

  /** Switches a fault on. */
  public void fault(JsonObject rule) {
    var answer = server.control(HttpMethod.POST, "/faults", rule);
    if (answer.statusCode() != 204) {
      throw new AssertionError(answer.bodyAsString());
    }
  }

  public void noFaults() {
    server.control(HttpMethod.DELETE, "/faults", null);
  }

  /** What was asked of a provider on paths that begin so. */
  public List<JsonObject> asked(String provider, String path) {
    var found = new ArrayList<JsonObject>();
    var items =
        server
            .control(HttpMethod.GET, "/ledger", null)
            .bodyAsJsonObject()
            .getJsonArray("items", new JsonArray());
    for (var item : items) {
      var entry = (JsonObject) item;
      if (entry.getString("direction").equals("asked")
          && entry.getString("provider").equals(provider)
          && entry.getString("path").startsWith(path)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** How often the provider really did what it was asked on these paths. */
  public long acted(String provider, String path) {
    return asked(provider, path).stream()
        .filter(entry -> entry.getBoolean("acted"))
        .filter(entry -> entry.getString("fault") != null || entry.getInteger("status") < 400)
        .count();
  }
}
