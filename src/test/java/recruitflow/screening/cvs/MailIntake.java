package recruitflow.screening.cvs;

import static recruitflow.screening.cvs.CvFixture.file;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A server that reads mail, people who write to it, and a look at what became of it. */
abstract class MailIntake {

  static CvFixture world;
  static long sales;
  static long support;
  static int people;

  @BeforeAll
  static void start() {
    world = CvFixture.start();
    sales = world.position("Sales");
    support = world.position("Support");
  }

  @AfterAll
  static void stop() {
    world.server().close();
  }

  @AfterEach
  void calm() {
    world.noFaults();
  }

  record Someone(long id, String email, String phone) {}

  static Someone someone() {
    var n = ++people;
    var email = "person" + n + "@example.com";
    var phone = "+4072210%04d".formatted(n);
    return new Someone(world.candidate("Person Number" + n, phone, email), email, phone);
  }

  /** The mailbox says that a mail holds one file over 25 MB. */
  static JsonObject huge(String id, String from) {
    return new JsonObject()
        .put("provider", "gmail")
        .put("kind", "wrong_body")
        .put("path", "/gmail/v1/users/me/messages/" + id)
        .put("count", 1)
        .put("contentType", "application/json")
        .put("body", withHugeFile(id, from).encode());
  }

  private static JsonObject withHugeFile(String id, String from) {
    var file =
        new JsonObject()
            .put("partId", "1")
            .put("mimeType", "application/pdf")
            .put("filename", "huge.pdf")
            .put("body", new JsonObject().put("attachmentId", "a").put("size", 26_214_401));
    var sender = new JsonObject().put("name", "From").put("value", from);
    return new JsonObject()
        .put("id", id)
        .put("threadId", id)
        .put("labelIds", new JsonArray().add("UNREAD"))
        .put(
            "payload",
            new JsonObject()
                .put("mimeType", "multipart/mixed")
                .put("headers", new JsonArray().add(sender))
                .put("parts", new JsonArray().add(file)));
  }

  static long tokenRequests(CvFixture own) {
    var ledger = own.server().control(HttpMethod.GET, "/ledger", null).bodyAsString();
    return Pattern.compile("\"provider\"\\s*:\\s*\"google\"").matcher(ledger).results().count();
  }

  static JsonObject gmailFault(String mailId, Integer count) {
    return new JsonObject()
        .put("provider", "gmail")
        .put("kind", "status")
        .put("status", 500)
        .put("method", "GET")
        .put("path", "/gmail/v1/users/me/messages/" + mailId)
        .put("count", count);
  }

  static void hurry(String mailId) {
    world
        .sql()
        .execute(
            """
            update tasks set not_before = now() where kind = 'cvs.mail' and state = 'ready'
              and payload ->> 'eventId' = (select id::text from inbound_events where event_id = $1)
            """,
            mailId);
  }

  static int attempts(String mailId) {
    return world
        .sql()
        .first(
            """
            select attempt from tasks where kind = 'cvs.mail' and state = 'ready'
              and last_error is not null
              and payload ->> 'eventId' = (select id::text from inbound_events where event_id = $1)
            """,
            row -> row.getInteger(0),
            mailId)
        .orElse(0);
  }

  static String note(String mailId) {
    return world
        .sql()
        .first(
            "select note from inbound_events where event_id = $1", row -> row.getString(0), mailId)
        .orElse(null);
  }

  static List<String> replies(long candidateId) {
    return world
        .sql()
        .list(
            "select body from candidate_replies where candidate_id = $1 order by id",
            row -> row.getString(0),
            candidateId);
  }

  static List<String> subjects(long candidateId) {
    return world
        .sql()
        .list(
            "select subject from candidate_replies where candidate_id = $1",
            row -> row.getString(0),
            candidateId);
  }

  static OffsetDateTime cvReceivedAt(long application) {
    return world
        .sql()
        .one(
            "select cv_received_at from applications where id = $1",
            row -> row.getOffsetDateTime(0),
            application);
  }

  static List<String> unmatchedNames() {
    return world.unmatched().stream()
        .map(item -> ((JsonObject) item).getString("attachmentName"))
        .toList();
  }

  static JsonObject unmatched(String name) {
    return world.unmatched().stream()
        .map(JsonObject.class::cast)
        .filter(item -> name.equals(item.getString("attachmentName")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + unmatchedNames()));
  }

  static String labelId(String name) {
    return "Label_" + (name.equals("CVs") ? 1 : 2);
  }

  static byte[] picture(int size) {
    var bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, bytes, 0, 8);
    return bytes;
  }
}
