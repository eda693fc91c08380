package recruitflow.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.multipart.MultipartForm;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import recruitflow.desk.DeskFixture;
import recruitflow.support.TestServer;

/** How long a full file takes, beside the same rows copied by the database from table to table. */
@Tag("proofs")
class ImportSpeedTest {
  private static final int ROWS = 10_000;

  /** The rows that an import writes, written again by the database alone. */
  private static final String[] COPY = {
    """
    insert into candidates (first_name, last_name, full_name, phone, phone_e164, email, source,
        meta_lead_id, meta_created_time, campaign_name, platform, form_answers, search_text)
      select first_name, last_name, full_name, phone, phone_e164, email, source,
        'copy' || meta_lead_id, meta_created_time, campaign_name, platform, form_answers, search_text
      from candidates where meta_lead_id like 'l:%' order by id
    """,
    """
    insert into applications
        (candidate_id, position_id, status, status_since, last_activity_at, created_at)
      select c.id, a.position_id, a.status, a.status_since, a.last_activity_at, a.created_at
      from candidates c cross join lateral (select * from applications limit 1) a
      where c.meta_lead_id like 'copy%' order by c.id
    """,
    """
    insert into status_changes (application_id, candidate_id, to_status, note, created_at)
      select a.id, a.candidate_id, a.status, 'import', now() from applications a
      join candidates c on c.id = a.candidate_id where c.meta_lead_id like 'copy%' order by a.id
    """,
    """
    insert into import_rows (batch_id, row_number, raw, outcome, candidate_id, application_id)
      select batch_id, row_number + 100000, raw, outcome, candidate_id, application_id
      from import_rows order by id
    """
  };

  @Test
  void ten_thousand_rows_are_imported_in_at_most_three_times_their_copy() {
    try (var server = TestServer.start().login()) {
      var desk = new DeskFixture(server);
      run(server, desk, 0); // compiled once
      server.sql().execute("analyze");
      var took = run(server, desk, 1);
      System.out.println(took);
      assertThat(took.confirm().toMillis())
          .as(took.toString())
          .isLessThan(3 * took.copy().toMillis());
    }
  }

  private record Took(Duration preview, Duration confirm, Duration copy) {}

  private static Took run(TestServer server, DeskFixture desk, int round) {
    var position = desk.evenings("Speed " + round).getLong("id");
    var file = file(round);
    var began = System.nanoTime();
    var form =
        MultipartForm.create()
            .attribute("positionId", String.valueOf(position))
            .binaryFileUpload("file", "l.csv", Buffer.buffer(file), "text/csv");
    var id =
        DeskFixture.ok(
                server
                    .client()
                    .post("/api/imports")
                    .putHeader("Authorization", "Bearer " + server.token())
                    .sendMultipartForm(form)
                    .timeout(120, TimeUnit.SECONDS)
                    .await())
            .getLong("id");
    var previewed = System.nanoTime();
    DeskFixture.ok(server.post("/api/imports/" + id + "/confirm", new JsonObject()));
    var confirmed = System.nanoTime();
    if (round > 0)
      server.inTransaction(
          sql -> {
            for (var statement : COPY) sql.execute(statement);
            return null;
          });
    var copied = System.nanoTime();
    if (round == 0) server.sql().execute("delete from import_rows");
    if (round == 0)
      server.sql().execute("update candidates set meta_lead_id = 'old' || meta_lead_id");
    return new Took(
        Duration.ofNanos(previewed - began),
        Duration.ofNanos(confirmed - previewed),
        Duration.ofNanos(copied - confirmed));
  }

  private static String file(int round) {
    return "id,created_time,campaign_name,platform,how_long?,email,full_name,phone_number\n"
        + IntStream.range(0, ROWS)
            .mapToObj(
                i ->
                    "l:%d%06d,2026-11-20T10:00:00+02:00,spring,fb,3_years,p%d.%d@example.com,Ștefan Pop%d,+407%d%07d"
                        .formatted(round, i, round, i, i, 2 + round, i))
            .collect(Collectors.joining("\n"));
  }
}
