package recruitflow.desk.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** One person's record: made, changed, found, and phoned only at a number that is one. */
class CandidateTest {
  @RegisterExtension private static final TestServer server = TestServer.start().login();
  private static final DeskFixture desk = new DeskFixture(server);

  private static List<Long> found(String q) {
    var answer =
        server
            .client()
            .getAbs("http://127.0.0.1:" + server.port() + "/api/candidates")
            .addQueryParam("q", q)
            .putHeader("Authorization", "Bearer " + server.token())
            .send()
            .timeout(10, TimeUnit.SECONDS)
            .await();
    return DeskFixture.ok(answer).getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getLong("id"))
        .toList();
  }

  @Test
  void a_candidate_made_by_hand_is_cleaned_and_split() {
    var made =
        DeskFixture.ok(
            server.post(
                "/api/candidates",
                new JsonObject()
                    .put("fullName", "Ștefan de la Cruz")
                    .put("phone", "p:0722 100 200")
                    .put("whatsappNumber", "+40722100200")
                    .put("email", " Stefan@Example.COM ")));
    assertThat(made.getString("firstName")).isEqualTo("Ștefan");
    assertThat(made.getString("lastName")).isEqualTo("de la Cruz");
    assertThat(made.getString("phone")).isEqualTo("0722100200");
    assertThat(made.getString("phoneE164")).isEqualTo("+40722100200");
    assertThat(made.getString("whatsappNumber")).isNull();
    assertThat(made.getString("email")).isEqualTo("stefan@example.com");
    assertThat(made.getString("source")).isEqualTo("manual");
    assertThat(made.getString("reference")).isEqualTo("C-" + made.getLong("id"));
  }

  @Test
  void a_candidate_needs_a_phone_or_an_address() {
    var error =
        error(server.post("/api/candidates", new JsonObject().put("fullName", "Nobody")), 422);
    assertThat(error.getJsonObject("fields").fieldNames()).containsExactly("phone");
    var bad = new JsonObject().put("fullName", "Nobody").put("email", "no address");
    assertThat(error(server.post("/api/candidates", bad), 422).getJsonObject("fields").fieldNames())
        .containsExactly("email");
  }

  @Test
  void a_change_keeps_what_it_does_not_name_and_a_stale_one_is_refused() {
    var made = desk.candidate("Ana Maria Pop", "0722100300");
    var path = "/api/candidates/" + made.getLong("id");
    var change = new JsonObject().put("version", 1).put("notes", "prefers mornings");
    var saved = DeskFixture.ok(server.send(HttpMethod.PATCH, path, change));
    assertThat(saved.getString("fullName")).isEqualTo("Ana Maria Pop");
    assertThat(saved.getString("notes")).isEqualTo("prefers mornings");
    var stale = error(server.send(HttpMethod.PATCH, path, change.put("notes", "late")), 409);
    assertThat(stale.getJsonObject("current").getString("notes")).isEqualTo("prefers mornings");
    var emptied = new JsonObject().put("version", 2).put("notes", "").put("phone", "");
    error(server.send(HttpMethod.PATCH, path, emptied), 422);
  }

  @Test
  void people_are_found_without_diacritics_by_fragments_of_name_and_number() {
    var candidate = desk.candidate("Țurcanu Răzvan-Ștefan", "0733444555").getLong("id");
    for (var q : List.of("stefan turc", "RAZVAN", "0733 444", "+40733444555", "733444555")) {
      assertThat(found(q)).as(q).contains(candidate);
    }
    assertThat(DeskFixture.ok(server.get("/api/candidates?q=%25")).getInteger("total")).isZero();
  }

  @Test
  void one_lookup_knows_all_spellings_of_a_number_and_cases_of_an_address() {
    var made =
        DeskFixture.ok(
            server.post(
                "/api/candidates",
                new JsonObject()
                    .put("fullName", "Ion Look")
                    .put("phone", "0744000111")
                    .put("whatsappNumber", "+420777000111")
                    .put("email", "ion.look@example.com")));
    var id = made.getLong("id");
    var candidates = new CandidateLookup("RO");
    for (var spelling :
        List.of("0744000111", "+40744000111", "0040744000111", "40744000111", "+420777000111")) {
      assertThat(candidates.byPhone(server.sql(), spelling)).as(spelling).containsExactly(id);
    }
    assertThat(candidates.byInternationalPhone(server.sql(), "420777000111")).containsExactly(id);
    assertThat(candidates.byEmail(server.sql(), "Ion.Look@EXAMPLE.com")).containsExactly(id);
    assertThat(candidates.byPhone(server.sql(), "")).isEmpty();
    assertThat(candidates.byEmail(server.sql(), " ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Anghel Ioana-Maria, 'ANGHEL, IOANA-MARIA'",
    "Ștefania Țepeș, tepes; stefania",
    "Jiří Novotný, '\"Novotný\" (Jiří)'",
    "Lukasz Wojcik, 'WOJCIK , LUKASZ.'"
  })
  void a_name_is_found_as_other_papers_write_it(String name, String typed) {
    var id = desk.candidate(name, "0734" + (100_000 + Math.abs(name.hashCode()) % 800_000));
    assertThat(found(typed)).contains(id.getLong("id"));
  }

  @Test
  void the_reference_of_a_candidate_finds_just_that_one_here_and_among_applications() {
    var id = desk.candidate("Sought One", "0734000001").getLong("id");
    var application =
        desk.application("Sought Two", "0734000002", desk.evenings("C").getLong("id"));
    assertThat(found("C-" + id)).containsExactly(id);
    assertThat(found(" c-" + id + " ")).containsExactly(id);
    assertThat(found("C-999999")).isEmpty();
    var other = desk.detail(application).getJsonObject("candidate").getString("reference");
    var listed = DeskFixture.ok(server.get("/api/applications?q=" + other)).getJsonArray("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.getJsonObject(0).getLong("id")).isEqualTo(application);
  }

  @Test
  void what_nobody_sees_is_not_in_a_name_or_an_address() {
    var made =
        DeskFixture.ok(
            server.post(
                "/api/candidates",
                new JsonObject()
                    .put("fullName", "Ana\u202E Pop\u200B\u2066")
                    .put("email", "\u200Bana.seen@example.com\u00A0")));
    assertThat(made.getString("fullName")).isEqualTo("Ana Pop");
    assertThat(made.getString("lastName")).isEqualTo("Pop");
    assertThat(made.getString("email")).isEqualTo("ana.seen@example.com");
    var change = new JsonObject().put("version", 1).put("firstName", "A\u202Ena\u2067");
    var path = "/api/candidates/" + made.getLong("id");
    assertThat(DeskFixture.ok(server.send(HttpMethod.PATCH, path, change)).getString("firstName"))
        .isEqualTo("Ana");
  }

  @Test
  void a_doubtful_number_is_shown_refused_at_every_dialling_and_put_right_at_once() {
    var position = desk.evenings("Doubtful").getLong("id");
    var application = desk.application("Jonas Weit", "0157 12345678", position);
    var refused = desk.trigger(application).getJsonArray("refused").getJsonObject(0);
    assertThat(refused.getString("code")).isEqualTo("phone_doubtful");
    assertThat(refused.getString("reason")).contains("0157 12345678").contains("country code");
    assertThat(refused.getJsonObject("params").getString("doubt")).isEqualTo("too_long");
    var at = new JsonObject().put("at", server.clock.now().plusSeconds(3_600).toString());
    var doors = Map.of("/call-now", new JsonObject(), "/callback", at);
    for (var door : doors.entrySet()) {
      var path = "/api/applications/" + application + door.getKey();
      var error = error(server.post(path, door.getValue()), 409);
      assertThat(error.getString("reason")).isEqualTo("phone_doubtful");
      assertThat(error.getLong("candidateId")).isEqualTo(refused.getLong("candidateId"));
    }
    var path = "/api/candidates/" + refused.getLong("candidateId");
    var shown = DeskFixture.ok(server.get(path));
    assertThat(shown.getString("phone")).isEqualTo("0157 12345678");
    assertThat(shown.getString("phoneDoubt")).isEqualTo("too_long");
    var right =
        new JsonObject()
            .put("version", shown.getInteger("version"))
            .put("phone", "+49 157 12345678");
    var saved = DeskFixture.ok(server.send(HttpMethod.PATCH, path, right));
    assertThat(saved.getString("phoneE164")).isEqualTo("+4915712345678");
    assertThat(saved.getValue("phoneDoubt")).isNull();
    assertThat(desk.trigger(application).getJsonArray("queued")).hasSize(1);
  }

  @Test
  void what_may_have_been_meant_is_offered_and_not_dialled() {
    var made = desk.candidate("Petr Bez Plus", "420 601 234 567");
    assertThat(made.getString("phoneE164")).isNull();
    assertThat(made.getString("phoneDoubt")).isEqualTo("country_unclear");
    assertThat(made.getString("phoneSuggestion")).isEqualTo("+420601234567");
    assertThat(found("601 234 567")).contains(made.getLong("id"));
  }

  @Test
  void numbers_stored_under_the_first_rule_are_read_again() {
    var wrong = desk.candidate("Misread Before", "0734000010").getLong("id");
    server
        .sql()
        .execute(
            "update candidates set phone = '072299945712', phone_e164 = '+72299945712',"
                + " phone_rule = 0 where id = $1",
            wrong);
    new RereadPhones(server.house()).run();
    var read = DeskFixture.ok(server.get("/api/candidates/" + wrong));
    assertThat(read.getString("phoneE164")).isNull();
    assertThat(read.getString("phoneDoubt")).isEqualTo("too_long");
  }

  @ParameterizedTest
  @CsvSource({
    "+40734000021, 0734000021",
    "0734000022, +40734000022",
    "0734 000 023, 0040734000023",
    "+40734000024, 40734000024",
    "+420601000925, 420601000925"
  })
  void a_whatsapp_sender_is_found_however_both_were_written(String written, String sender) {
    var id = desk.candidate("WhatsApp " + sender, written).getLong("id");
    var candidates = new CandidateLookup("RO");
    assertThat(candidates.byInternationalPhone(server.sql(), sender)).containsExactly(id);
  }
}
