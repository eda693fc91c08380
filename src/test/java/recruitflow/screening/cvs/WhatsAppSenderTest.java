package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a file sent by WhatsApp is found to belong to, and who decides when nobody is. */
class WhatsAppSenderTest {
  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long sales = world.position("Sales");
  private static int people;

  private record Awaited(String phone, long application) {}

  private static Awaited awaited() {
    return awaited("+4072233%04d".formatted(++people));
  }

  private static Awaited awaited(String phone) {
    var n = ++people;
    var candidate = world.candidate("Person Number" + n, phone, "p" + n + "@example.com");
    return new Awaited(phone, world.application(candidate, sales, "awaiting_cv"));
  }

  private static JsonObject document(String from, String name) {
    return pdf(name).put("from", from);
  }

  @Test
  void a_link_in_the_message_is_never_followed() {
    var ana = awaited();
    var elsewhere = "http://127.0.0.1:" + world.server().sandboxPort() + "/elsewhere/";
    world.forgetAsked();
    world.whatsApp(document(ana.phone(), "cv.pdf").put("link", elsewhere));
    assertThat(world.cvs(ana.application())).hasSize(1);
    assertThat(world.asked("whapi", "/media/")).isEqualTo(1);
  }

  @Test
  void two_files_in_one_delivery_are_two_cvs() {
    var ana = awaited();
    world.whatsApp(document(ana.phone(), "cv.pdf"), document(ana.phone(), "letter.docx"));
    assertThat(world.cvs(ana.application())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0722 440 001, 40722440001",
    "0040722440002, 40722440002",
    "40722440003, 40722440003",
    "+40 (722) 440-004, 40722440004",
    "p:+40722440005, 40722440005",
    "+420 601 123 456, 420601123456",
    "+49 1512 3456789, 4915123456789"
  })
  void the_sender_is_found_however_the_number_was_written(String written, String sender) {
    var ana = awaited(written);
    world.whatsApp(document(sender, "cv.pdf"));
    assertThat(world.cvs(ana.application())).containsExactly("whatsapp_media exact_phone");
  }

  @Test
  void a_hidden_number_is_no_phone_number() {
    var ana = awaited();
    var digits = ana.phone().substring(1);
    world.whatsApp(document(digits, "hidden.pdf").put("chat", digits + "@lid"));
    assertThat(world.cvs(ana.application())).isEmpty();
    assertThat(items("", digits + "@lid")).hasSize(1);
  }

  @Test
  void a_closed_position_still_takes_cvs() {
    var gone = world.position("Gone");
    var candidate = world.candidate("Late Comer", "+40722550001", "late@example.com");
    var application = world.application(candidate, gone, "cv_overdue");
    world.sql().execute("update positions set status = 'closed' where id = $1", gone);
    world.whatsApp(document("+40722550001", "cv.pdf"));
    assertThat(world.status(application)).isEqualTo("cv_received");
  }

  @Test
  void an_unknown_sender_is_kept_with_the_bytes_until_a_recruiter_says_whose_it_is() {
    var ana = awaited();
    var stranger = "40799000001";
    world.whatsApp(document(stranger, "mine.pdf").put("caption", "my papers"));
    var item = onlyItem("", stranger);
    assertThat(item.getString("channel")).isEqualTo("whatsapp");
    assertThat(item.getString("attachmentName")).isEqualTo("mine.pdf");
    assertThat(item.getString("bodySnippet")).isEqualTo("my papers");
    var file = "/api/inbound/unmatched/" + item.getLong("id") + "/file";
    assertThat(world.server().get(file).bodyAsString()).startsWith("%PDF");
    world.forgetAsked();

    var body = new JsonObject().put("applicationId", ana.application());
    var assigned = world.server().post(assign(item), body).bodyAsJsonObject();

    assertThat(assigned.getString("status")).isEqualTo("cv_received");
    assertThat(world.cvs(ana.application())).containsExactly("whatsapp_media manual");
    assertThat(world.asked("whapi", "/media/")).isZero();
    var resolved = onlyItem("?resolved=true", stranger);
    assertThat(resolved.getLong("resolvedByApplicationId")).isEqualTo(ana.application());
    assertThat(resolved.getInstant("resolvedAt")).isEqualTo(world.server().clock.now());
    assertThat(world.server().post(assign(item), body).statusCode()).isEqualTo(409);
    assertThat(world.cvs(ana.application())).hasSize(1);
  }

  private static String assign(JsonObject item) {
    return "/api/inbound/unmatched/" + item.getLong("id") + "/assign";
  }

  private static JsonObject onlyItem(String query, String sender) {
    var found = items(query, sender);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<JsonObject> items(String query, String sender) {
    var page = world.server().get("/api/inbound/unmatched" + query).bodyAsJsonObject();
    return page.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(item -> sender.equals(item.getString("sender")))
        .toList();
  }
}
