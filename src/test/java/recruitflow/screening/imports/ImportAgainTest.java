package recruitflow.screening.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;

/** Files that come again, come otherwise, or name people who are known under another record. */
class ImportAgainTest extends Importing {
  private static final String HEADER = "id;campaign_name;why;email;full_name;phone_number";

  private static JsonObject confirm(JsonObject preview) {
    return confirm(preview.getLong("id"));
  }

  private JsonObject onlyCandidate() {
    var listed = applications();
    assertThat(listed).hasSize(1);
    return candidate(listed.getJsonObject(0).getLong("candidateId"));
  }

  private static JsonObject candidate(long id) {
    return DeskFixture.ok(server.get("/api/candidates/" + id));
  }

  private static JsonObject changed(JsonObject candidate, JsonObject change) {
    var path = "/api/candidates/" + candidate.getLong("id");
    return DeskFixture.ok(
        server.send(
            HttpMethod.PATCH, path, change.put("version", candidate.getInteger("version"))));
  }

  private static JsonObject firstRow(JsonObject preview) {
    return preview.getJsonArray("rows").getJsonObject(0);
  }

  @Test
  void what_a_person_corrected_stays_and_the_preview_says_so() {
    var row =
        "l:a%d;spring;yes;ana%d@example.com;Ana Popp;072400%04d".formatted(people, people, people);
    confirm(preview(HEADER + "\n" + row));
    changed(
        onlyCandidate(),
        new JsonObject()
            .put("firstName", "Ana")
            .put("lastName", "Pop")
            .put("phone", "0724 999 001"));
    var again = preview(HEADER + "\n" + row.replace("ana", "anna"));
    assertThat(firstRow(again).getJsonArray("kept"))
        .containsExactly(
            kept("full_name", "Ana Pop", "Ana Popp"),
            kept("phone_number", "0724999001", "072400%04d".formatted(people)));
    confirm(again);
    var stored = onlyCandidate();
    assertThat(stored.getString("fullName")).isEqualTo("Ana Pop");
    assertThat(stored.getString("phoneE164")).isEqualTo("+40724999001");
    assertThat(stored.getString("email")).startsWith("anna");
    assertThat(DeskFixture.ok(server.get("/api/candidates?q=0724999001")).getLong("total"))
        .isEqualTo(1);
  }

  private static JsonObject kept(String field, String stored, String inFile) {
    return new JsonObject().put("field", field).put("stored", stored).put("inFile", inFile);
  }

  @Test
  void blank_cells_wipe_nothing() {
    var start = "l:b%d;".formatted(people);
    confirm(
        preview(
            HEADER + "\n" + start + "spring;three_years;b%d@example.com;Bo;".formatted(people)));
    confirm(
        preview(
            HEADER.replace("why", "why;more")
                + "\n"
                + start
                + ";;new;;;072500%04d".formatted(people)));
    var stored = onlyCandidate();
    assertThat(stored.getString("fullName")).isEqualTo("Bo");
    assertThat(stored.getString("email")).startsWith("b");
    assertThat(stored.getString("campaignName")).isEqualTo("spring");
    assertThat(stored.getString("phoneE164")).isNotNull();
    assertThat(stored.getJsonObject("formAnswers").getMap())
        .containsEntry("why", "three years")
        .containsEntry("more", "new");
  }

  @Test
  void people_of_a_file_with_rounded_ids_or_none_are_known_again() {
    for (var head : new String[] {"id;", ""}) {
      var id = head.isEmpty() ? "" : "1.88023E+15;";
      var text =
          head
              + "full_name;phone\n"
              + id
              + "Dan;0726%06d\n".formatted(++people)
              + id
              + "Eva;0727%06d".formatted(people);
      openPosition();
      assertThat(confirm(preview(text)).getInteger("candidatesCreated")).isEqualTo(2);
      var again = confirm(preview(text));
      assertThat(again.getInteger("candidatesCreated")).isZero();
      assertThat(again.getInteger("candidatesUpdated")).isEqualTo(2);
      assertThat(applications()).hasSize(2);
    }
  }

  @Test
  void columns_are_mapped_by_hand_when_nobody_could_know_them() {
    var text = "Who?;Where to ring?;Since\nDora Map;0728%06d;2020".formatted(++people);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var refused = upload(bytes);
    assertThat(refused.statusCode()).isEqualTo(422);
    var error = refused.bodyAsJsonObject().getJsonObject("error");
    assertThat(error.getString("reason")).isEqualTo("columns_missing");
    assertThat(error.getJsonArray("columns").getJsonObject(1).getJsonArray("samples")).hasSize(1);
    var mapping = new JsonObject().put("Who?", "full_name").put("Where to ring?", "phone_number");
    var preview = DeskFixture.ok(upload(bytes, "mapping", mapping.encode()));
    assertThat(preview.getJsonArray("questions")).containsExactly("Since");
    confirm(preview);
    assertThat(onlyCandidate().getString("fullName")).isEqualTo("Dora Map");
    assertThat(upload(bytes, "mapping", "{\"Who?\":\"hat\"}").statusCode()).isEqualTo(422);
    assertThat(upload(bytes, "mapping", "[").statusCode()).isEqualTo(422);
  }

  @Test
  void where_the_encoding_is_in_doubt_both_readings_are_shown_and_one_is_chosen() {
    var text = "full_name;phone\nPeter Kráľ;0729%06d".formatted(++people);
    var preview = DeskFixture.ok(upload(text.getBytes(Charset.forName("windows-1250"))));
    var readings = preview.getJsonArray("readings");
    assertThat(readings.size()).isGreaterThan(1);
    assertThat(readings.getJsonObject(0).getString("encoding"))
        .isEqualTo(preview.getString("encoding"));
    assertThat(readings.getJsonObject(1).getJsonArray("samples")).containsExactly("Kráž");
    var path = "/api/imports/" + preview.getLong("id") + "/reread";
    var other = new JsonObject().put("encoding", "ISO-8859-2");
    assertThat(firstRow(DeskFixture.ok(server.post(path, other))).getString("fullName"))
        .isEqualTo("Peter Kráž");
  }

  @Test
  void spellings_of_one_google_mailbox_are_one_address() {
    var n = ++people;
    confirm(preview("full_name;email\nAna Pop;ana.box%d@gmail.com".formatted(n)));
    var again = preview("full_name;email\nA. Pop;An.aBox%d+jobs@googlemail.com".formatted(n));
    var twin = firstRow(again).getJsonObject("duplicateOf");
    assertThat(twin.getString("name")).isEqualTo("Ana Pop");
    assertThat(twin.getString("matchedOn")).isEqualTo("email");
    var other = preview("full_name;email\nOther;ana.box%d@example.org".formatted(n));
    assertThat(firstRow(other).getJsonObject("duplicateOf")).isNull();
  }

  @Test
  void a_number_of_a_record_that_was_merged_is_known() {
    var kept = desk.candidate("Kept", "0731%06d".formatted(++people)).getLong("id");
    var phone = "0732%06d".formatted(people);
    var given = desk.candidate("Given", phone).getLong("id");
    server
        .sql()
        .execute(
            "update candidates set archived_at = now(), merged_into_id = $2 where id = $1",
            given,
            kept);
    var twin =
        firstRow(preview("full_name;phone\nSame Person;" + phone)).getJsonObject("duplicateOf");
    assertThat(twin.getLong("candidateId")).isEqualTo(kept);
  }

  @Test
  void a_row_says_what_is_wrong_in_one_sentence_under_its_column() {
    var text =
        "id;full_name;email;phone\n"
            + "l:x1;Ana;ana at home;0157 12345678\n"
            + ";Ion;i@example.com;\n"
            + "l:x2;Dan;;";
    var preview = preview(text);
    var warned = firstRow(preview).getJsonArray("remarks");
    assertThat(warned.getJsonObject(0).getString("column")).isEqualTo("phone_number");
    assertThat(warned.getJsonObject(0).getString("code")).isEqualTo("phone_doubtful");
    assertThat(warned.getJsonObject(0).getJsonObject("params").getString("doubt"))
        .isEqualTo("too_long");
    assertThat(warned.getJsonObject(1).getString("column")).isEqualTo("email");
    var errors = confirm(preview).getJsonArray("errors");
    assertThat(errors.getJsonObject(0).getString("column")).isEqualTo("id");
    assertThat(errors.getJsonObject(0).getString("code")).isEqualTo("no_lead_id");
    assertThat(errors.getJsonObject(1).getString("code")).isEqualTo("no_contact");
    assertThat(onlyCandidate().getString("phone")).isEqualTo("0157 12345678");
  }
}
