package recruitflow.screening.evaluations;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import recruitflow.platform.database.Db;
import recruitflow.support.Screening;
import recruitflow.support.TestServer;

/** Finished calls with what the scripted people say in them. */
final class Conversations {

  private static final String CALL =
      """
      with batch as (
        insert into call_batches (key, position_id, state, created_at)
        select 'test-' || gen_random_uuid(), position_id, 'finished', $3 from applications where id = $1
        returning id)
      insert into calls (application_id, candidate_id, call_batch_id, attempt_number, to_number,
        status, turns, initiated_at, ended_at)
      select a.id, a.candidate_id, batch.id,
        1 + (select count(*) from calls c where c.application_id = a.id), '+40', 'completed', $2, $3, $4
      from applications a, batch where a.id = $1
      returning id
      """;

  private final TestServer server;
  private final Screening desk;

  Conversations(TestServer server) {
    this.server = server;
    this.desk = new Screening(server);
  }

  /** An application whose call has just ended. */
  long ended() {
    var position = desk.position("en");
    criteria(position, "experience", "Experience in sales");
    criteria(position, "licence", "Driving licence of category B");
    return desk.application(desk.candidate("Ana"), position, "call_completed");
  }

  private void criteria(long position, String key, String text) {
    server
        .sql()
        .execute(
            "insert into criteria (position_id, key, text, sort) values ($1, $2, $3, 0)",
            position,
            key,
            text);
  }

  /** A completed call with these turns; the id of the call. */
  long call(long application, JsonArray turns) {
    var ended = server.clock.now();
    return server
        .sql()
        .one(
            CALL,
            row -> row.getLong("id"),
            application,
            turns,
            Db.time(ended.minus(Duration.ofMinutes(3))),
            Db.time(ended));
  }

  /** What this persona says in the first call. */
  static JsonArray turns(String persona) {
    var script = script(persona).getJsonArray("calls").getJsonObject(0).getJsonArray("turns");
    var turns = new JsonArray();
    for (var each : script) {
      var turn = (JsonObject) each;
      turns.add(
          new JsonObject()
              .put("index", turns.size())
              .put("role", turn.getString("role"))
              .put("text", turn.getString("text"))
              .put("atSeconds", turns.size() * 7));
    }
    return turns;
  }

  private static JsonObject script(String persona) {
    var language = persona.substring(persona.lastIndexOf('_') + 1);
    var name = "/config/sandbox/people/" + language + "/" + persona + ".json";
    try (var in = Conversations.class.getResourceAsStream(name)) {
      return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
