package recruitflow.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import recruitflow.Server;
import recruitflow.platform.database.Sql;
import recruitflow.sandbox.SandboxKeys;

/** A running server with something in it, and the requests that are made of it. */
final class World {

  private static final String POSITION =
      """
      insert into positions (title, description, system_prompt, first_message,
        qualification_prompt, calling_hour_start, calling_hour_end)
      values ('Courier', 'Drives parcels', 'Be kind.', 'Hello', 'Judge fairly.', 0, 24) returning id
      """;

  private static final String CRITERIA =
      """
      insert into criteria (position_id, key, text, sort)
      select $1, 'question_' || n, 'Has a licence of class ' || n, n from generate_series(1, 5) as n
      """;

  private static final String PEOPLE =
      """
      with person as (
        insert into candidates (first_name, full_name, phone, phone_e164, email, source)
        select 'Ana', 'Ana ' || n, '+407220' || n, '+407220' || n, '', 'manual'
        from generate_series(10001, 10000 + $2) as n returning id)
      insert into applications (candidate_id, position_id, status_since, last_activity_at, created_at)
      select id, $1, now(), now(), now() from person returning id
      """;

  private static final String EVENT =
      """
      {"messages":[{"id":"bench-%d","from_me":false,"type":"text","chat_id":"40722%06d@s.whatsapp.net",\
      "timestamp":1763700120,"from":"40722%06d","text":{"body":"Thank you, I will send it tomorrow %s"}}],\
      "event":{"type":"messages","event":"post"},"channel_id":"BENCH"}\
      """;

  private final Server.Running running;
  private final AtomicLong events = new AtomicLong();
  private final long position;
  private final String token;

  World(Server.Running running) {
    this.running = running;
    var sql = running.house().db().sql();
    this.position = sql.one(POSITION, row -> row.getLong("id"));
    sql.execute(CRITERIA, position);
    this.token = login();
  }

  private String login() {
    return WebClient.create(running.house().vertx())
        .post(running.port(), "127.0.0.1", "/api/auth/login")
        .sendJsonObject(
            new JsonObject().put("email", "recruiter@sandbox.local").put("password", "sandbox"))
        .await()
        .bodyAsJsonObject()
        .getString("accessToken");
  }

  Sql sql() {
    return running.house().db().sql();
  }

  /** Reading the one position. */
  Buffer read() {
    return Load.request("GET", "/api/positions/" + position, authorization(), "");
  }

  /** A new message of somebody, as WhatsApp's provider delivers it. */
  Buffer webhook() {
    var n = events.incrementAndGet();
    var body = EVENT.formatted(n, n % 1_000_000, n % 1_000_000, "x".repeat(300));
    var headers =
        "Content-Type: application/json\r\nX-Webhook-Secret: "
            + SandboxKeys.WHAPI_WEBHOOK_SECRET
            + "\r\n";
    return Load.request("POST", "/webhooks/whapi", headers, body);
  }

  /** So many applications that wait for a call. */
  List<Long> people(int many) {
    return sql().list(PEOPLE, row -> row.getLong("id"), position, many);
  }

  /** Asking for calls to all of them at once. */
  Buffer trigger(List<Long> applications) {
    var body = new JsonObject().put("applicationIds", new JsonArray(applications)).encode();
    var headers = authorization() + "Content-Type: application/json\r\n";
    return Load.request("POST", "/api/applications/trigger-calls", headers, body);
  }

  private String authorization() {
    return "Authorization: Bearer " + token + "\r\n";
  }
}
