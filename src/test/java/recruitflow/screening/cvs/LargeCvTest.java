package recruitflow.screening.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static recruitflow.screening.cvs.CvFixture.pdf;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 25 MB are taken whole by every way; one byte more stays where it is. */
class LargeCvTest {
  private static final int LARGEST = 25 * 1024 * 1024;

  @RegisterExtension private static final CvFixture world = CvFixture.start();
  private static final long sales = world.position("Sales");

  private static long awaiting(String phone, String email) {
    return world.application(world.candidate("Ana Pop", phone, email), sales, "awaiting_cv");
  }

  @Test
  void by_mail() {
    var application = awaiting("+40722660001", "ana1@example.com");
    world.arrives(world.mail("ana1@example.com", "CV", "", padded("large.pdf", LARGEST)));
    world.poll();
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(size(application)).isEqualTo(LARGEST);
  }

  @Test
  void by_mail_one_byte_more() {
    var application = awaiting("+40722660002", "ana2@example.com");
    var mail = world.mail("ana2@example.com", "CV", "", padded("huge.pdf", LARGEST + 1));
    var id = world.arrives(mail);
    world.poll();
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    assertLeftThere("huge.pdf");
    assertThat(world.asked("gmail", "/gmail/v1/users/me/messages/" + id + "/attachments")).isZero();
  }

  @Test
  void by_whatsapp() {
    var application = awaiting("+40722660003", "ana3@example.com");
    world.whatsApp(padded("photo.pdf", LARGEST).put("from", "40722660003"));
    assertThat(world.status(application)).isEqualTo("cv_received");
    assertThat(size(application)).isEqualTo(LARGEST);
  }

  @Test
  void by_whatsapp_one_byte_more() {
    var application = awaiting("+40722660004", "ana4@example.com");
    world.forgetAsked();
    world.whatsApp(padded("heavy.pdf", LARGEST + 1).put("from", "40722660004"));
    assertThat(world.status(application)).isEqualTo("awaiting_cv");
    assertLeftThere("heavy.pdf");
    assertThat(world.asked("whapi", "/media/")).isZero();
  }

  private static JsonObject padded(String name, int size) {
    return pdf(name).put("padTo", size);
  }

  private static long size(long application) {
    return world
        .sql()
        .one(
            "select size from cv_uploads where application_id = $1",
            row -> row.getLong(0),
            application);
  }

  private static void assertLeftThere(String name) {
    var found =
        world.unmatched().stream()
            .map(JsonObject.class::cast)
            .filter(item -> name.equals(item.getString("attachmentName")))
            .toList();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getBoolean("hasFile")).isFalse();
    assertThat(found.getFirst().getString("note")).contains("25 MB");
  }
}
