package recruitflow.screening.cvs;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import recruitflow.desk.DeskFixture;
import recruitflow.platform.database.Sql;
import recruitflow.screening.cvs.mail.PollMailbox;
import recruitflow.support.ClosedAfterAll;
import recruitflow.support.TestServer;

/** People with applications, and the ways in which their CVs come. */
record CvFixture(TestServer server, DeskFixture desk) implements ClosedAfterAll {
  static final String PDF_TEXT = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

  static CvFixture start() {
    var server =
        TestServer.start(Map.of("GMAIL_MAX_PER_MINUTE", "6000"), settings -> settings).login();
    return new CvFixture(server, new DeskFixture(server));
  }

  @Override
  public void close() {
    server.close();
  }

  Sql sql() {
    return server.sql();
  }

  long position(String title) {
    return desk.position(title).getLong("id");
  }

  long candidate(String name, String phone, String email) {
    var body = new JsonObject().put("fullName", name).put("phone", phone).put("email", email);
    return server.post("/api/candidates", body).bodyAsJsonObject().getLong("id");
  }

  /** An application that stands where the test wants it. */
  long application(long candidateId, long positionId, String status) {
    var body = new JsonObject().put("candidateId", candidateId).put("positionId", positionId);
    var made = server.post("/api/applications", body).bodyAsJsonObject();
    var id = made.getJsonObject("application").getLong("id");
    sql().execute("update applications set status = $2 where id = $1", id, status);
    return id;
  }

  String status(long applicationId) {
    return sql()
        .one("select status from applications where id = $1", r -> r.getString(0), applicationId);
  }

  /** {@code source method review} of each CV file of an application. */
  List<String> cvs(long applicationId) {
    return sql()
        .list(
            """
            select source || ' ' || match_method || case when needs_review then ' review' else '' end
              as cv from cv_uploads where application_id = $1 order by id
            """,
            row -> row.getString("cv"),
            applicationId);
  }

  long count(String table) {
    return sql().one("select count(*) from " + table, row -> row.getLong(0));
  }

  // --- mail ---

  JsonObject mail(String from, String subject, String text, JsonObject... files) {
    return new JsonObject()
        .put("from", from)
        .put("subject", subject)
        .put("text", text)
        .put("attachments", new JsonArray(List.of(files)));
  }

  static JsonObject pdf(String name) {
    return new JsonObject()
        .put("fileName", name)
        .put("lines", new JsonArray().add("CV of " + name));
  }

  static JsonObject file(String name, String contentType, byte[] bytes) {
    return new JsonObject()
        .put("fileName", name)
        .put("contentType", contentType)
        .put("base64", Base64.getEncoder().encodeToString(bytes));
  }

  /** Puts a mail into the mailbox; answers its id there. */
  String arrives(JsonObject mail) {
    var put = server.control(HttpMethod.POST, "/gmail/inbound", mail);
    if (put.statusCode() != 200) throw new AssertionError(put.bodyAsString());
    return put.bodyAsJsonObject().getString("id");
  }

  void poll() {
    server.runJob(PollMailbox.NAME);
    server.untilIdle();
  }

  List<Object> labels(String mailId) {
    var mails = server.control(HttpMethod.GET, "/gmail/mails", null).bodyAsJsonObject();
    return mails.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(mail -> mail.getString("id").equals(mailId))
        .flatMap(mail -> mail.getJsonArray("labelIds").stream())
        .toList();
  }

  // --- WhatsApp ---

  /** People write; answers the messages as the provider tells them. */
  List<JsonObject> whatsApp(JsonObject... messages) {
    var arrived = whatsAppWithoutWaiting(messages);
    server.untilIdle();
    return arrived;
  }

  List<JsonObject> whatsAppWithoutWaiting(JsonObject... messages) {
    var before = count("inbound_events");
    var sent =
        server
            .client()
            .post(server.sandboxPort(), "127.0.0.1", "/control/whapi/inbound")
            .sendBuffer(new JsonArray(List.of(messages)).toBuffer())
            .timeout(10, SECONDS)
            .await();
    if (sent.statusCode() != 200) throw new AssertionError(sent.bodyAsString());
    server.until("the delivery is stored", () -> count("inbound_events") > before);
    return sent.bodyAsJsonObject().getJsonArray("messages").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  void fault(JsonObject fault) {
    var answer = server.control(HttpMethod.POST, "/faults", fault);
    if (answer.statusCode() >= 300) throw new AssertionError(answer.bodyAsString());
  }

  void noFaults() {
    server.control(HttpMethod.DELETE, "/faults", null);
  }

  // --- by hand ---

  HttpResponse<Buffer> upload(long applicationId, String fileName, byte[] bytes) {
    var form =
        MultipartForm.create()
            .binaryFileUpload("file", fileName, Buffer.buffer(bytes), "application/octet-stream");
    return server
        .client()
        .post("/api/applications/" + applicationId + "/cvs")
        .bearerTokenAuthentication(server.token())
        .sendMultipartForm(form)
        .timeout(20, SECONDS)
        .await();
  }

  /** How often the stand-in of a provider was asked for paths that begin so. */
  int asked(String provider, String path) {
    var query = "/ledger?direction=asked&provider=" + provider + "&path=" + path;
    return server.control(HttpMethod.GET, query, null).bodyAsJsonObject().getInteger("total");
  }

  void forgetAsked() {
    server.control(HttpMethod.DELETE, "/ledger", null);
  }

  // --- the application ---

  JsonObject detail(long applicationId) {
    return server.get("/api/applications/" + applicationId).bodyAsJsonObject();
  }

  boolean remindersWait(long applicationId) {
    return detail(applicationId).getJsonObject("application").getBoolean("remindersWait");
  }

  /** The one file that waits with it or did. */
  JsonObject onlyFile(long applicationId) {
    var files = detail(applicationId).getJsonArray("files");
    if (files.size() != 1) throw new AssertionError(files.encodePrettily());
    return files.getJsonObject(0);
  }

  long messages(long applicationId) {
    return sql()
        .one(
            "select count(*) from messages where application_id = $1",
            row -> row.getLong(0),
            applicationId);
  }

  JsonArray unmatched() {
    return server.get("/api/inbound/unmatched").bodyAsJsonObject().getJsonArray("items");
  }
}
