package recruitflow.screening.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.desk.DeskFixture.error;
import static recruitflow.desk.DeskFixture.ok;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recruitflow.platform.bell.Bell;

/** From a file to people and their applications, by way of a preview. */
class ImportTest extends Importing {

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, UTF-16LE, tab, true",
    "UTF-16BE, UTF-16BE, tab, true",
    "UTF-8, UTF-8, tab, false",
    "UTF-8, UTF-8, comma, true",
    "UTF-8, UTF-8, semicolon, false",
    "windows-1250, windows-1250, semicolon, false"
  })
  void every_encoding_and_delimiter_comes_in_through_the_door(
      String charset, String encoding, String delimiter, boolean mark) {
    char sign = delimiter.equals("tab") ? '\t' : delimiter.equals("comma") ? ',' : ';';
    var row = fresh("Müller Žižka").replace("da,_", "da_").replace("Vânzări", "Prodej Řím");
    var text = (mark ? "\uFEFF" : "") + file(row).replace('\t', sign);
    var preview = ok(upload(text.getBytes(Charset.forName(charset))));
    assertThat(preview.getString("encoding")).isEqualTo(encoding);
    assertThat(preview.getString("delimiter")).isEqualTo(delimiter);
    confirm(preview.getLong("id"));
    var candidate = candidateOf(0);
    assertThat(candidate.getString("fullName")).isEqualTo("Müller Žižka");
    assertThat(candidate.getString("campaignName")).isEqualTo("Prodej Řím");
    assertThat(candidate.getJsonObject("formAnswers").getString("ai_permis_b?"))
        .isEqualTo("da de 10 ani");
    assertThat(candidate.getString("source")).isEqualTo("meta_form");
    assertThat(candidate.getString("metaCreatedTime")).isEqualTo("2026-11-20T08:00:10Z");
  }

  @Test
  void a_preview_writes_no_people_and_its_counts_are_the_result() {
    imported(file(fresh("Known One")));
    var known = "l:" + people;
    var candidates = count("candidates");
    var applications = count("applications");
    var preview =
        preview(
            file(
                fresh("New One"),
                lead(known, "Known Again", "", ""),
                lead("l:bad", "No Contact", "", ""),
                lead("l:t", "<test lead: dummy data for full_name>", "test@fb.com", "")));
    assertThat(count("candidates")).isEqualTo(candidates);
    assertThat(count("applications")).isEqualTo(applications);
    var counts = preview.getJsonObject("counts");
    assertThat(effects(preview)).containsExactly("create", "refuse", "refuse", "skip");
    assertThat(counts.getInteger("create")).isEqualTo(1);
    assertThat(counts.getInteger("refuse")).isEqualTo(2);
    assertThat(counts.getInteger("skip")).isEqualTo(1);
    assertThat(preview.getString("fileName")).isEqualTo("leads.csv");

    var summary = confirm(preview.getLong("id"));
    assertThat(summary.getInteger("candidatesCreated")).isEqualTo(1);
    assertThat(summary.getInteger("applicationsCreated"))
        .isEqualTo(counts.getInteger("applications"))
        .isEqualTo(1);
    assertThat(summary.getInteger("rowsRefused")).isEqualTo(2);
    assertThat(summary.getInteger("rowsSkipped")).isEqualTo(1);
    var error = summary.getJsonArray("errors").getJsonObject(1);
    assertThat(error.getInteger("rowNumber")).isEqualTo(4);
    assertThat(error.getString("column")).isEqualTo("phone_number");
    assertThat(count("candidates")).isEqualTo(candidates + 1);
    var shown = ok(server.get("/api/imports/" + preview.getLong("id")));
    assertThat(shown.getString("state")).isEqualTo("confirmed");
    assertThat(effects(shown)).isEqualTo(effects(preview));
    assertThat(shown.getJsonObject("summary").getInteger("candidatesCreated")).isEqualTo(1);
  }

  private static List<String> effects(JsonObject preview) {
    return preview.getJsonArray("rows").stream()
        .map(row -> ((JsonObject) row).getString("effect"))
        .toList();
  }

  @Test
  void a_second_import_updates_people_and_leaves_their_applications_alone() {
    var row = fresh("Ana Pop");
    imported(file(row));
    var id = applications().getJsonObject(0).getLong("id");
    desk.trigger(id);
    var summary =
        imported(
            file(row.replace("Ana Pop", "Ana Maria Pop").replaceAll("p:.*", ""), fresh("Ion")));
    assertThat(summary.getInteger("candidatesUpdated")).isEqualTo(1);
    assertThat(summary.getInteger("applicationsCreated")).isEqualTo(1);
    assertThat(summary.getInteger("duplicatesSkipped")).isEqualTo(1);
    assertThat(desk.status(id)).isEqualTo("call_queued");
    var candidate = desk.detail(id).getJsonObject("candidate");
    assertThat(candidate.getString("fullName")).isEqualTo("Ana Maria Pop");
    assertThat(candidate.getString("phone")).isNotEmpty();
    var found = ok(server.get("/api/applications?q=ana%20maria&positionId=" + positionId));
    assertThat(found.getInteger("total")).isEqualTo(1);
  }

  @Test
  void two_rows_with_one_lead_id_make_one_candidate_and_one_application() {
    var row = fresh("First Name");
    var summary = imported(file(row, row.replace("First Name", "Second Name")));
    assertThat(summary.getInteger("candidatesCreated")).isEqualTo(1);
    assertThat(summary.getInteger("candidatesUpdated")).isEqualTo(1);
    assertThat(summary.getInteger("applicationsCreated")).isEqualTo(1);
    assertThat(candidateOf(0).getString("fullName")).isEqualTo("Second Name");
  }

  @Test
  void a_possible_duplicate_is_flagged_and_held_back_from_calls() {
    var known = fresh("Twin One");
    imported(file(known));
    var phone = known.substring(known.indexOf("p:"));
    var preview = preview(file(lead("l:twin" + people, "Twin Two", "", phone)));
    var duplicate = preview.getJsonArray("rows").getJsonObject(0).getJsonObject("duplicateOf");
    assertThat(duplicate.getString("name")).isEqualTo("Twin One");
    assertThat(duplicate.getString("matchedOn")).isEqualTo("phone");
    assertThat(preview.getJsonObject("counts").getInteger("possibleDuplicates")).isEqualTo(1);
    var summary = confirm(preview.getLong("id"));
    var pair = summary.getJsonArray("possibleDuplicates").getJsonObject(0);
    assertThat(pair.getString("name")).isEqualTo("Twin Two");
    assertThat(pair.getString("otherName")).isEqualTo("Twin One");

    var rows = applications();
    var held = rows.getJsonObject(0);
    assertThat(held.getString("candidateName")).isEqualTo("Twin Two");
    assertThat(held.getBoolean("heldAsDuplicate")).isTrue();
    assertThat(rows.getJsonObject(1).getBoolean("heldAsDuplicate")).isFalse();
    var refused = desk.trigger(held.getLong("id")).getJsonArray("refused").getJsonObject(0);
    assertThat(refused.getString("reason")).contains("duplicate");
  }

  @Test
  void a_file_can_be_read_again_otherwise_before_it_is_confirmed() {
    var text = file(fresh("Jiří").replace("Vânzări", "Prodej"));
    var preview = ok(upload(text.getBytes(Charset.forName("windows-1250"))));
    var id = preview.getLong("id");
    var path = "/api/imports/" + id + "/reread";
    var other = new JsonObject().put("encoding", "windows-1252").put("delimiter", "tab");
    var again = ok(server.post(path, other));
    assertThat(again.getString("encoding")).isEqualTo("windows-1252");
    assertThat(again.getJsonArray("rows").getJsonObject(0).getString("fullName")).isEqualTo("Jiøí");
    assertThat(again.getJsonArray("encodings")).contains("UTF-16LE");
    error(server.post(path, new JsonObject().put("delimiter", "comma")), 422);
    error(server.post(path, new JsonObject().put("encoding", "EBCDIC")), 422);
    ok(server.post(path, new JsonObject()));
    confirm(id);
    assertThat(candidateOf(0).getString("fullName")).isEqualTo("Jiří");
    error(server.post(path, other), 409);
  }

  @Test
  void two_recruiters_who_confirm_at_once_import_once() {
    var rows = IntStream.range(0, 200).mapToObj(i -> fresh("Person " + i));
    var id = preview(file(rows.toArray(String[]::new))).getLong("id");
    var before = count("candidates");
    var answers =
        Future.all(
                IntStream.range(0, 4)
                    .mapToObj(
                        i ->
                            server
                                .client()
                                .post("/api/imports/" + id + "/confirm")
                                .putHeader("Authorization", "Bearer " + server.token())
                                .sendJsonObject(new JsonObject()))
                    .toList())
            .timeout(20, TimeUnit.SECONDS)
            .await();
    for (HttpResponse<Buffer> answer : answers.<HttpResponse<Buffer>>list()) {
      assertThat(ok(answer).getInteger("applicationsCreated")).isEqualTo(200);
    }
    assertThat(count("candidates")).isEqualTo(before + 200);
    assertThat(
            count(
                "status_changes where note = 'import' and application_id in"
                    + " (select id from applications where position_id = "
                    + positionId
                    + ")"))
        .isEqualTo(200);
  }

  @Test
  void the_demo_file_is_offered_in_the_sandbox_and_imports_two_hundred_people() {
    var file = server.get("/api/imports/demo-file");
    assertThat(file.getHeader("Content-Disposition")).contains("demo-leads.csv");
    var preview = ok(upload(file.body().getBytes()));
    assertThat(preview.getString("encoding")).isEqualTo("UTF-16LE");
    assertThat(preview.getJsonObject("counts").getInteger("create")).isEqualTo(200);
    assertThat(confirm(preview.getLong("id")).getInteger("applicationsCreated")).isEqualTo(200);
    var ids = ok(server.get("/api/applications/ids?positionId=" + positionId)).getJsonArray("ids");
    var triggered =
        ok(
            server.post(
                "/api/applications/trigger-calls", new JsonObject().put("applicationIds", ids)));
    assertThat(triggered.getJsonArray("queued")).hasSize(200);
  }

  /** What browsers hear of an import while it runs, in percent. */
  private static List<Integer> progressOf(long id) {
    var told = new CopyOnWriteArrayList<Integer>();
    server
        .vertx()
        .eventBus()
        .<JsonObject>localConsumer(
            Bell.LIVE,
            event -> {
              if (event.body().getString("kind").equals("import_progress"))
                event.body().getJsonArray("ids").stream()
                    .map(each -> String.valueOf(each).split("/"))
                    .filter(each -> each[0].equals(String.valueOf(id)))
                    .forEach(each -> told.add(Integer.valueOf(each[1])));
            })
        .completion()
        .await();
    return told;
  }

  @Test
  void two_thousand_rows_are_imported_and_queued_in_one_go() {
    var rows = IntStream.range(0, 2_000).mapToObj(i -> fresh("Many " + i));
    var preview = preview(HEADER + "\n" + rows.collect(Collectors.joining("\n")));
    assertThat(preview.getJsonArray("rows")).hasSize(2_000);
    var told = progressOf(preview.getLong("id"));
    assertThat(confirm(preview.getLong("id")).getInteger("applicationsCreated")).isEqualTo(2_000);
    server.until("all progress is told", () -> told.contains(99));
    assertThat(told).containsExactly(16, 33, 50, 66, 83, 99);
    var ids = ok(server.get("/api/applications/ids?positionId=" + positionId)).getJsonArray("ids");
    var triggered =
        ok(
            server.post(
                "/api/applications/trigger-calls", new JsonObject().put("applicationIds", ids)));
    assertThat(triggered.getJsonArray("queued")).hasSize(2_000);
    assertThat(ok(server.get("/api/applications?q=many%201999")).getInteger("total")).isPositive();
  }
}
